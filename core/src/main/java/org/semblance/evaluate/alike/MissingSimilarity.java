package org.semblance.evaluate.alike;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Column;

/**
 * How alike the columns are in how many values they miss: per column 1 minus the difference of the shares that are
 * missing, and the mean of the columns.
 *
 * <p>It does not see in which rows values are missing together: {@link MissingPattern} does. Columns that miss nothing
 * in either table score 1 and pull the mean up: read the parts. Cost: one pass. Same figures as SDMetrics 0.29
 * (MissingValueSimilarity).
 */
public final class MissingSimilarity implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "missing-similarity",
            "How alike the columns are in the share of their values that is missing; 1 is the same share.",
            new Plugin.NoOptions(),
            options -> new MissingSimilarity());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of 1 - |m_r - m_s|, where m is the share of values that is missing.",
                "SDMetrics 0.29, MissingValueSimilarity.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return PerColumn.mean(
                "missing-similarity",
                c,
                run,
                i -> true,
                i -> 1
                        - Math.abs(missing(c.real().column(i))
                                - missing(c.synthetic().column(i))));
    }

    private static double missing(Column column) {
        return (double) column.missingCount() / column.size();
    }
}
