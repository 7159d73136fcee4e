package org.semblance.evaluate.alike;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The overall score of SDMetrics' Quality Report for one table, to be compared with scores published elsewhere: the mean
 * of its properties Column Shapes ({@link ColumnShapes}) and Column Pair Trends ({@link PairTrends}), which are the
 * parts.
 *
 * <p>As there, each table's numbers are cut by its own extremes, which makes the pairs blind to a shift; pairs that are
 * not related enough in the real table do not count; what cannot be computed, such as a column that lost all its values,
 * is left out. It differs in that pairs with a label are counted over all rows: SDMetrics draws 50,000 of larger tables
 * at random. {@code column-shapes} and {@code pair-trends} with their own settings do not have these weaknesses. Cost: a
 * sort of each column, one pass per pair.
 *
 * <p>The one for databases ({@link org.semblance.evaluate.related.SdMetricsQuality}) has two properties more and takes
 * another kind of comparison; the properties themselves are shared. Same figures as SDMetrics 0.29 and 0.32; the correct form of the thresholds (0, 0) is that of SDMetrics before 0.27.
 */
public final class SdMetricsQuality implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "Pairs of numbers whose real correlation is not above this do not count.", min = 0, max = 1)
            double realCorrelationThreshold,

            @Option(
                    value = "Other pairs whose real association (Cramer's V) is not above this do not count.",
                    min = 0,
                    max = 1)
            double realAssociationThreshold) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "sdmetrics-quality",
            "The overall score of SDMetrics' Quality Report for one table, in its exact form; 1 is the same.",
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
                "The mean of Column Shapes and Column Pair Trends as SDMetrics computes them, pairs counting where the real"
                        + " correlation is above " + options.realCorrelationThreshold + " or Cramer's V above "
                        + options.realAssociationThreshold + ", numbers in 10 bins of each table's own range.",
                "SDMetrics 0.29, QualityReport.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Score shapes = ColumnShapes.PLUGIN.make(Map.of("lost", "skip")).measure(c, run);
        Score trends = PairTrends.PLUGIN
                .make(Map.of(
                        "lost", "skip",
                        "edges", "own",
                        "most-pairs", Integer.MAX_VALUE,
                        "least-correlation", options.realCorrelationThreshold,
                        "least-association", options.realAssociationThreshold))
                .measure(c, run);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("Column Shapes", shapes.value());
        parts.put("Column Pair Trends", trends.value());
        Score score = Score.mean("sdmetrics-quality", parts);
        return Double.isNaN(trends.value()) && !Double.isNaN(shapes.value())
                ? score.note("No pair of columns is related enough to count.")
                : score;
    }
}
