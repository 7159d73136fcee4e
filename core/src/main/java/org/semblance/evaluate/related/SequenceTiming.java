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
import org.semblance.table.Sequence;

/**
 * Whether sequences start when real ones do, last as long, and pause as long between steps: 1 minus the Kolmogorov-Smirnov
 * distance of the first places in the order, of the differences between last and first, and of the differences between
 * neighbours; the mean over tables whose order is a column of numbers, dates or times. Steps whose place is missing are
 * left out. Cost: a sort of each.
 */
public final class SequenceTiming implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "sequence-timing",
            "Whether sequences start, last and pause between steps as real ones do; 1 is the same.",
            new Plugin.NoOptions(),
            options -> new SequenceTiming());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean of 1 minus the Kolmogorov-Smirnov distances of the starts of sequences, of their durations and of"
                        + " the gaps between their steps.",
                "Own measure.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Stepped stepped : Stepped.of(c)) {
            Sequence sequence = stepped.sequence();
            double[] real = Stepped.places(c.real().database(), sequence, stepped.real());
            double[] synthetic = Stepped.places(c.synthetic().database(), sequence, stepped.synthetic());
            if (real == null || synthetic == null) {
                continue;
            }
            NumberColumn[] ofReal = times(real, stepped.real());
            NumberColumn[] ofSynthetic = times(synthetic, stepped.synthetic());
            String[] what = {" start", " duration", " gap"};
            for (int k = 0; k < what.length; k++) {
                parts.put(stepped.name() + what[k], ColumnShapes.similarity(ofReal[k], ofSynthetic[k]));
            }
        }
        return parts.isEmpty()
                ? Score.none("sequence-timing", "No sequence is in the order of numbers, dates or times.")
                : Score.mean("sequence-timing", parts);
    }

    /** Starts and durations, one per sequence, and gaps, one per step; NaN where there is none. */
    private static NumberColumn[] times(double[] places, Groups steps) {
        double[] starts = new double[steps.count()];
        double[] durations = new double[steps.count()];
        double[] gaps = new double[places.length];
        Arrays.fill(starts, Double.NaN);
        Arrays.fill(durations, Double.NaN);
        Arrays.fill(gaps, Double.NaN);
        for (int g = 0; g < steps.count(); g++) {
            int from = steps.starts()[g];
            // Missing places stand last.
            for (int i = from; i < steps.starts()[g + 1] && !Double.isNaN(places[i]); i++) {
                starts[g] = places[from];
                durations[g] = places[i] - places[from];
                gaps[i] = i > from ? places[i] - places[i - 1] : Double.NaN;
            }
        }
        return new NumberColumn[] {NumberColumn.of(starts), NumberColumn.of(durations), NumberColumn.of(gaps)};
    }
}
