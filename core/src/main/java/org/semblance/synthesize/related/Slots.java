package org.semblance.synthesize.related;

import java.util.Arrays;
import org.semblance.generate.Permutation;
import org.semblance.random.Rng;

/**
 * The places that rows have for others pointing at them: as many for each row as it drew, in random order. Whoever takes
 * place after place leaves every row with the number it drew; after the last place it begins again.
 *
 * <p>Holds 12 bytes a row, whatever the number of places; a place costs a keyed permutation and a binary search.
 */
final class Slots {
    private final int[] rows;
    private final long[] upTo;
    private final Permutation order;

    private Slots(int[] rows, long[] upTo, Rng rng) {
        this.rows = rows;
        this.upTo = upTo;
        order = new Permutation(Math.max(1, size()), rng);
    }

    /**
     * The places of some rows.
     *
     * @param counts by row, how many places it has; where none of the rows has any, each has one
     */
    static Slots of(int[] rows, double[] counts, Rng rng) {
        long[] upTo = new long[rows.length];
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += Math.max(0, (long) counts[rows[i]]);
            upTo[i] = sum;
        }
        if (sum == 0) {
            Arrays.setAll(upTo, i -> i + 1);
        }
        return new Slots(rows, upTo, rng);
    }

    /** How many places there are; 0 where there are no rows. */
    long size() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** The row of the k-th place. */
    int row(long k) {
        long place = order.at(k % size());
        int at = Arrays.binarySearch(upTo, place + 1);
        if (at < 0) {
            return rows[-at - 1];
        }
        // Rows without a place share their sum with the row before them, which has it.
        while (at > 0 && upTo[at - 1] == upTo[at]) {
            at--;
        }
        return rows[at];
    }
}
