package org.semblance.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.semblance.report.ColumnView;
import org.semblance.report.ColumnView.Bar;
import org.semblance.report.ColumnView.Shape;
import org.semblance.report.Report;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/** Every column, the one furthest behind fresh rows first: drawing, sentence, and the numbers behind it. */
final class ColumnSection {
    /** So many are drawn; of a wider table the others are lines only, so that the page stays small. */
    static final int DRAWN = 150;

    /** So many are open when the page is. */
    private static final int OPEN = 12;

    private ColumnSection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "columns").element("h2", Words.of("columns.title"));
        boolean alone = report.findings().rows().holdout() == 0;
        html.element("p", Words.of(alone ? "columns.howAlone" : "columns.how"));
        Legend.write(html);
        List<ColumnView> scored = report.worstColumns().stream()
                .filter(view -> view.shape() != Shape.NONE)
                .toList();
        if (scored.isEmpty()) {
            html.element("p", Words.of("columns.none"));
        }
        html.open("div", "class", "search");
        html.empty(
                "input",
                "type",
                "search",
                "hidden",
                "hidden",
                "placeholder",
                Words.of("columns.search"),
                "aria-label",
                Words.of("columns.search"));
        html.close();
        html.open("div", "class", "grid").line();
        for (int k = 0; k < Math.min(DRAWN, scored.size()); k++) {
            column(html, scored.get(k), k < OPEN);
        }
        html.close().line();
        rest(html, scored);
        made(html, report.columns());
        html.close().line();
    }

    /** The columns of several tables: of each the one furthest behind first. */
    static void tables(Html html, Report report, Map<String, List<ColumnView>> tables) {
        html.open("section", "id", "columns").element("h2", Words.of("columns.title"));
        boolean alone = report.findings().rows().holdout() == 0;
        html.element("p", Words.of(alone ? "columns.howAlone" : "columns.how"));
        Legend.write(html);
        int left = DRAWN;
        for (Map.Entry<String, List<ColumnView>> table : tables.entrySet()) {
            List<ColumnView> scored = table.getValue().stream()
                    .filter(view -> view.shape() != Shape.NONE)
                    .sorted(Comparator.comparingDouble(ColumnView::behind).reversed())
                    .toList();
            html.element("h3", table.getKey());
            html.open("div", "class", "grid").line();
            for (int k = 0; k < Math.min(left, scored.size()); k++) {
                column(html, scored.get(k), k < OPEN / tables.size());
            }
            html.close().line();
            if (scored.size() > left) {
                html.element("p", Words.of("columns.rest", Shown.count(scored.size() - left)));
            }
            left = Math.max(0, left - scored.size());
            made(html, table.getValue());
        }
        html.close().line();
    }

    private static void column(Html html, ColumnView view, boolean open) {
        String[] attributes = open
                ? new String[] {"class", "col", "data-name", view.name(), "open", "open"}
                : new String[] {"class", "col", "data-name", view.name()};
        html.open("details", attributes);
        html.open("summary")
                .element("b", Shown.shorten(view.name(), Shown.LABEL))
                .text(" ");
        html.element("span", score(view), "class", "dim").close();
        html.element("p", view.reading());
        ColumnChart.write(html, view, label(view));
        Bar missing = view.missing();
        if (missing != null) {
            LabelChart.write(html, List.of(missing), Words.of("columns.missing", view.name()));
        }
        numbers(html, view);
        html.close().line();
    }

    /** What someone who cannot see the drawing is told. */
    static String label(ColumnView view) {
        return Words.of("columns.alt", view.name(), view.reading());
    }

    private static String score(ColumnView view) {
        String kind = Words.find("kind." + view.kind()).orElse(view.kind()) + " ";
        if (Double.isNaN(view.score())) {
            return kind + Words.of("columns.unscored");
        }
        return kind
                + (Double.isNaN(view.fresh())
                        ? Shown.number(view.score())
                        : Words.of("columns.score", Shown.number(view.score()), Shown.number(view.fresh())));
    }

    private static void numbers(Html html, ColumnView view) {
        List<Bar> bars = new ArrayList<>(view.bars());
        Bar missing = view.missing();
        if (missing != null) {
            bars.add(missing);
        }
        if (bars.isEmpty()) {
            return;
        }
        html.open("details", "class", "n").element("summary", Words.of("page.numbers"));
        Tables.begin(html, "", "", Words.of("card.real"), Words.of("card.synthetic"));
        for (Bar bar : bars) {
            Tables.row(html, bar.label(), real(bar), Shown.percent(bar.synthetic()));
        }
        Tables.end(html);
        html.close();
    }

    static String real(Bar bar) {
        return Double.isNaN(bar.real()) ? Words.of("view.few10") : Shown.percent(bar.real());
    }

    private static void rest(Html html, List<ColumnView> scored) {
        if (scored.size() <= DRAWN) {
            return;
        }
        html.element("p", Words.of("columns.rest", Shown.count(scored.size() - DRAWN)));
        Tables.words(html, Words.of("columns.name"), Words.of("columns.kind"), Words.of("columns.reading"));
        for (ColumnView view : scored.subList(DRAWN, scored.size())) {
            html.open("tr", "class", "col", "data-name", view.name());
            html.element("th", view.name(), "scope", "row")
                    .element("td", score(view))
                    .element("td", view.reading());
            html.close().line();
        }
        Tables.end(html);
    }

    /** Columns that are made anew and so are not alike by intent. */
    private static void made(Html html, List<ColumnView> columns) {
        List<String> names = columns.stream()
                .filter(view -> view.shape() == Shape.NONE)
                .map(view -> view.name() + " (" + view.kind() + ")")
                .toList();
        if (!names.isEmpty()) {
            html.element("p", Words.of("columns.unmodelled", String.join(", ", names)), "class", "dim");
        }
    }
}
