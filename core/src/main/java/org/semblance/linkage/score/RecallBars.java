package org.semblance.linkage.score;

import java.util.List;
import org.semblance.report.Shown;
import org.semblance.report.page.Html;
import org.semblance.report.page.Svg;

/** Recall of each stratum as a bar, the worst first, with the recall of all pairs as a line through them. */
final class RecallBars {
    private static final double ROW = 18;
    private static final double LEFT = 132;
    private static final double WIDTH = 240;
    private static final int MOST = 40;

    private RecallBars() {}

    static void write(Html html, List<Stratum> strata, double overall) {
        List<Stratum> shown = strata.subList(0, Math.min(MOST, strata.size()));
        double high = ROW * shown.size();
        String label = "Recall by " + strata.get(0).kind() + ", worst first; of all pairs " + Shown.number(overall);
        html.open("figure");
        html.open("svg", "viewBox", "0 0 460 " + Svg.fix(high), "role", "img", "aria-label", label, "class", "chart");
        Svg bars = new Svg();
        for (int i = 0; i < shown.size(); i++) {
            Stratum stratum = shown.get(i);
            double recall = stratum.counts().recall();
            String y = Svg.fix(ROW * i + ROW / 2 + 4);
            html.element("text", Shown.shorten(stratum.name(), 20), "x", "0", "y", y);
            bars.box(LEFT, ROW * i + 3, WIDTH * recall, ROW - 6);
            String words =
                    Shown.number(recall) + " of " + Shown.count(stratum.counts().actual());
            html.element("text", words, "x", Svg.fix(LEFT + WIDTH + 6), "y", y);
        }
        html.empty("path", "class", "g", "d", bars.toString());
        Svg line = new Svg();
        line.move(LEFT + WIDTH * overall, 0).line(LEFT + WIDTH * overall, high);
        html.empty("path", "class", "axis", "d", line.toString());
        html.close();
        html.element(
                "figcaption",
                "Recall, and how many true pairs. The line is the recall of all pairs, " + Shown.number(overall) + ".");
        html.close().line();
    }
}
