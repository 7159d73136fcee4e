package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Precision and recall at every threshold of scored links.
 *
 * @param points by falling threshold, at most {@link #SHOWN} of them
 * @param averagePrecision the area under precision by recall, in steps (no interpolation); recall that no link reaches
 *     adds nothing, so blocking that loses pairs is seen
 * @param best the point of the highest F1
 * @param rocArea the area under the ROC curve over all pairs that could be linked, those without a link below all
 *     others; NaN where their number is not known. Near 1 for almost everything, for most pairs are easy to leave out.
 */
public record Curve(List<Point> points, double averagePrecision, Point best, double rocArea) {
    static final int SHOWN = 200;

    /** The links of at least this score. */
    public record Point(double threshold, PairCounts counts) {}

    public Curve {
        points = List.copyOf(points);
    }

    static Curve of(Links links, LongPredicate truth, long actual, double comparisons) {
        int n = links.pairs().length;
        double[] all = links.scores().clone();
        double[] right = new double[n];
        int rights = 0;
        for (int i = 0; i < n; i++) {
            if (truth.test(links.pairs()[i])) {
                right[rights++] = all[i];
            }
        }
        Arrays.sort(all);
        Arrays.sort(right, 0, rights);
        List<Point> points = new ArrayList<>();
        double area = 0;
        double roc = 0;
        long both = 0;
        Point best = new Point(Double.POSITIVE_INFINITY, new PairCounts(0, 0, actual));
        int step = Math.max(1, n / SHOWN);
        int nextShown = 0;
        for (int k = 0; k < n; ) {
            double threshold = all[n - 1 - k];
            long before = both;
            int from = k;
            while (k < n && all[n - 1 - k] == threshold) {
                k++;
            }
            while (both < rights && right[(int) (rights - 1 - both)] == threshold) {
                both++;
            }
            Point point = new Point(threshold, new PairCounts(both, k, actual));
            area += (double) (both - before) / actual * point.counts.precision();
            roc += (k - from - (both - before)) * (before + (both - before) / 2.0);
            if (point.counts.f() > best.counts.f()) {
                best = point;
            }
            if (k >= nextShown || k == n) {
                points.add(point);
                nextShown = k + step;
            }
        }
        double others = comparisons - actual;
        roc += (others - (n - both)) * (both + (actual - both) / 2.0);
        return new Curve(points, area, best, others > 0 ? roc / others / actual : Double.NaN);
    }
}
