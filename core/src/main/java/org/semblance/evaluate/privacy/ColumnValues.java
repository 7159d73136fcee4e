package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The values of one column that an attacker's questions are made of.
 *
 * @param median of numbers; 0 of labels
 * @param distinct the different values, NaN where some are missing: numbers ascending, labels in the order of rows
 * @param lone the values that a single row has: numbers ascending, labels in the order of rows
 * @param low the least number where one row has it, else NaN; high likewise
 * @param missing how many are missing
 */
record ColumnValues(double median, double[] distinct, double[] lone, double low, double high, int missing) {
    static ColumnValues of(AskedRows cells, int column) {
        return cells.numeric(column) ? numbers(cells, column) : labels(cells, column);
    }

    private static ColumnValues numbers(AskedRows cells, int column) {
        double[] sorted = IntStream.range(0, cells.rows())
                .filter(i -> !cells.missing(column, i))
                .mapToDouble(i -> cells.get(column, i) + 0.0)
                .toArray();
        int n = sorted.length;
        int missing = cells.rows() - n;
        if (n == 0) {
            return new ColumnValues(
                    0,
                    missing > 0 ? new double[] {Double.NaN} : sorted,
                    new double[0],
                    Double.NaN,
                    Double.NaN,
                    missing);
        }
        Arrays.sort(sorted);
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        double low = n > 1 && sorted[1] == sorted[0] ? Double.NaN : sorted[0];
        double high = n > 1 && sorted[n - 2] == sorted[n - 1] ? Double.NaN : sorted[n - 1];
        double[] lone = IntStream.range(0, n)
                .filter(i -> (i == 0 || sorted[i - 1] != sorted[i]) && (i == n - 1 || sorted[i + 1] != sorted[i]))
                .mapToDouble(i -> sorted[i])
                .toArray();
        double[] distinct = IntStream.range(0, n + Math.min(1, missing))
                .filter(i -> i == n || i == 0 || sorted[i - 1] != sorted[i])
                .mapToDouble(i -> i == n ? Double.NaN : sorted[i])
                .toArray();
        return new ColumnValues(median, distinct, lone, low, high, missing);
    }

    private static ColumnValues labels(AskedRows cells, int column) {
        int[] codes = cells.codes()[column];
        int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 2];
        for (int code : codes) {
            counts[code + 1]++;
        }
        double[] lone = Arrays.stream(codes)
                .filter(code -> code >= 0 && counts[code + 1] == 1)
                .asDoubleStream()
                .toArray();
        double[] distinct = Arrays.stream(codes)
                .distinct()
                .mapToDouble(code -> code < 0 ? Double.NaN : code)
                .toArray();
        return new ColumnValues(0, distinct, lone, Double.NaN, Double.NaN, counts[0]);
    }
}
