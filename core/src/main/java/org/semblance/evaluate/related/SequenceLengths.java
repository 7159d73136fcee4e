package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;

/**
 * How like the lengths of the sequences are: 1 minus the Kolmogorov-Smirnov distance of the numbers of steps per entity;
 * the mean over tables of sequences. Cost: one hash per row. SDMetrics 0.29, SequenceLengthSimilarity.
 */
public final class SequenceLengths implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "sequence-lengths",
            "How like the lengths of the sequences are, by Kolmogorov-Smirnov distance; 1 is the same.",
            new Plugin.NoOptions(),
            options -> new SequenceLengths());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "1 minus the Kolmogorov-Smirnov distance of the numbers of steps per entity.",
                "SDMetrics 0.29, SequenceLengthSimilarity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Stepped stepped : Stepped.of(c)) {
            parts.put(stepped.name(), ColumnShapes.similarity(lengths(stepped.real()), lengths(stepped.synthetic())));
        }
        return Score.mean("sequence-lengths", parts);
    }

    private static NumberColumn lengths(Groups steps) {
        double[] lengths = new double[steps.count()];
        for (int g = 0; g < lengths.length; g++) {
            lengths[g] = steps.size(g);
        }
        return NumberColumn.of(lengths);
    }
}
