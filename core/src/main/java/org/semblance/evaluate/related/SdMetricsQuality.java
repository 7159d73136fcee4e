package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The overall score of SDMetrics' Quality Report for databases, to be compared with scores published elsewhere: the mean of
 * its properties Column Shapes, Column Pair Trends, Cardinality and Intertable Trends, which are the parts; those that
 * cannot be computed are left out (one table has no relationships).
 *
 * <p>As there, each database's numbers are cut by its own extremes, which makes pairs with a label blind to a shift; pairs
 * that are not related enough in the real database do not count. The metrics of the same names without these weaknesses
 * are column-shapes, pair-trends, cardinality-shape and intertable-trends. It does not look at grandparents, siblings,
 * sequences or privacy. Cost: that of its four parts.
 *
 * <p>Same figures as SDMetrics 0.29 and 0.32, but that all rows count (SDMetrics draws 50,000 of larger tables at random);
 * thresholds of 0 are what it did before 0.27.
 */
public final class SdMetricsQuality implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "Pairs of numbers whose real correlation is not above this do not count.", min = 0, max = 1)
            double realCorrelationThreshold,

            @Option(
                    value = "Other pairs whose real association (Cramer's V) is not above this do not count.",
                    min = 0,
                    max = 1)
            double realAssociationThreshold) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "sdmetrics-quality",
            "The overall score of SDMetrics' Quality Report for databases, in its exact form; 1 is the same.",
            new Options(0.5, 0.3),
            SdMetricsQuality::new);

    private final Options options;

    SdMetricsQuality(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean of Column Shapes, Column Pair Trends, Cardinality and Intertable Trends as SDMetrics computes them,"
                        + " pairs counting where the real correlation is above " + options.realCorrelationThreshold
                        + " or Cramer's V above " + options.realAssociationThreshold
                        + ", numbers in 10 bins of each database's own range.",
                "SDMetrics 0.29, multi-table QualityReport.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        PairTrends.Options exact = new PairTrends.Options(
                "own", options.realCorrelationThreshold, options.realAssociationThreshold, Integer.MAX_VALUE, "skip");
        Map<String, Double> parts = new LinkedHashMap<>();
        RelatedMetric shapes = Pooled.COLUMN_SHAPES.make(Map.of("lost", "skip"));
        parts.put("Column Shapes", shapes.measure(c, run).value());
        RelatedMetric pairs = Pooled.PAIR_TRENDS.maker().apply(exact);
        parts.put("Column Pair Trends", pairs.measure(c, run).value());
        parts.put("Cardinality", new CardinalityShape().measure(c, run).value());
        parts.put(
                "Intertable Trends", new IntertableTrends(exact).measure(c, run).value());
        return Score.mean("sdmetrics-quality", parts);
    }
}
