package org.semblance.report.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.evaluate.About;
import org.semblance.report.Report;
import org.semblance.report.ScoreLine;
import org.semblance.report.Words;

/** How every number is computed, with its source. */
final class MethodSection {
    private static final Pattern CITED =
            Pattern.compile("doi:(10\\.[^\\s,;)]+[^\\s,;).])|arXiv[: ]?(\\d{4}\\.\\d{4,5})");

    private MethodSection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "method").element("h2", Words.of("method.title"));
        boolean alone = report.findings().rows().holdout() == 0;
        html.element("p", Words.of(alone ? "method.freshAlone" : "method.fresh"));
        html.element("p", Words.of("method.interval"));
        html.element("p", Words.of("method.suppressed"));
        html.open("dl");
        for (ScoreLine line : report.lines()) {
            About about = line.finding().about();
            String name = line.aspect().word() + "." + line.name();
            boolean same = line.metric().equals(line.name());
            html.element(
                    "dt", line.title() + " (" + (same ? name : Words.of("method.metric", name, line.metric())) + ")");
            html.open("dd").text(about.definition() + " " + Words.of("method." + about.better()) + " ");
            cited(html, about.source());
            html.close();
        }
        html.close().element("p", Words.of("method.version", report.subject().version()), "class", "dim");
        html.close().line();
    }

    /** With its identifiers as links; a link loads nothing until somebody follows it. */
    private static void cited(Html html, String source) {
        html.open("cite");
        Matcher found = CITED.matcher(source);
        int at = 0;
        while (found.find()) {
            String doi = found.group(1);
            String address = doi != null ? "https://doi.org/" + doi : "https://arxiv.org/abs/" + found.group(2);
            html.text(source.substring(at, found.start()));
            html.element("a", found.group(), "href", address, "rel", "noreferrer");
            at = found.end();
        }
        html.text(source.substring(at)).close();
    }
}
