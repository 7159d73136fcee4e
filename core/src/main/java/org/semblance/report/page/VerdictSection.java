package org.semblance.report.page;

import java.util.List;
import org.semblance.report.FitFor;
import org.semblance.report.Report;
import org.semblance.report.Words;

/** The first screen: what it comes to, and what the rows are good enough for. */
final class VerdictSection {
    private VerdictSection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "verdict", "class", "two");
        html.open("div").element("h2", Words.of("verdict.title"));
        List<String> sentences = report.verdict().sentences();
        html.element("p", sentences.get(0), "class", "lead");
        sentences.stream().skip(1).forEach(sentence -> html.element("p", sentence));
        html.close();
        html.open("div").element("h2", Words.of("fit.title"));
        html.open("table", "class", "fit").line();
        Tables.head(html, Words.of("fit.use"), Words.of("fit.answer"), Words.of("fit.reason"));
        html.open("tbody");
        for (FitFor one : report.uses()) {
            if (one.use() == FitFor.Use.TEAM) {
                html.close().open("tbody");
            }
            html.open("tr").element("th", one.use().words(), "scope", "row");
            html.open("td")
                    .element("span", one.answer().word(), "class", "mark " + mark(one.answer()))
                    .close();
            html.element("td", one.reason()).close().line();
        }
        html.close().close().close().close().line();
    }

    private static String mark(FitFor.Answer answer) {
        return switch (answer) {
            case YES -> "good";
            case WITH_CARE -> "clear";
            case NOT_SHOWN -> "unknown";
            case NO -> "severe";
        };
    }
}
