package org.semblance.prepare;

import java.util.Arrays;
import org.semblance.table.NumberColumn;

/**
 * The k-th smallest and the k-th largest observation of a column, found in one pass that keeps only the k most extreme.
 * Cost O(n) for the few that are usual; O(n log n) by sorting above 64.
 *
 * @param count how many values are not missing
 * @param low the k-th smallest, or the largest where there are fewer
 * @param high the k-th largest, or the smallest where there are fewer
 */
record Tails(int count, double low, double high) {
    private static final int KEPT_BY_INSERTION = 64;

    static Tails of(NumberColumn column, int k) {
        if (k > KEPT_BY_INSERTION) {
            return sorted(column, k);
        }
        double[] least = new double[k];
        double[] most = new double[k];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        int count = 0;
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i);
            if (Double.isNaN(value)) {
                continue;
            }
            count++;
            if (value < least[k - 1]) {
                insert(least, value);
            }
            if (-value < most[k - 1]) {
                insert(most, -value);
            }
        }
        int last = Math.min(k, count) - 1;
        return count == 0 ? new Tails(0, Double.NaN, Double.NaN) : new Tails(count, least[last], -most[last]);
    }

    private static void insert(double[] ascending, double value) {
        int at = ascending.length - 1;
        while (at > 0 && ascending[at - 1] > value) {
            ascending[at] = ascending[at - 1];
            at--;
        }
        ascending[at] = value;
    }

    private static Tails sorted(NumberColumn column, int k) {
        double[] values = column.toArray();
        Arrays.sort(values);
        int count = values.length - column.missingCount();
        int last = Math.min(k, count) - 1;
        return count == 0
                ? new Tails(0, Double.NaN, Double.NaN)
                : new Tails(count, values[last], values[count - 1 - last]);
    }
}
