package org.semblance.prepare;

import java.util.Arrays;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

/**
 * Whom each row of a table is about: the units among which something must be common to be released. Several rows may be
 * about one of them.
 *
 * @param starts where the rows of each unit begin, and their end; empty where each row is a unit of its own
 */
public record Units(int[] starts) {
    /** Each row for itself. */
    public static Units rows() {
        return new Units(new int[0]);
    }

    boolean single() {
        return starts.length == 0;
    }

    /** The smallest value of each unit. */
    NumberColumn least(NumberColumn column) {
        return each(column, 1);
    }

    /** The largest value of each unit. */
    NumberColumn most(NumberColumn column) {
        return each(column, -1);
    }

    private NumberColumn each(NumberColumn column, int sign) {
        if (single()) {
            return column;
        }
        double[] out = new double[starts.length - 1];
        Arrays.fill(out, Double.NaN);
        for (int u = 0; u < out.length; u++) {
            for (int i = starts[u]; i < starts[u + 1]; i++) {
                double value = column.get(i);
                if (Double.isNaN(out[u]) || sign * value < sign * out[u]) {
                    out[u] = value;
                }
            }
        }
        return NumberColumn.of(out);
    }

    /**
     * The column with whole units moved so that none begins before the k-th to begin, or ends after the k-th last to end:
     * what lies between its rows stays.
     *
     * @param step units are moved by multiples of it
     */
    public NumberColumn moved(NumberColumn column, int k, double step) {
        NumberColumn begins = least(column);
        NumberColumn ends = most(column);
        Tails low = Tails.of(begins, k);
        Tails high = Tails.of(ends, k);
        if (single() || k <= 1 || low.count() < 2 * k) {
            return column;
        }
        double[] out = column.toArray();
        for (int u = 0; u + 1 < starts.length; u++) {
            double early = Math.max(0, Math.ceil((low.low() - begins.get(u)) / step) * step);
            double late = Math.max(0, Math.ceil((ends.get(u) - high.high()) / step) * step);
            double by = early > 0 ? early : -late;
            for (int i = starts[u]; i < starts[u + 1] && by != 0; i++) {
                out[i] += by;
            }
        }
        return NumberColumn.of(out);
    }

    /** How many units have each label; {@code rows} says how many rows have. */
    int[] counts(CodeColumn column, int[] rows) {
        if (single()) {
            return rows;
        }
        int[] counts = new int[rows.length];
        int[] last = new int[rows.length];
        for (int u = 0; u + 1 < starts.length; u++) {
            for (int i = starts[u]; i < starts[u + 1]; i++) {
                int code = column.code(i);
                if (code >= 0 && last[code] != u + 1) {
                    last[code] = u + 1;
                    counts[code]++;
                }
            }
        }
        return counts;
    }
}
