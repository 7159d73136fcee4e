package org.semblance.evaluate.privacy;

import java.util.function.IntPredicate;
import org.semblance.evaluate.Labels;

/**
 * How many rows of the real and of another table there are of each key class q and target level t, and of each q: d_tq,
 * s_tq, d_.q and s_.q in the notation of Raab, Nowok and Dibben 2024 (arXiv:2406.16826). Only cells that occur are held.
 *
 * @param keys per cell, its key class
 * @param targets per cell, its target level; -1 is missing
 * @param d per cell, rows of the real table
 * @param s per cell, rows of the other table
 * @param dq per key class, rows of the real table
 * @param sq per key class, rows of the other table
 */
record Cells(int[] keys, int[] targets, long[] d, long[] s, long[] dq, long[] sq) {
    /** @param other which table is compared with the first */
    static Cells of(RowClasses keys, Labels target, int other) {
        long levels = target.levels() + 1L;
        int[] realKeys = keys.of()[KeyColumns.REAL];
        Numbering cells = new Numbering(realKeys.length / 4);
        int[][] cellOf = new int[2][];
        for (int t = 0; t < 2; t++) {
            int table = t == 0 ? KeyColumns.REAL : other;
            int[] rows = keys.of()[table];
            int[] codes = target.codes()[table];
            cellOf[t] = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                cellOf[t][i] = cells.of(rows[i] * levels + codes[i] + 1);
            }
        }
        long[] names = cells.keys();
        int[] q = new int[names.length];
        int[] level = new int[names.length];
        for (int k = 0; k < names.length; k++) {
            q[k] = (int) (names[k] / levels);
            level[k] = (int) (names[k] % levels) - 1;
        }
        return totals(q, level, counts(cellOf[0], q.length), counts(cellOf[1], q.length), keys.count());
    }

    private static long[] counts(int[] cellOf, int cells) {
        long[] counts = new long[cells];
        for (int cell : cellOf) {
            counts[cell]++;
        }
        return counts;
    }

    private static Cells totals(int[] keys, int[] targets, long[] d, long[] s, int classes) {
        long[] dq = new long[classes];
        long[] sq = new long[classes];
        for (int k = 0; k < keys.length; k++) {
            dq[keys[k]] += d[k];
            sq[keys[k]] += s[k];
        }
        return new Cells(keys, targets, d, s, dq, sq);
    }

    /** The same with the rows of some cells taken out of both tables. */
    Cells without(IntPredicate cell) {
        long[] left = d.clone();
        long[] made = s.clone();
        for (int k = 0; k < keys.length; k++) {
            if (cell.test(k)) {
                left[k] = 0;
                made[k] = 0;
            }
        }
        return totals(keys, targets, left, made, dq.length);
    }

    int size() {
        return keys.length;
    }

    /** Rows of the real table, Nd. */
    long real() {
        return sum(d);
    }

    /** Rows of the other table, Ns. */
    long other() {
        return sum(s);
    }

    /** Whether all rows of the real table with this key have this target. */
    boolean tellsInReal(int cell) {
        return d[cell] > 0 && d[cell] == dq[keys[cell]];
    }

    /** Whether all rows of the other table with this key have this target: its key tells it. */
    boolean tells(int cell) {
        return s[cell] > 0 && s[cell] == sq[keys[cell]];
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
