package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.SparseRows;

/**
 * Rows with classes and weights, as arrays that are passed over again and again.
 *
 * @param x n rows of the design, the one first
 * @param total the sum of the weights
 * @param middle what the last rows are but for one column; empty where there are no such rows
 * @param moved [last rows] that column of each
 * @param by [last rows] by how much it differs
 */
record Packed(SparseRows x, int[] classes, double[] weights, double total, double[] middle, int[] moved, double[] by) {
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
        double[] by = new double[observations.moved().length];
        for (int i = 0; i < by.length; i++) {
            int column = observations.moved()[i];
            by[i] = observations.added()[i][column] - observations.middle()[column];
        }
        return new Packed(
                builder.build(),
                classes,
                weights,
                Arrays.stream(weights).sum(),
                observations.middle(),
                observations.moved(),
                by);
    }

    int rows() {
        return classes.length;
    }

    int width() {
        return x.width();
    }

    /** The rows before those that are the middle but for one column. */
    int plain() {
        return classes.length - moved.length;
    }

    /**
     * The sum over the rows of their products, each times its factor. Rows that are the middle but for one column cost
     * nothing but their share of one matrix.
     */
    double[][] squares(double[] factors) {
        double[][] lower = new double[width()][width()];
        int plain = plain();
        for (int i = 0; i < plain; i++) {
            addSquares(i, factors[i], lower);
        }
        if (moved.length > 0) {
            double sum = 0;
            double[] along = new double[width()];
            for (int i = 0; i < moved.length; i++) {
                double factor = factors[plain + i];
                sum += factor;
                along[moved[i]] += factor * by[i];
                lower[moved[i]][moved[i]] += factor * by[i] * by[i];
            }
            for (int a = 0; a < lower.length; a++) {
                for (int b = 0; b <= a; b++) {
                    lower[a][b] += middle[a] * (sum * middle[b] + along[b]) + along[a] * middle[b];
                }
            }
        }
        return whole(lower);
    }

    /** Adds a row's products to the lower half of a matrix, times a factor. */
    private void addSquares(int row, double factor, double[][] lower) {
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
    private static double[][] whole(double[][] lower) {
        for (int a = 0; a < lower.length; a++) {
            for (int b = 0; b < a; b++) {
                lower[b][a] = lower[a][b];
            }
        }
        return lower;
    }
}
