package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * How near one statistic of the numbers of children is: 1 minus its difference by the real range, not below 0; the mean
 * over relationships. NaN where all real parents have the same number. Cost: one hash per row and a sort of the parents.
 * SDMetrics 0.29, CardinalityStatisticSimilarity.
 */
public final class CardinalityStatistic implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(
                    value = "What is compared of the numbers of children.",
                    choices = {"mean", "median", "std"})
            String statistic) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "cardinality-statistic",
            "How near the mean (median, standard deviation) number of children is, by the real range; 1 is the same.",
            new Options("mean"),
            CardinalityStatistic::new);

    private final Options options;

    CardinalityStatistic(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over relationships of 1 minus the difference of the " + options.statistic
                        + " number of children by the range of the real numbers, at least 0.",
                "SDMetrics 0.29, CardinalityStatisticSimilarity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("Children per parent, " + options.statistic, "real", "synthetic");
        for (Relationship relationship : c.relationships()) {
            double[] real = CardinalityShape.counts(c.real().link(relationship)).toArray();
            double[] synthetic =
                    CardinalityShape.counts(c.synthetic().link(relationship)).toArray();
            double ofReal = Statistic.of(options.statistic).of(real);
            double ofSynthetic = Statistic.of(options.statistic).of(synthetic);
            double range = Arrays.stream(real).max().orElse(0)
                    - Arrays.stream(real).min().orElse(0);
            double score = range > 0 ? Math.max(0, 1 - Math.abs(ofReal - ofSynthetic) / range) : Double.NaN;
            parts.put(relationship.name(), score);
            figures.row(relationship.name(), ofReal, ofSynthetic);
        }
        return Score.mean("cardinality-statistic", parts).figures(figures.build());
    }
}
