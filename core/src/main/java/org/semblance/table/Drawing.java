package org.semblance.table;

import java.util.Arrays;
import org.semblance.random.Rng;

/** Rows drawn at random without putting back. */
public final class Drawing {
    private Drawing() {}

    /** {@code count} different positions among 0 .. rows-1, ascending; all of them where there are no more. */
    public static int[] positions(int rows, int count, Rng rng) {
        int[] all = new int[rows];
        for (int i = 0; i < rows; i++) {
            all[i] = i;
        }
        if (count >= rows) {
            return all;
        }
        rng.shuffle(all);
        int[] chosen = Arrays.copyOf(all, count);
        Arrays.sort(chosen);
        return chosen;
    }

    /** That many rows in the order they have, or the table itself where there are no more. */
    public static Table rows(Table table, int count, Rng rng) {
        return count >= table.rows() ? table : table.take(positions(table.rows(), count, rng));
    }
}
