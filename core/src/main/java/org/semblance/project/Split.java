package org.semblance.project;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.Table;

/**
 * A table in two: rows to learn from, and rows held back that no model sees, which say what fresh real data scores.
 *
 * @param holdout null where the table is too small to spare any
 */
public record Split(Table training, @Nullable Table holdout) {
    /** Fewer rows than this say too little: a share of one half is then known to 0.14 only (two standard errors). */
    static final int LEAST = 50;

    /** More rows than this add nothing to the scores, but are missed in learning. */
    static final int MOST = 50_000;

    /** Holds back that share of the rows at random, at least {@link #LEAST}, at most half and {@link #MOST}. */
    public static Split of(Table table, double share, Rng rng) {
        int rows = table.rows();
        int held = (int) Math.min(MOST, Math.max(LEAST, Math.rint(share * rows)));
        if (share == 0 || held > rows / 2) {
            return new Split(table, null);
        }
        int[] order = IntStream.range(0, rows).toArray();
        rng.shuffle(order);
        int[] out = Arrays.copyOf(order, held);
        int[] in = Arrays.copyOfRange(order, held, rows);
        // In the order of the source: learning from a shuffled table must not differ from learning from the table.
        Arrays.sort(out);
        Arrays.sort(in);
        // Compact: what only the rows held back have must not reach those who learn, not even as a label.
        return new Split(table.take(in).compact(), table.take(out).compact());
    }
}
