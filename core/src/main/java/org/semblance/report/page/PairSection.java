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

    /** Pairs that fall behind by less are not opened. */
    private static final double LEAST = 0.0005;
    /** A difference below this does not fill its square: what chance makes should look like it. */
    private static final double FULL = 0.01;

    private PairSection() {}

    static void write(Html html, Report report) {
        html.open("section", "id", "pairs").element("h2", Words.of("pairs.title"));
        if (!report.pairs().known()) {
            html.element("p", Words.of("pairs.none")).close();
            return;
        }
        html.element("p", Words.of(report.pairs().besideFresh() ? "pairs.how" : "pairs.howAlone"));
        MatrixChart.write(html, report.pairs());
        worst(
                html,
                report.worstPairs().stream()
                        .filter(view -> view.behind() > LEAST)
                        .toList());
        html.close().line();
    }

    private static void worst(Html html, List<PairView> pairs) {
        if (pairs.isEmpty()) {
            html.element("p", Words.of("pairs.good"));
            return;
        }
        html.element("h3", Words.of("pairs.worst", Shown.count(pairs.size())));
        html.element("p", Words.of("pairs.cells"));
        html.open("div", "class", "grid").line();
        for (int k = 0; k < pairs.size(); k++) {
            PairView view = pairs.get(k);
            String[] attributes =
                    k < OPEN ? new String[] {"class", "pair", "open", "open"} : new String[] {"class", "pair"};
            html.open("details", attributes);
            html.open("summary")
                    .element("b", Shown.shorten(view.first(), Shown.LABEL))
                    .text(" × ")
                    .element("b", Shown.shorten(view.second(), Shown.LABEL))
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
        new Cells(view, down, across, Math.max(most, FULL)).write(html);
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
