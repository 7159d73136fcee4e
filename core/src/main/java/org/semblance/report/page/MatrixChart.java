package org.semblance.report.page;

import org.semblance.report.PairMatrix;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/**
 * A matrix of differences: a square per pair, the darker the further behind fresh rows. Up to {@link #NAMED} columns with
 * their names, more as a picture of a dot per pair.
 */
final class MatrixChart {
    private static final int NAMED = 40;
    private static final int SHADES = 8;

    /** A difference that is drawn as dark as can be. */
    private static final double DARKEST = 0.2;

    private MatrixChart() {}

    static void write(Html html, PairMatrix pairs) {
        String label = Words.of("pairs.matrix", Shown.count(pairs.names().size()));
        html.open("figure", "class", "matrix");
        if (pairs.names().size() <= NAMED) {
            named(html, pairs, label);
        } else {
            String picture = Png.dataUri(pairs.names().size(), (x, y) -> shade(pairs.behind(x, y), Png.SHADES));
            html.empty("img", "src", picture, "alt", label);
        }
        html.open("figcaption");
        for (int k = 0; k <= SHADES; k += 2) {
            html.open("span").open("svg", "viewBox", "0 0 12 12", "width", "12", "height", "12", "aria-hidden", "true");
            html.empty("path", "class", "h" + k, "d", "M0 0h12v12h-12z").close();
            String from = String.format(java.util.Locale.ROOT, "%.2f", DARKEST * k / SHADES);
            html.text(" " + (k == SHADES ? Words.of("cut.from", from) : from))
                    .close()
                    .text(" ");
        }
        html.text(Words.of(pairs.besideFresh() ? "pairs.shades" : "pairs.shadesAlone"))
                .close()
                .close()
                .line();
    }

    private static int shade(double behind, int shades) {
        if (Double.isNaN(behind)) {
            return 0;
        }
        return (int) Math.max(0, Math.min(shades, Math.round(shades * behind / DARKEST)));
    }

    private static void named(Html html, PairMatrix pairs, String label) {
        int n = pairs.names().size();
        int cell = 14;
        int left = 110;
        int size = left + cell * n;
        String box = "0 0 " + size + " " + (cell * n + 4);
        html.open("svg", "viewBox", box, "width", Integer.toString(size), "role", "img", "aria-label", label);
        Svg[] shades = new Svg[SHADES + 1];
        for (int a = 0; a < n; a++) {
            html.element(
                    "text",
                    Shown.shorten(pairs.names().get(a), 17),
                    "x",
                    Integer.toString(left + cell * a + cell - 4),
                    "y",
                    Integer.toString(cell * a + 11),
                    "text-anchor",
                    "end");
            for (int b = a + 1; b < n; b++) {
                int shade = shade(pairs.behind(a, b), SHADES);
                if (shades[shade] == null) {
                    shades[shade] = new Svg();
                }
                shades[shade].box(left + cell * b, cell * a, cell - 1, cell - 1);
            }
        }
        for (int k = 0; k <= SHADES; k++) {
            if (shades[k] != null) {
                html.empty("path", "class", "h" + k, "d", shades[k].toString());
            }
        }
        html.close();
    }
}
