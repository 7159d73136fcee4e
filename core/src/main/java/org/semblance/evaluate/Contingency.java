package org.semblance.evaluate;

import java.util.Arrays;

/**
 * How often each pair of labels occurs in the real and in the synthetic table; a missing value is one more label.
 * Held densely where that is small, else as sorted lists of the pairs that occur.
 *
 * @param levels how many labels the second column has, the missing one included
 * @param pairs first label x levels + second label, ascending
 * @param real how often in the real table
 * @param synthetic how often in the synthetic one
 */
public record Contingency(long levels, long[] pairs, int[] real, int[] synthetic) {
    private static final int SMALL = 1 << 16;

    public static Contingency of(Labels a, Labels b) {
        long levels = b.levels() + 1L;
        long cells = (a.levels() + 1L) * levels;
        int rows = a.codes()[0].length + a.codes()[1].length;
        return cells <= Math.max(SMALL, 2L * rows) ? dense(a, b, (int) cells) : sparse(a, b);
    }

    private static Contingency dense(Labels a, Labels b, int cells) {
        int levels = b.levels() + 1;
        int[][] counts = {
            count(a.codes()[0], b.codes()[0], levels, cells), count(a.codes()[1], b.codes()[1], levels, cells)
        };
        long[] pairs = new long[cells];
        for (int k = 0; k < cells; k++) {
            pairs[k] = k;
        }
        return new Contingency(levels, pairs, counts[0], counts[1]);
    }

    /** Every other row is counted apart: adding to the cell of the row before would wait for it. */
    private static int[] count(int[] first, int[] second, int levels, int cells) {
        int[] counts = new int[cells];
        int[] odd = new int[cells];
        int even = first.length & ~1;
        for (int i = 0; i < even; i += 2) {
            counts[(first[i] + 1) * levels + second[i] + 1]++;
            odd[(first[i + 1] + 1) * levels + second[i + 1] + 1]++;
        }
        if (even < first.length) {
            counts[(first[even] + 1) * levels + second[even] + 1]++;
        }
        for (int k = 0; k < cells; k++) {
            counts[k] += odd[k];
        }
        return counts;
    }

    private static Contingency sparse(Labels a, Labels b) {
        long levels = b.levels() + 1L;
        int reals = a.codes()[0].length;
        long[] keys = new long[reals + a.codes()[1].length];
        for (int i = 0; i < keys.length; i++) {
            int table = i < reals ? 0 : 1;
            int row = i - table * reals;
            keys[i] = 2 * ((a.codes()[table][row] + 1) * levels + b.codes()[table][row] + 1) + table;
        }
        Arrays.sort(keys);
        long[] pairs = new long[keys.length];
        int[][] counts = new int[2][keys.length];
        int n = 0;
        for (long key : keys) {
            if (n == 0 || pairs[n - 1] != key >> 1) {
                pairs[n++] = key >> 1;
            }
            counts[(int) (key & 1)][n - 1]++;
        }
        return new Contingency(
                levels, Arrays.copyOf(pairs, n), Arrays.copyOf(counts[0], n), Arrays.copyOf(counts[1], n));
    }

    /** 1 minus the total variation distance; NaN where a table has no rows. */
    public double similarity() {
        double reals = Arrays.stream(real).asLongStream().sum();
        double synthetics = Arrays.stream(synthetic).asLongStream().sum();
        if (reals == 0 || synthetics == 0) {
            return Double.NaN;
        }
        double variation = 0;
        for (int k = 0; k < real.length; k++) {
            variation += Math.abs(real[k] / reals - synthetic[k] / synthetics);
        }
        return 1 - variation / 2;
    }

    /** Cramer's V of the real table without correction for bias (Cramer 1946); NaN below two labels on a side. */
    public double association() {
        int width = Math.toIntExact(levels);
        int height = pairs.length == 0 ? 0 : Math.toIntExact(pairs[pairs.length - 1] / levels + 1);
        double[] rowSums = new double[height];
        double[] columnSums = new double[width];
        double n = 0;
        for (int k = 0; k < pairs.length; k++) {
            rowSums[(int) (pairs[k] / levels)] += real[k];
            columnSums[(int) (pairs[k] % levels)] += real[k];
            n += real[k];
        }
        long rows = Arrays.stream(rowSums).filter(sum -> sum > 0).count();
        long columns = Arrays.stream(columnSums).filter(sum -> sum > 0).count();
        if (Math.min(rows, columns) < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < pairs.length; k++) {
            if (real[k] > 0) {
                double expected = rowSums[(int) (pairs[k] / levels)] * columnSums[(int) (pairs[k] % levels)] / n;
                sum += real[k] / expected * real[k];
            }
        }
        double chiSquare = Math.max(0, sum - n);
        return Math.sqrt(chiSquare / n / (Math.min(rows, columns) - 1));
    }
}
