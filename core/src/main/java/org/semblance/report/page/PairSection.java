package org.semblance.report.page;

import java.util.List;
import java.util.stream.IntStream;
import org.semblance.report.PairView;
import org.semblance.report.Report;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/** How columns go together: one matrix of differences, and the worst pairs opened. */
final class PairSection {
    private static final int OPEN = 6;
    private static final double ROW = 17;
    private static final double LEFT = 118;
    private static final int NAME = 17;

    private PairSection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "pairs").element("h2", Words.of("pairs.title"));
        if (!report.pairs().known()) {
            html.element("p", Words.of("pairs.none")).close();
            return;
        }
        html.element("p", Words.of(report.pairs().besideFresh() ? "pairs.how" : "pairs.howAlone"));
        MatrixChart.write(html, report.pairs());
        worst(html, report.worstPairs());
        html.close().line();
    }

    private static void worst(Html html, List<PairView> pairs) {
        html.element("h3", Words.of("pairs.worst", Shown.count(pairs.size())));
        html.element("p", Words.of("pairs.cells"));
        html.open("div", "class", "grid").line();
        for (int k = 0; k < pairs.size(); k++) {
            PairView view = pairs.get(k);
            String[] attributes =
                    k < OPEN ? new String[] {"class", "pair", "open", "open"} : new String[] {"class", "pair"};
            html.open("details", attributes);
            html.open("summary")
                    .element("b", view.first())
                    .text(" × ")
                    .element("b", view.second())
                    .text(" ");
            String score = Double.isNaN(view.fresh())
                    ? Shown.number(view.score())
                    : Words.of("columns.score", Shown.number(view.score()), Shown.number(view.fresh()));
            html.element("span", score, "class", "dim").close();
            html.element("p", view.reading());
            cells(html, view);
            html.close().line();
        }
        html.close();
    }

    /** A square per cell, as large as the difference: filled where there are too many, hollow where too few. */
    private static void cells(Html html, PairView view) {
        int width = view.across().size();
        int[] down = shown(view, view.down().size(), (k, other) -> k * width + other, width);
        int[] across =
                shown(view, width, (k, other) -> other * width + k, view.down().size());
        double most = view.more().stream()
                .filter(one -> !Double.isNaN(one))
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        if (most == 0 || down.length == 0) {
            return;
        }
        double cell = Math.min(24, (340 - LEFT) / across.length);
        double high = ROW * down.length;
        String box = "0 0 340 " + Svg.fix(high + 74);
        String label = Words.of("pairs.alt", view.first(), view.second(), view.reading());
        html.open("svg", "viewBox", box, "role", "img", "aria-label", label, "class", "chart");
        Svg many = new Svg();
        Svg few = new Svg();
        for (int i = 0; i < down.length; i++) {
            double y = ROW * i + ROW / 2;
            html.element("text", Shown.shorten(view.down().get(down[i]), NAME), "x", "0", "y", Svg.fix(y + 4));
            for (int j = 0; j < across.length; j++) {
                double more = view.more().get(down[i] * width + across[j]);
                double size = Double.isNaN(more) ? 0 : (ROW - 2) * Math.sqrt(Math.abs(more) / most);
                if (size >= 1) {
                    (more > 0 ? many : few).box(LEFT + cell * (j + 0.5) - size / 2, y - size / 2, size, size);
                }
            }
        }
        for (int j = 0; j < across.length; j++) {
            String x = Svg.fix(LEFT + cell * (j + 0.5) + 3);
            String name = Shown.shorten(view.across().get(across[j]), 12);
            String turn = "rotate(-60 " + x + " " + Svg.fix(high + 68) + ")";
            html.element("text", name, "x", x, "y", Svg.fix(high + 68), "transform", turn);
        }
        html.empty("path", "class", "f", "d", many.toString());
        html.empty("path", "class", "few", "d", few.toString());
        html.close();
    }

    private interface Place {
        int of(int line, int other);
    }

    /** Lines in which any cell is shown. */
    private static int[] shown(PairView view, int lines, Place place, int others) {
        return IntStream.range(0, lines)
                .filter(k -> IntStream.range(0, others)
                        .anyMatch(other -> !Double.isNaN(view.more().get(place.of(k, other)))))
                .toArray();
    }
}
