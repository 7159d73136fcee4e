package org.semblance.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.constraint.learn.Drawn;

/**
 * Columns that are the sum of three or more others, which stand near them in the table and are never negative. For each
 * column those that are never above it are put into a regression; where all that it takes has the weight 1, and nothing is
 * left, it is a sum. Cost: for each column up to {@value #NEAR} others, rows until one is above; then O(rows others^2).
 */
final class LongSums {
    /** A total and its parts, as positions. */
    record Found(int total, List<Integer> parts) {}

    private static final int NEAR = 24;
    private static final int ROWS = 300;
    private static final int LEAST_PARTS = 3;
    private static final double EXACT = 1e-6;

    private LongSums() {}

    static List<Found> find(Seen seen) {
        Drawn drawn = seen.drawn();
        List<Found> out = new ArrayList<>();
        for (int total = 0; total < drawn.all().width(); total++) {
            if (seen.amount(total)) {
                List<Integer> parts = parts(seen, total);
                if (parts.size() >= LEAST_PARTS) {
                    out.add(new Found(total, parts));
                }
            }
        }
        return out;
    }

    private static List<Integer> parts(Seen seen, int total) {
        double[] sum = seen.drawn().numbers()[total];
        int from = Math.max(0, total - NEAR);
        int to = Math.min(seen.table().width() - 1, total + NEAR);
        int[] near = IntStream.rangeClosed(from, to)
                .filter(c -> c != total && seen.amount(c) && below(seen.drawn().numbers()[c], sum))
                .toArray();
        if (near.length < LEAST_PARTS) {
            return List.of();
        }
        double[][] x =
                Arrays.stream(near).mapToObj(c -> seen.drawn().numbers()[c]).toArray(double[][]::new);
        int[] rows = IntStream.range(0, sum.length)
                .filter(i -> !Double.isNaN(sum[i]) && Arrays.stream(x).noneMatch(column -> Double.isNaN(column[i])))
                .limit(ROWS)
                .toArray();
        if (rows.length < 2 * near.length + 100) {
            return List.of();
        }
        double[] weights = weights(x, sum, rows);
        List<Integer> parts = new ArrayList<>();
        for (int k = 0; k < near.length; k++) {
            if (Math.abs(weights[k] - 1) < EXACT) {
                parts.add(near[k]);
            } else if (Math.abs(weights[k]) > EXACT) {
                return List.of();
            }
        }
        return parts;
    }

    /** Whether it is between 0 and the other in every row, and not always 0. */
    private static boolean below(double[] part, double[] total) {
        boolean some = false;
        for (int i = 0; i < part.length; i++) {
            if (part[i] < 0 || part[i] > total[i]) {
                return false;
            }
            some |= part[i] > 0;
        }
        return some;
    }

    /** Weights of a regression without a constant, by elimination; columns that follow from earlier ones get none. */
    private static double[] weights(double[][] x, double[] y, int[] rows) {
        int p = x.length;
        double[][] a = new double[p][p + 1];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= p; j++) {
                double[] other = j < p ? x[j] : y;
                for (int row : rows) {
                    a[i][j] += x[i][row] * other[row];
                }
            }
        }
        double[] size = IntStream.range(0, p).mapToDouble(i -> a[i][i]).toArray();
        boolean[] used = new boolean[p];
        for (int k = 0; k < p; k++) {
            if (a[k][k] <= 1e-9 * size[k]) {
                continue;
            }
            used[k] = true;
            for (int i = 0; i < p; i++) {
                double factor = i == k ? 0 : a[i][k] / a[k][k];
                for (int j = k; j <= p && factor != 0; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double[] out = new double[p];
        for (int k = 0; k < p; k++) {
            out[k] = used[k] ? a[k][p] / a[k][k] : 0;
        }
        return out;
    }
}
