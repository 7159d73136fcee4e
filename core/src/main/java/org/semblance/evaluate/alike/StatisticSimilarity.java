package org.semblance.evaluate.alike;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.TwoSamples;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * How near a statistic of each column of numbers or dates (its mean, median or standard deviation) is to the real one,
 * measured in real ranges: 1 minus the difference divided by the range, at least 0, and the mean of the columns.
 *
 * <p>Where one real outlier makes the range wide, every difference looks small: {@link QuantileDistance} does not have
 * that weakness. Constant real columns score NaN and are left out; a column without synthetic values scores 0. Cost: a
 * sort of each column. Same figures as SDMetrics 0.29 (StatisticSimilarity), which gives NaN for a column without
 * synthetic values.
 */
public final class StatisticSimilarity implements Metric {
    /** The options. */
    public record Options(
            @Option(
                    value = "Which statistic: the mean, the median, or the standard deviation.",
                    choices = {"mean", "median", "std"})
            String statistic) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "statistic-similarity",
            "How near the mean, median or deviation of each column of numbers is to the real one; 1 is the same.",
            new Options("mean"),
            StatisticSimilarity::new);

    private final String statistic;

    StatisticSimilarity(Options options) {
        statistic = options.statistic;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of numbers and dates of max(0, 1 - |f_r - f_s| / (max_r - min_r)), where f is the "
                        + (statistic.equals("std") ? "standard deviation" : statistic) + ".",
                "SDMetrics 0.29, StatisticSimilarity.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return PerColumn.mean("statistic-similarity", c, run, c::numeric, i -> {
            double[] real = PerColumn.sorted(c.real(), i);
            double[] synthetic = PerColumn.sorted(c.synthetic(), i);
            double width = real.length == 0 ? 0 : real[real.length - 1] - real[0];
            if (width == 0) {
                return Double.NaN;
            }
            return synthetic.length == 0 ? 0 : Math.max(0, 1 - Math.abs(of(real) - of(synthetic)) / width);
        });
    }

    private double of(double[] ascending) {
        return switch (statistic) {
            case "median" -> TwoSamples.quantile(ascending, 0.5);
            case "std" -> Math.sqrt(TwoSamples.variance(ascending));
            default -> TwoSamples.mean(ascending);
        };
    }
}
