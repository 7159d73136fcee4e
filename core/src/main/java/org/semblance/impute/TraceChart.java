package org.semblance.impute;

import org.semblance.report.Shown;
import org.semblance.report.page.Html;
import org.semblance.report.page.Svg;

/** A statistic of what was drawn, by iteration: a line for each set. Lines that mix freely and do not climb have converged. */
final class TraceChart {
    private static final double LEFT = 52;
    private static final double WIDTH = 280;
    private static final double TOP = 10;
    private static final double HEIGHT = 90;

    private TraceChart() {}

    /** @param chains [sets][iterations] */
    static void write(Html html, String what, double[][] chains) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int iterations = 0;
        for (double[] chain : chains) {
            iterations = Math.max(iterations, chain.length);
            for (double value : chain) {
                low = Double.isNaN(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        if (!(high >= low) || iterations < 2) {
            return;
        }
        double span = high > low ? high - low : 1;
        String label =
                what + " of what was drawn, by iteration: from " + Shown.number(low) + " to " + Shown.number(high);
        html.open("figure").open("svg", "viewBox", "0 0 340 124", "role", "img", "aria-label", label, "class", "chart");
        text(html, Shown.number(high), LEFT - 5, TOP + 6, "end");
        text(html, Shown.number(low), LEFT - 5, TOP + HEIGHT, "end");
        text(html, "1", LEFT, TOP + HEIGHT + 14, "middle");
        text(html, String.valueOf(iterations), LEFT + WIDTH, TOP + HEIGHT + 14, "end");
        text(html, "iteration", LEFT + WIDTH / 2, TOP + HEIGHT + 14, "middle");
        Svg axis = new Svg().move(LEFT, TOP).line(LEFT, TOP + HEIGHT).line(LEFT + WIDTH, TOP + HEIGHT);
        html.empty("path", "class", "axis", "d", axis.toString());
        for (double[] chain : chains) {
            Svg line = new Svg();
            boolean down = false;
            for (int i = 0; i < chain.length; i++) {
                if (Double.isNaN(chain[i])) {
                    down = false;
                    continue;
                }
                double x = LEFT + WIDTH * i / (iterations - 1);
                double y = TOP + HEIGHT * (1 - (chain[i] - low) / span);
                line = down ? line.line(x, y) : line.move(x, y);
                down = true;
            }
            if (!line.isEmpty()) {
                html.empty("path", "class", "s", "style", "stroke-width:1.2", "d", line.toString());
            }
        }
        html.close().element("figcaption", what).close().line();
    }

    private static void text(Html html, String words, double x, double y, String anchor) {
        html.element("text", words, "x", Svg.fix(x), "y", Svg.fix(y), "text-anchor", anchor);
    }
}
