package org.semblance.impute;

import java.util.List;
import java.util.stream.IntStream;
import org.semblance.report.Shown;
import org.semblance.report.page.Html;
import org.semblance.report.page.Svg;

/**
 * Which columns are missing together: a row for each pattern, the commonest first, filled where the column is missing,
 * with how many rows of the table have it. Columns in which nothing is missing are left out.
 */
final class PatternChart {
    private static final int PATTERNS = 20;
    private static final int COLUMNS = 40;
    private static final double CELL = 16;
    private static final int NAME = 16;

    private PatternChart() {}

    static void write(Html html, MissingData missing) {
        int[] all = IntStream.range(0, missing.columns().size())
                .filter(c -> missing.missing(c) > 0)
                .toArray();
        int[] columns = IntStream.of(all).limit(COLUMNS).toArray();
        List<MissingData.Pattern> patterns = missing.patterns().stream()
                .sorted((a, b) -> Integer.compare(b.rows(), a.rows()))
                .toList();
        int shown = Math.min(PATTERNS, patterns.size());
        int longest = IntStream.of(columns)
                .map(c -> Math.min(NAME, missing.columns().get(c).length()))
                .max()
                .orElse(0);
        double head = 12 + 5.4 * longest;
        double width = CELL * columns.length;
        double height = head + CELL * shown;
        String box = "0 0 " + Svg.fix(width + 110) + " " + Svg.fix(height + 4);
        String label = patterns.size() + " patterns of missing values in " + all.length + " columns";
        html.open("figure");
        html.open(
                "svg",
                "viewBox",
                box,
                "role",
                "img",
                "aria-label",
                label,
                "style",
                "display:block;max-width:100%;width:" + Svg.fix(width + 110) + "px;height:auto");
        for (int k = 0; k < columns.length; k++) {
            double x = CELL * k + CELL / 2 + 4;
            html.element(
                    "text",
                    Shown.shorten(missing.columns().get(columns[k]), NAME),
                    "transform",
                    "translate(" + Svg.fix(x) + " " + Svg.fix(head - 4) + ") rotate(-60)");
        }
        Svg there = new Svg();
        Svg away = new Svg();
        for (int row = 0; row < shown; row++) {
            double y = head + CELL * row;
            for (int k = 0; k < columns.length; k++) {
                (patterns.get(row).observed()[columns[k]] ? there : away).box(CELL * k + 1, y + 1, CELL - 2, CELL - 2);
            }
            String count = Shown.count(patterns.get(row).rows());
            html.element("text", count + " rows", "x", Svg.fix(width + 6), "y", Svg.fix(y + 12));
        }
        if (!there.isEmpty()) {
            html.empty("path", "class", "r", "style", "opacity:.45", "d", there.toString());
        }
        if (!away.isEmpty()) {
            html.empty("path", "class", "f", "d", away.toString());
        }
        html.close();
        String more =
                (patterns.size() > shown ? " " + Shown.count(patterns.size() - shown) + " more are not drawn." : "")
                        + (all.length > columns.length
                                ? " " + Shown.count(all.length - columns.length) + " more columns have holes."
                                : "");
        html.element("figcaption", "Blue is missing, grey is there; the commonest pattern first." + more);
        html.close().line();
    }
}
