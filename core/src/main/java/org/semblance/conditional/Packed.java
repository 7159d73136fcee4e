package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.SparseRows;

/**
 * Rows with classes and weights, as arrays that are passed over again and again.
 *
 * @param x n rows of the design, the one first
 * @param total the sum of the weights
 */
record Packed(SparseRows x, int[] classes, double[] weights, double total) {
    static Packed of(Observations observations) {
        int rows = observations.rows().length + observations.added().length;
        int[] classes = new int[rows];
        double[] weights = new double[rows];
        SparseRows.Builder builder =
                new SparseRows.Builder(rows, observations.design().width());
        int[] at = {0};
        observations.each((row, of, weight) -> {
            for (int e = 0; e < row.count(); e++) {
                builder.add(row.at(e), row.value(e));
            }
            builder.end();
            classes[at[0]] = of;
            weights[at[0]++] = weight;
        });
        return new Packed(
                builder.build(), classes, weights, Arrays.stream(weights).sum());
    }

    int rows() {
        return classes.length;
    }

    int width() {
        return x.width();
    }

    /** Adds a row's products to the lower half of a matrix, times a factor. */
    void addSquares(int row, double factor, double[][] lower) {
        for (int a = x.start()[row]; a < x.start()[row + 1]; a++) {
            int column = x.columns()[a];
            double scaled = factor * x.values()[a];
            // Columns of a row ascend but for those of labels, which follow the predictors' order: look at both.
            for (int b = x.start()[row]; b <= a; b++) {
                int other = x.columns()[b];
                lower[Math.max(column, other)][Math.min(column, other)] += scaled * x.values()[b];
            }
        }
    }

    /** The whole of a matrix whose lower half is given. */
    static double[][] whole(double[][] lower) {
        for (int a = 0; a < lower.length; a++) {
            for (int b = 0; b < a; b++) {
                lower[b][a] = lower[a][b];
            }
        }
        return lower;
    }
}
