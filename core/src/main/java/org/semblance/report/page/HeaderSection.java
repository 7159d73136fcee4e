package org.semblance.report.page;

import java.util.stream.Collectors;
import org.semblance.evaluate.Findings;
import org.semblance.report.Judged;
import org.semblance.report.Report;
import org.semblance.report.Shown;
import org.semblance.report.Subject;
import org.semblance.report.Words;

/** What was judged: the two tables, how many rows, what made them; and the way to the sections. */
final class HeaderSection {
    /** Signs of a hash that tell two files apart by eye; the whole one is in report.json. */
    private static final int HASH = 12;

    private static final String[] SECTIONS = {
        "columns", "pairs", "alike", "valid", "useful", "private", "fair", "changes", "repeat", "method"
    };

    private HeaderSection() {}

    static void write(Html html, Report report) {
        write(html, report, SECTIONS);
    }

    /** The same with the way to other sections. */
    static void write(Html html, Report report, String... sections) {
        Subject subject = report.subject();
        html.open("header");
        html.element("h1", title(subject));
        html.open("p", "class", "facts");
        html.text(judged(subject.judged()))
                .text(" ")
                .text(rows(report.findings().rows()))
                .text(" ");
        html.text(Words.of(
                "head.source",
                subject.real().name(),
                Shown.count(subject.real().rows()),
                Shown.count(subject.real().columns()),
                hash(subject.real().sha256())));
        html.close();
        html.open("p", "class", "label").element("b", Words.of("head.label")).text(" ");
        html.text(Words.of("head.labelWhy")).close();
        html.open("nav", "aria-label", Words.of("head.nav"));
        for (String section : sections) {
            html.element("a", Words.of("nav." + section), "href", "#" + section).text(" ");
        }
        html.close().close().line();
    }

    /** What the page is about: a file of somebody's, or rows that were made for a table. */
    static String title(Subject subject) {
        return subject.judged() instanceof Judged.Given given
                ? Words.of(
                        "page.titleGiven", given.file().name(), subject.real().name())
                : Words.of("page.title", subject.real().name());
    }

    private static String judged(Judged judged) {
        if (judged instanceof Judged.Given given) {
            String others = given.others().stream()
                    .map(other -> Words.of("head.other", other.name(), Shown.count(other.rows()), hash(other.sha256())))
                    .collect(Collectors.joining("; "));
            String one = Words.of(
                    "head.given",
                    given.file().name(),
                    Shown.count(given.file().rows()),
                    hash(given.file().sha256()));
            return others.isEmpty() ? one : one + " " + Words.of("head.others", others);
        }
        Judged.Made made = (Judged.Made) judged;
        String chosen = made.chosen().isEmpty() ? "" : Words.of("head.chosen", made.chosen());
        return Words.of("head.made", made.synthesizer(), chosen, Long.toString(made.seed()));
    }

    private static String rows(Findings.Sizes sizes) {
        return Words.of(
                sizes.holdout() == 0 ? "head.rowsAlone" : "head.rows",
                Shown.count(sizes.synthetic()),
                Shown.count(sizes.real()),
                Shown.count(sizes.holdout()));
    }

    private static String hash(String sha256) {
        return sha256.isEmpty() ? Shown.NOTHING : sha256.substring(0, Math.min(HASH, sha256.length()));
    }
}
