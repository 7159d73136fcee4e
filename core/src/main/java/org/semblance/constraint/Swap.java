package org.semblance.constraint;

import java.util.Arrays;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Values that rows of one column exchange, so that its distribution stays as it is: rows that have what they must not have
 * with rows that have what these want.
 */
final class Swap {
    private Swap() {}

    /**
     * Exchanges the values of pairs of rows, chosen at random.
     *
     * @param wrong rows that must give their value away
     * @param willing rows that may take it
     * @param from which row's value each row has; changed
     * @return how many of the wrong rows found a partner: the first ones
     */
    static int pairs(int[] wrong, int[] willing, int[] from, Rng rng) {
        rng.shuffle(wrong);
        rng.shuffle(willing);
        int pairs = Math.min(wrong.length, willing.length);
        for (int k = 0; k < pairs; k++) {
            int kept = from[wrong[k]];
            from[wrong[k]] = from[willing[k]];
            from[willing[k]] = kept;
        }
        return pairs;
    }

    /** Each row's own place. */
    static int[] none(int rows) {
        int[] from = new int[rows];
        Arrays.setAll(from, i -> i);
        return from;
    }

    /** The column without a value in the marked rows. */
    static Column without(Column column, boolean[] gone) {
        if (column instanceof NumberColumn numbers) {
            double[] out = numbers.toArray();
            for (int i = 0; i < out.length; i++) {
                out[i] = gone[i] ? Double.NaN : out[i];
            }
            return NumberColumn.of(out);
        }
        CodeColumn codes = (CodeColumn) column;
        int[] out = codes.toArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = gone[i] ? -1 : out[i];
        }
        return CodeColumn.of(out, codes.labels());
    }

    /** Positions that are marked. */
    static int[] marked(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        int[] out = new int[count];
        int at = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i]) {
                out[at++] = i;
            }
        }
        return out;
    }
}
