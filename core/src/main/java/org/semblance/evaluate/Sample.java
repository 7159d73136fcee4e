package org.semblance.evaluate;

import org.semblance.random.Rng;
import org.semblance.table.Drawing;
import org.semblance.table.Table;

/** Rows drawn at random without putting back. */
public final class Sample {
    private Sample() {}

    /** {@code count} different positions among 0 .. rows-1, ascending; all of them where there are no more. */
    public static int[] positions(int rows, int count, Rng rng) {
        return Drawing.positions(rows, count, rng);
    }

    /** That many rows in the order they have, or the table itself where there are no more. */
    public static Table rows(Table table, int count, Rng rng) {
        return Drawing.rows(table, count, rng);
    }
}
