package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;

/**
 * How like the numbers of children are: 1 minus the Kolmogorov-Smirnov distance of children per parent, childless parents
 * included; the mean over relationships. Cost: one hash per row and a sort of the parents. It cannot tell who has many
 * children (see cardinality-trends). SDMetrics 0.29, CardinalityShapeSimilarity.
 */
public final class CardinalityShape implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "cardinality-shape",
            "How like the numbers of children per parent are, by Kolmogorov-Smirnov distance; 1 is the same.",
            new Plugin.NoOptions(),
            options -> new CardinalityShape());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over relationships of 1 minus the Kolmogorov-Smirnov distance of the numbers of children per"
                        + " parent.",
                "SDMetrics 0.29, CardinalityShapeSimilarity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        double[] scores = new double[c.relationships().size()];
        run.parallel(scores.length, r -> {
            Relationship relationship = c.relationships().get(r);
            scores[r] = ColumnShapes.similarity(
                    counts(c.real().link(relationship)), counts(c.synthetic().link(relationship)));
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int r = 0; r < scores.length; r++) {
            parts.put(c.relationships().get(r).name(), scores[r]);
        }
        return Score.mean("cardinality-shape", parts);
    }

    /** The numbers of children as a column. */
    static NumberColumn counts(Link link) {
        return NumberColumn.of(Arrays.stream(link.children()).asDoubleStream().toArray());
    }
}
