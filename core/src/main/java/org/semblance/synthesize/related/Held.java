package org.semblance.synthesize.related;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept from one pass for the next.
 *
 * @param rows by part: all rows of parts that others point at from below another root; null for others, and before
 * @param pools by part and foreign key: those rows as they may be named
 * @param doomed by part: numbers of rows that are, or will be, dropped
 */
record Held(@Nullable Drawn[] rows, @Nullable Pool[][] pools, BitSet[] doomed) {
    static Held none(Blueprint plan, BitSet[] doomed) {
        int parts = plan.parts().size();
        @Nullable Pool[][] pools = new @Nullable Pool[parts][];
        for (Part part : plan.parts()) {
            pools[part.index()] = new @Nullable Pool[part.refs().size()];
        }
        return new Held(new @Nullable Drawn[parts], pools, doomed);
    }

    static BitSet[] nobody(int parts) {
        BitSet[] doomed = new BitSet[parts];
        Arrays.setAll(doomed, p -> new BitSet());
        return doomed;
    }

    /** How many rows are doomed. */
    static long count(BitSet[] doomed) {
        return Arrays.stream(doomed).mapToLong(BitSet::cardinality).sum();
    }

    /** Whether a row was dropped, or will be where its table is handed over. */
    boolean gone(Drawn drawn, int row) {
        return drawn.gone(row) || doomed[drawn.part().index()].get((int) (drawn.offset() + row));
    }

    boolean anyGone(Drawn drawn) {
        return drawn.anyGone() || !doomed[drawn.part().index()].isEmpty();
    }
}
