package org.semblance.evaluate.alike;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;

/**
 * How much of the range of the real numbers and dates the synthetic ones span: per column 1 minus the share of the range
 * that is left out below and above, and the mean of the columns.
 *
 * <p>Only the extremes count: one synthetic outlier covers everything, and a synthesizer that keeps extremes back for
 * privacy scores lower for it. Columns whose real values are all the same score NaN and are left out; a column without
 * synthetic values scores 0. Cost: one pass. Same figures as SDMetrics 0.29 (RangeCoverage), which gives NaN for a
 * column without synthetic values.
 */
public final class RangeCoverage implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "range-coverage",
            "How much of the range of the real numbers and dates the synthetic ones span; 1 is all of it.",
            new Plugin.NoOptions(),
            options -> new RangeCoverage());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of numbers and dates of max(0, 1 - max(0, min_s - min_r) / R - max(0, max_r -"
                        + " max_s) / R), with the real range R = max_r - min_r.",
                "SDMetrics 0.29, RangeCoverage.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return PerColumn.mean(
                "range-coverage",
                c,
                run,
                c::numeric,
                i -> coverage(range(c.real().numbers(i)), range(c.synthetic().numbers(i))));
    }

    private static double coverage(double[] real, double[] synthetic) {
        double width = real[1] - real[0];
        if (!(width > 0)) {
            return Double.NaN;
        }
        if (synthetic[0] > synthetic[1]) {
            return 0;
        }
        double below = Math.max(0, (synthetic[0] - real[0]) / width);
        double above = Math.max(0, (real[1] - synthetic[1]) / width);
        return Math.max(0, 1 - (below + above));
    }

    /** The smallest and the largest number; the smallest is the larger one where there is none. */
    private static double[] range(NumberColumn column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                low = Math.min(low, column.get(i));
                high = Math.max(high, column.get(i));
            }
        }
        return new double[] {low, high};
    }
}
