package org.semblance.report.page;

import org.semblance.report.PairView;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/** Two columns as a grid: a square per cell, as large as the difference; filled for too many rows, hollow for too few. */
final class Cells {
    private static final double WIDTH = 340;
    private static final double ROW = 17;
    private static final double LEFT = 118;
    private static final double WIDEST = 24;
    private static final int DOWN = 17;
    private static final int ACROSS = 12;

    /** Of a letter, along a name that is turned by 60 degrees. */
    private static final double LETTER = 5.4;

    private final PairView view;
    private final int[] down;
    private final int[] across;
    private final double full;
    private final double cell;
    private final double high;

    /** @param full the difference whose square is as large as its cell */
    Cells(PairView view, int[] down, int[] across, double full) {
        this.view = view;
        this.down = down;
        this.across = across;
        this.full = full;
        cell = Math.min(WIDEST, (WIDTH - LEFT) / across.length);
        high = ROW * down.length;
    }

    void write(Html html) {
        int longest = 0;
        for (int group : across) {
            longest =
                    Math.max(longest, Math.min(ACROSS, view.across().get(group).length()));
        }
        String box = "0 0 340 " + Svg.fix(high + 12 + LETTER * longest);
        String label = Words.of("pairs.alt", view.first(), view.second(), view.reading());
        html.open("svg", "viewBox", box, "role", "img", "aria-label", label, "class", "chart");
        for (int i = 0; i < down.length; i++) {
            String name = Shown.shorten(view.down().get(down[i]), DOWN);
            html.element("text", name, "x", "0", "y", Svg.fix(ROW * i + ROW / 2 + 4));
        }
        for (int j = 0; j < across.length; j++) {
            String x = Svg.fix(LEFT + cell * (j + 0.5) + 4);
            String y = Svg.fix(high + 8);
            String name = Shown.shorten(view.across().get(across[j]), ACROSS);
            String turn = "rotate(-60 " + x + " " + y + ")";
            html.element("text", name, "x", x, "y", y, "text-anchor", "end", "transform", turn);
        }
        squares(html);
        html.close();
    }

    private void squares(Html html) {
        Svg many = new Svg();
        Svg few = new Svg();
        for (int i = 0; i < down.length; i++) {
            for (int j = 0; j < across.length; j++) {
                double more = view.more().get(down[i] * view.across().size() + across[j]);
                double size = Double.isNaN(more) ? 0 : (ROW - 2) * Math.sqrt(Math.abs(more) / full);
                if (size >= 1) {
                    double x = LEFT + cell * (j + 0.5) - size / 2;
                    (more > 0 ? many : few).box(x, ROW * (i + 0.5) - size / 2, size, size);
                }
            }
        }
        html.empty("path", "class", "f", "d", many.toString());
        html.empty("path", "class", "few", "d", few.toString());
    }
}
