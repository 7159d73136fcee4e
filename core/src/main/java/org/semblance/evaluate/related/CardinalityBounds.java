package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * The share of synthetic parents that have no fewer and no more children than any real parent: the mean over
 * relationships. Fresh real rows score a little below 1, for their extremes are their own. Cost: one hash per row.
 * SDMetrics 0.29, CardinalityBoundaryAdherence.
 */
public final class CardinalityBounds implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "cardinality-bounds",
            "The share of synthetic parents with a number of children that occurs in the real range; 1 is all.",
            new Plugin.NoOptions(),
            options -> new CardinalityBounds());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.FRESH,
                "The mean over relationships of the share of synthetic parents whose number of children lies between the"
                        + " smallest and the largest real one.",
                "SDMetrics 0.29, CardinalityBoundaryAdherence.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Relationship relationship : c.relationships()) {
            parts.put(
                    relationship.name(),
                    within(
                            c.real().link(relationship).children(),
                            c.synthetic().link(relationship).children()));
        }
        return Score.mean("cardinality-bounds", parts);
    }

    private static double within(int[] real, int[] synthetic) {
        if (real.length == 0 || synthetic.length == 0) {
            return Double.NaN;
        }
        IntSummaryStatistics range = Arrays.stream(real).summaryStatistics();
        long inside = Arrays.stream(synthetic)
                .filter(count -> count >= range.getMin() && count <= range.getMax())
                .count();
        return (double) inside / synthetic.length;
    }
}
