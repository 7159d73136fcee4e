package org.semblance.linkage.score;

import org.semblance.report.Shown;
import org.semblance.report.page.Html;
import org.semblance.report.page.Svg;

/** Precision by recall as a step line, with the point of the highest F1. */
final class CurveChart {
    private static final double LEFT = 34;
    private static final double SIZE = 240;
    private static final double TOP = 8;

    private CurveChart() {}

    static void write(Html html, Curve curve) {
        Svg line = new Svg();
        double y = 1;
        for (Curve.Point point : curve.points()) {
            double recall = point.counts().recall();
            double precision = point.counts().precision();
            if (line.isEmpty()) {
                line.move(x(0), y(precision));
            }
            line.line(x(recall), y(precision));
            y = Math.min(y, precision);
        }
        Svg dot = new Svg();
        PairCounts best = curve.best().counts();
        dot.box(x(best.recall()) - 4, y(best.precision()) - 4, 8, 8);
        Svg axis = new Svg();
        axis.move(x(0), y(1)).line(x(0), y(0)).line(x(1), y(0));
        String label = "Precision by recall: area " + Shown.number(curve.averagePrecision()) + ", best F1 "
                + Shown.number(best.f()) + ", lowest precision " + Shown.number(y);
        html.open("figure").open("svg", "viewBox", "0 0 300 290", "role", "img", "aria-label", label, "class", "chart");
        for (int k = 0; k <= 4; k++) {
            double at = k / 4.0;
            String words = Shown.number(at).substring(0, k % 4 == 0 ? 1 : 4);
            html.element("text", words, "x", Svg.fix(LEFT - 5), "y", Svg.fix(y(at) + 4), "text-anchor", "end");
            html.element("text", words, "x", Svg.fix(x(at)), "y", Svg.fix(y(0) + 15), "text-anchor", "middle");
        }
        html.element("text", "recall", "x", Svg.fix(x(0.5)), "y", Svg.fix(y(0) + 30), "text-anchor", "middle");
        html.element("text", "precision", "x", Svg.fix(x(0) + 6), "y", Svg.fix(y(0.5)));
        html.empty("path", "class", "axis", "d", axis.toString());
        html.empty("path", "class", "s", "d", line.toString());
        html.empty("path", "class", "f", "d", dot.toString());
        html.close();
        html.element(
                "figcaption",
                "Every threshold from the highest score to the lowest. The square is the highest F1, "
                        + Shown.number(best.f()) + ", at score "
                        + Shown.number(curve.best().threshold())
                        + ". Area " + Shown.number(curve.averagePrecision()) + ".");
        html.close().line();
    }

    private static double x(double share) {
        return LEFT + SIZE * share;
    }

    private static double y(double share) {
        return TOP + SIZE * (1 - share);
    }
}
