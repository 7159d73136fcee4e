package org.semblance.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * What fresh real rows would score: the measure of a perfect synthesizer, beside which every other score should be
 * read.
 *
 * <p>The holdout stands in for the synthetic table. Where the metric needs a holdout itself, half of the holdout
 * stands in and the other half stays the holdout. Scores that grow with the number of rows (column shapes, pair
 * trends) are therefore a little lower than those of a synthetic table of the real one's size would be.
 */
public final class Fresh {
    private Fresh() {}

    /** The metric of real rows that the synthesizer has not seen, against those it has; needs a holdout. */
    public static Score measure(Metric metric, Comparison c, Run run) {
        c.holdout("what fresh rows would score");
        Table holdout = Objects.requireNonNull(c.wholeHoldout());
        if (!metric.needsHoldout()) {
            return metric.measure(Comparison.ofShared(c.wholeReal(), List.of(holdout), null), run);
        }
        int[] order = new int[holdout.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Rng rng = run.rng().child("halves");
        rng.shuffle(order);
        int half = order.length / 2;
        Table first = holdout.take(Arrays.copyOf(order, half));
        Table second = holdout.take(Arrays.copyOfRange(order, half, order.length));
        return metric.measure(Comparison.ofShared(c.wholeReal(), List.of(first), second), run);
    }
}
