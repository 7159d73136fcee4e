package org.semblance.report.page;

import java.util.List;
import org.semblance.evaluate.About.Aspect;
import org.semblance.report.DatabaseReport;
import org.semblance.report.Report;
import org.semblance.report.ScoreLine;
import org.semblance.report.Shown;
import org.semblance.report.Words;
import org.semblance.report.diagram.DiagramSvg;

/** report.html of a database: verdict, diagram, tables, their columns, relationships, sequences, copies of entities. It fetches nothing. */
public final class DatabasePage {
    private static final String[] SECTIONS = {
        "tables", "columns", "each", "relations", "valid", "private", "changes", "repeat", "method"
    };

    private DatabasePage() {}

    /** The file's text, to be written as UTF-8. */
    public static String text(DatabaseReport report) {
        Report plain = report.plain();
        Html html = Page.begin(HeaderSection.title(report.subject()));
        HeaderSection.write(html, plain, SECTIONS);
        html.open("main").line();
        html.open("section", "id", "verdict").element("h2", Words.of("verdict.title"));
        List<String> sentences = report.verdict().sentences();
        html.element("p", sentences.get(0), "class", "lead");
        sentences.stream().skip(1).forEach(sentence -> html.element("p", sentence));
        html.close().line();
        CardSection.write(html, plain, ".database");
        tables(html, report);
        ColumnSection.tables(html, plain, report.columns());
        measures(html, report, Aspect.ALIKE, "each", List.of("columns", "pairs"), true);
        measures(html, report, Aspect.ALIKE, "relations", List.of("columns", "pairs"), false);
        measures(html, report, Aspect.VALID, "valid", List.of(), false);
        PrivacySection.write(html, plain);
        ChangeSection.write(html, plain);
        MethodSection.write(html, plain);
        html.close().line();
        return Page.end(html);
    }

    private static void tables(Html html, DatabaseReport report) {
        html.open("section", "id", "tables").element("h2", Words.of("database.tables"));
        html.element("p", Words.of("database.diagram"));
        html.open("div", "class", "wide");
        DiagramSvg.write(html, report.diagram());
        html.close();
        Tables.begin(html, "", "", Words.of("database.real"), Words.of("database.synthetic"));
        report.tables()
                .forEach((name, rows) -> Tables.row(
                        html, name, Shown.count(rows[0]), rows[1] < 0 ? Shown.NOTHING : Shown.count(rows[1])));
        Tables.end(html);
        html.close().line();
    }

    private static void measures(
            Html html, DatabaseReport report, Aspect aspect, String id, List<String> names, boolean these) {
        List<ScoreLine> lines = report.lines().stream()
                .filter(line -> line.aspect() == aspect && names.contains(line.name()) == these)
                .toList();
        html.open("section", "id", id).element("h2", Words.of("database." + id));
        html.element("p", Words.of("database." + id + ".how"));
        FindingSection.blocks(html, lines);
        html.close().line();
    }
}
