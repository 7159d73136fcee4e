package org.semblance.evaluate.privacy;

import java.util.Arrays;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Neighbours;

/**
 * The nearest synthetic row for each of some columns, when that column does not count; equally near rows by lot.
 *
 * <p>A column adds at most 1 to the distance, so that no row is missed whose whole distance is not within 1 of the
 * farthest of these nearest rows.
 */
final class LeftOut extends Neighbours.Hunt {
    private static final int SYNTHETIC = 2;
    /** Distances that differ by less came of rounding: they are the same. */
    private static final float EQUAL = 1e-5f;

    private final Distances distances;
    private final int[] columns;
    private final int table;
    private final int target;
    private final long salt;
    private final float[] best;
    private final long[] lots;
    private final int[] rows;

    LeftOut(Distances distances, int[] columns, int table, int target, long salt) {
        this.distances = distances;
        this.columns = columns;
        this.table = table;
        this.target = target;
        this.salt = salt;
        best = new float[columns.length];
        lots = new long[columns.length];
        rows = new int[columns.length];
        Arrays.fill(best, Float.POSITIVE_INFINITY);
        Arrays.fill(rows, -1);
    }

    @Override
    protected void meet(int row, float distance) {
        long lot = lot(salt, row);
        float farthest = 0;
        for (int s = 0; s < columns.length; s++) {
            float rest = distance - distances.gap(columns[s], table, target, SYNTHETIC, row);
            if (rest < best[s] - EQUAL || rest <= best[s] + EQUAL && lot < lots[s]) {
                lots[s] = lot;
                rows[s] = row;
            }
            best[s] = Math.min(best[s], rest);
            farthest = Math.max(farthest, best[s]);
        }
        limit = farthest + 1 + 2 * EQUAL;
    }

    /** The row found when the s-th of the columns is left out. */
    int row(int s) {
        return rows[s];
    }
}
