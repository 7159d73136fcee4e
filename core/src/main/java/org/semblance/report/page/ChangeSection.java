package org.semblance.report.page;

import java.util.List;
import org.semblance.report.ColumnLine;
import org.semblance.report.Report;
import org.semblance.report.Subject;
import org.semblance.report.Words;

/** What was done to the data, what the model holds of it, what was not measured, and how to do it again. */
final class ChangeSection {
    private ChangeSection() {}

    static void write(Html html, Report report) {
        Subject subject = report.subject();
        html.open("section", "id", "changes").element("h2", Words.of("changes.title"));
        list(html, "changes.done", subject.changes());
        list(html, "changes.contents", subject.contents());
        list(html, "changes.notes", subject.notes());
        list(html, "changes.comparison", report.findings().notes());
        list(html, "changes.notMeasured", report.findings().notMeasured());
        columns(html, subject.columns());
        html.close().line();
        html.open("section", "id", "repeat").element("h2", Words.of("repeat.title"));
        html.element("p", Words.of("repeat.command"));
        html.element("pre", subject.repeat().command());
        if (!subject.repeat().yaml().isEmpty()) {
            html.element("p", Words.of("repeat.yaml"));
            html.element("pre", subject.repeat().yaml());
        }
        html.close().line();
    }

    private static void list(Html html, String title, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        html.element("h3", Words.of(title)).open("ul");
        sentences.forEach(sentence -> html.element("li", sentence));
        html.close();
    }

    private static void columns(Html html, List<ColumnLine> columns) {
        if (columns.isEmpty()) {
            return;
        }
        html.open("details").element("summary", Words.of("changes.columns"));
        Tables.words(html, Words.of("columns.name"), Words.of("columns.kind"), Words.of("columns.why"));
        for (ColumnLine column : columns) {
            String warnings = column.warnings().isEmpty() ? "" : " ! " + String.join("; ", column.warnings());
            Tables.row(html, column.name(), column.kind(), column.why() + warnings);
        }
        Tables.end(html);
        html.close();
    }
}
