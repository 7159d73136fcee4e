package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The quality report of SDMetrics for databases as one number: the mean of column shapes, pair trends, cardinality shapes
 * and intertable trends, those left out that cannot be computed (one table has no relationships).
 *
 * <p>With {@code edges} = own and {@code lost} = skip the figures of SDMetrics 0.29: thresholds 0.5 and 0.3 are its
 * default since 0.27, thresholds 0 what it did before; scores with different thresholds cannot be compared. It does not
 * look at grandparents, siblings, sequences or privacy. Cost: that of its four parts.
 */
public final class QualityReport implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "quality",
            "The mean of column shapes, pair trends, cardinality shapes and intertable trends; 1 is the same.",
            new PairTrends.Options("real", 0, 0, 50_000, "zero"),
            QualityReport::new);

    private final PairTrends.Options options;

    QualityReport(PairTrends.Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean of Column Shapes, Column Pair Trends, Cardinality and Intertable Trends; pairs counted whose real"
                        + " correlation is above " + options.leastCorrelation() + " or association above "
                        + options.leastAssociation() + "; numbers in bins of " + options.edges() + " edges.",
                "SDMetrics 0.29, multi-table Quality Report.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        RelatedMetric shapes = Pooled.COLUMN_SHAPES.make(Map.of("lost", options.lost()));
        parts.put("Column Shapes", shapes.measure(c, run).value());
        parts.put(
                "Column Pair Trends",
                Pooled.PAIR_TRENDS.maker().apply(options).measure(c, run).value());
        parts.put("Cardinality", new CardinalityShape().measure(c, run).value());
        parts.put("Intertable Trends", new IntertableTrends(options).measure(c, run).value());
        return Score.mean("quality", parts);
    }
}
