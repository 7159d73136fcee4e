package org.semblance.evaluate.alike;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Which share of the real labels occurs in the synthetic table, and the mean of that over the columns of labels.
 *
 * <p>A label counts the same however rare it is: a synthesizer that keeps rare labels back for privacy scores lower for
 * it, and so do fewer synthetic rows than real ones. Cost: one pass. Same figures as SDMetrics 0.29 (CategoryCoverage).
 */
public final class CategoryCoverage implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "category-coverage",
            "The share of the real labels that occur in the synthetic table, however rare; 1 is all of them.",
            new Plugin.NoOptions(),
            options -> new CategoryCoverage());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of labels of the number of labels in both tables divided by the number of labels"
                        + " in the real one.",
                "SDMetrics 0.29, CategoryCoverage.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return PerColumn.mean("category-coverage", c, run, i -> !c.numeric(i), i -> {
            double[][] counts = PerColumn.counts(c, i);
            int real = 0;
            int both = 0;
            for (int k = 0; k < counts[0].length; k++) {
                real += counts[0][k] > 0 ? 1 : 0;
                both += counts[0][k] > 0 && counts[1][k] > 0 ? 1 : 0;
            }
            return real == 0 ? Double.NaN : (double) both / real;
        });
    }
}
