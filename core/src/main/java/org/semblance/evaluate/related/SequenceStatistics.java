package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;

/**
 * How like the sequences are taken each as one number: 1 minus the Kolmogorov-Smirnov distance of the mean (median,
 * standard deviation, smallest, largest value) per sequence; the mean over columns of numbers and statistics. Missing
 * values are left out, and so are tables of fewer than 5 sequences. It cannot tell in which order the values come. Cost: a sort of each sequence. SDMetrics 0.29,
 * StatisticMSAS.
 */
public final class SequenceStatistics implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(
                    value = "What is taken of each sequence; all takes the five of them.",
                    choices = {"all", "mean", "median", "std", "min", "max"})
            String statistic) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "per-sequence-statistics",
            "How like mean, median, deviation, smallest and largest value per sequence are distributed; 1 is the same.",
            new Options("all"),
            SequenceStatistics::new);

    /** Of fewer sequences each has so few numbers that their distributions say nothing. */
    private static final int LEAST = 5;

    private final List<Statistic> statistics;

    SequenceStatistics(Options options) {
        statistics = options.statistic.equals("all")
                ? List.of(Statistic.values())
                : List.of(Statistic.of(options.statistic));
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns and statistics of 1 minus the Kolmogorov-Smirnov distance of the statistic per"
                        + " sequence.",
                "SDMetrics 0.29, StatisticMSAS.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Stepped stepped : Stepped.of(c)) {
            if (Math.min(stepped.real().count(), stepped.synthetic().count()) < LEAST) {
                continue;
            }
            int[] columns = stepped.columns(true);
            double[] scores = new double[columns.length * statistics.size()];
            run.parallel(columns.length, k -> {
                NumberColumn[] real = each(stepped.real(columns[k]), stepped.real());
                NumberColumn[] synthetic = each(stepped.synthetic(columns[k]), stepped.synthetic());
                for (int s = 0; s < real.length; s++) {
                    scores[k * real.length + s] = ColumnShapes.similarity(real[s], synthetic[s]);
                }
            });
            for (int i = 0; i < scores.length; i++) {
                String statistic = statistics.get(i % statistics.size()).word();
                parts.put(stepped.name(columns[i / statistics.size()]) + " " + statistic, scores[i]);
            }
        }
        return Score.mean("per-sequence-statistics", parts);
    }

    /** One column for each statistic, with one value for each sequence. */
    private NumberColumn[] each(double[] values, Groups steps) {
        double[][] out = new double[statistics.size()][steps.count()];
        for (int g = 0; g < steps.count(); g++) {
            double[] own = present(values, steps.starts()[g], steps.starts()[g + 1]);
            for (int s = 0; s < out.length; s++) {
                out[s][g] = statistics.get(s).of(own);
            }
        }
        return Arrays.stream(out).map(NumberColumn::of).toArray(NumberColumn[]::new);
    }

    private static double[] present(double[] values, int from, int to) {
        double[] out = new double[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                out[n++] = values[i];
            }
        }
        return Arrays.copyOf(out, n);
    }
}
