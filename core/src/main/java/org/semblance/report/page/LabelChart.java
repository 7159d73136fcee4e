package org.semblance.report.page;

import java.util.List;
import org.semblance.report.ColumnView.Bar;
import org.semblance.report.Shown;

/** Labels as bars from the left: grey for the real share, a thin line over it for the synthetic one, the gap shaded. */
final class LabelChart {
    private static final double ROW = 18;
    private static final double LEFT = 122;
    private static final double WIDTH = 138;
    private static final int NAME = 19;

    private LabelChart() {}

    static void write(Html html, List<Bar> bars, String label) {
        double most = 1e-9;
        for (Bar bar : bars) {
            most = Math.max(most, Math.max(real(bar), bar.synthetic()));
        }
        // A single bar is a share of all rows: its whole width is all of them.
        double unit = WIDTH / (bars.size() == 1 ? 1 : most);
        String box = "0 0 340 " + Svg.fix(ROW * bars.size());
        html.open("svg", "viewBox", box, "role", "img", "aria-label", label, "class", "chart");
        Svg grey = new Svg();
        Svg gap = new Svg();
        Svg line = new Svg();
        double y = 0;
        for (Bar bar : bars) {
            double a = real(bar) * unit;
            double b = bar.synthetic() * unit;
            grey.box(LEFT, y + 3, a, 12);
            if (Math.abs(a - b) >= 0.1) {
                gap.box(LEFT + Math.min(a, b), y + 3, Math.abs(a - b), 12);
            }
            line.box(LEFT, y + 7, b, 4);
            html.element("text", Shown.shorten(bar.label(), NAME), "x", "0", "y", Svg.fix(y + 13));
            html.element("text", number(bar), "x", "340", "y", Svg.fix(y + 13), "text-anchor", "end");
            y += ROW;
        }
        html.empty("path", "class", "r", "d", grey.toString());
        if (!gap.isEmpty()) {
            html.empty("path", "class", "g", "d", gap.toString());
        }
        html.empty("path", "class", "f", "d", line.toString());
        html.empty("path", "class", "axis", "d", "M122 0v" + Svg.fix(ROW * bars.size()));
        html.close();
    }

    private static double real(Bar bar) {
        return Double.isNaN(bar.real()) ? 0 : bar.real();
    }

    private static String number(Bar bar) {
        String real = Double.isNaN(bar.real())
                ? "<10 rows"
                : Shown.percent(bar.real()).replace(" %", "");
        return real + " | " + Shown.percent(bar.synthetic());
    }
}
