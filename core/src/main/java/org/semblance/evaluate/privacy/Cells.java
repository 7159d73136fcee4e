package org.semblance.evaluate.privacy;

import java.util.Arrays;
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
    /** The rows of each table in the order of their classes: class q has those from starts[q] to starts[q + 1]. */
    record Sorted(int[][] starts, int[][] rows) {
        /** Cost: two passes. */
        static Sorted of(RowClasses classes) {
            int tables = classes.of().length;
            int[][] starts = new int[tables][classes.count() + 1];
            int[][] rows = new int[tables][];
            for (int t = 0; t < tables; t++) {
                int[] of = classes.of()[t];
                for (int q : of) {
                    starts[t][q + 1]++;
                }
                for (int q = 0; q < classes.count(); q++) {
                    starts[t][q + 1] += starts[t][q];
                }
                int[] next = starts[t].clone();
                rows[t] = new int[of.length];
                for (int i = 0; i < of.length; i++) {
                    rows[t][next[of[i]]++] = i;
                }
            }
            return new Sorted(starts, rows);
        }
    }

    /** @param other which table is compared with the first */
    static Cells of(RowClasses keys, Labels target, int other) {
        return of(Sorted.of(keys), target, other);
    }

    /** The same for those who ask for many targets; cost: a look at every row. */
    static Cells of(Sorted sorted, Labels target, int other) {
        int[] tables = {KeyColumns.REAL, other};
        int classes = sorted.starts[0].length - 1;
        int[] cellOf = new int[target.levels() + 1];
        int most = sorted.rows[KeyColumns.REAL].length + sorted.rows[other].length;
        int[] q = new int[most];
        int[] levels = new int[most];
        long[][] counts = new long[2][most];
        int cells = 0;
        for (int k = 0; k < classes; k++) {
            int first = cells;
            for (int t = 0; t < 2; t++) {
                int[] codes = target.codes()[tables[t]];
                int[] rows = sorted.rows[tables[t]];
                for (int i = sorted.starts[tables[t]][k]; i < sorted.starts[tables[t]][k + 1]; i++) {
                    int code = codes[rows[i]];
                    if (cellOf[code + 1] <= first) {
                        q[cells] = k;
                        levels[cells++] = code;
                        cellOf[code + 1] = cells;
                    }
                    counts[t][cellOf[code + 1] - 1]++;
                }
            }
        }
        return totals(
                Arrays.copyOf(q, cells),
                Arrays.copyOf(levels, cells),
                Arrays.copyOf(counts[0], cells),
                Arrays.copyOf(counts[1], cells),
                classes);
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
