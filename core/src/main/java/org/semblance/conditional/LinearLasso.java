package org.semblance.conditional;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lasso of a linear regression, by coordinate descent on sums of squares and products: after one pass over the rows,
 * no cost depends on their number, and those of a training part are all less those of its fold. Columns and target are
 * standardised. Cost: rows x predictors^2 once, then predictors^2 a sweep.
 */
final class LinearLasso implements Lasso.Solver {
    private static final double SMALL = 1e-13;
    private static final int SWEEPS = 100;

    /**
     * Sums over rows.
     *
     * @param cross X'X, the one first
     * @param with X'y
     * @param squares y'y
     */
    record Sums(double[][] cross, double[] with, double squares) {
        static Sums of(Design design, Predictors x, int[] rows, double[] y) {
            double[] none = new double[0];
            return new Sums(design.cross(x, rows, none), design.cross(x, rows, none, y), dot(y, y));
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        private Sums less(Sums other) {
            double[][] left = new double[cross.length][cross.length];
            double[] leftWith = new double[with.length];
            for (int i = 0; i < with.length; i++) {
                leftWith[i] = with[i] - other.with[i];
                for (int j = 0; j < with.length; j++) {
                    left[i][j] = cross[i][j] - other.cross[i][j];
                }
            }
            return new Sums(left, leftWith, squares - other.squares);
        }

        /** The squared residuals of a fit. */
        double residuals(double[] beta) {
            double sum = squares;
            for (int i = 0; i < beta.length; i++) {
                sum += beta[i] * (dot(cross[i], beta) - 2 * with[i]);
            }
            return Math.max(0, sum);
        }
    }

    private final Sums sums;
    private final double[] mean;
    private final double[] deviation;
    private final double scale;
    private final double middle;
    private final double[][] correlation;
    /** The correlation of each column with what is left of the target. */
    private final double[] left;

    private final double[] beta;

    LinearLasso(Sums sums) {
        this.sums = sums;
        int p = sums.with.length - 1;
        double n = sums.cross[0][0];
        mean = new double[p];
        deviation = new double[p];
        middle = sums.with[0] / n;
        scale = Math.sqrt(Math.max(0, sums.squares / n - middle * middle));
        for (int j = 0; j < p; j++) {
            mean[j] = sums.cross[0][j + 1] / n;
            double variance = sums.cross[j + 1][j + 1] / n - mean[j] * mean[j];
            deviation[j] = variance > 1e-10 * (sums.cross[j + 1][j + 1] / n) ? Math.sqrt(variance) : 0;
        }
        correlation = new double[p][p];
        left = new double[p];
        beta = new double[p];
        for (int i = 0; i < p; i++) {
            if (deviation[i] == 0) {
                continue;
            }
            left[i] = scale == 0 ? 0 : (sums.with[i + 1] / n - mean[i] * middle) / (deviation[i] * scale);
            for (int j = 0; j < p; j++) {
                if (deviation[j] > 0) {
                    double covariance = sums.cross[i + 1][j + 1] / n - mean[i] * mean[j];
                    correlation[i][j] = covariance / (deviation[i] * deviation[j]);
                }
            }
        }
    }

    @Override
    public double largest() {
        return scale * Arrays.stream(left).map(Math::abs).max().orElse(0);
    }

    @Override
    public boolean relative() {
        return true;
    }

    @Override
    public double[] at(double penalty) {
        double own = scale == 0 ? 0 : penalty / scale;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double most = sweep(own, false);
            if (most < SMALL) {
                break;
            }
            for (int inner = 0; inner < SWEEPS && sweep(own, true) >= SMALL; inner++) {
                // Only what is in moves, until it stands still.
            }
        }
        return coefficients();
    }

    /** One round over the columns, or over those that are in; returns the largest squared move. */
    private double sweep(double penalty, boolean in) {
        double most = 0;
        for (int j = 0; j < beta.length; j++) {
            if (deviation[j] == 0 || in && beta[j] == 0) {
                continue;
            }
            double next = Lasso.soft(left[j] + beta[j], penalty);
            double move = next - beta[j];
            if (move != 0) {
                beta[j] = next;
                most = Math.max(most, move * move);
                double[] line = correlation[j];
                for (int k = 0; k < left.length; k++) {
                    left[k] -= move * line[k];
                }
            }
        }
        return most;
    }

    @Override
    public double explained() {
        return scale == 0 ? 1 : 1 - sums.residuals(coefficients()) / (sums.cross[0][0] * scale * scale);
    }

    private double[] coefficients() {
        double[] out = new double[beta.length + 1];
        out[0] = middle;
        for (int j = 0; j < beta.length; j++) {
            out[j + 1] = deviation[j] == 0 ? 0 : beta[j] * scale / deviation[j];
            out[0] -= out[j + 1] * mean[j];
        }
        return out;
    }

    /** A path, and which of its penalties has the least squared error over the folds. */
    static Lasso.Chosen chosen(Design design, Predictors x, int[] rows, double[] y, int[] folds) {
        int count = Arrays.stream(folds).max().orElse(-1) + 1;
        Sums[] parts = new Sums[count];
        for (int f = 0; f < count; f++) {
            int fold = f;
            int[] of = IntStream.range(0, rows.length)
                    .filter(i -> folds[i] == fold)
                    .toArray();
            parts[f] = Sums.of(
                    design,
                    x,
                    Arrays.stream(of).map(i -> rows[i]).toArray(),
                    Arrays.stream(of).mapToDouble(i -> y[i]).toArray());
        }
        Sums all = Sums.of(design, x, rows, y);
        Lasso path = Lasso.path(new LinearLasso(all), design.width() > rows.length);
        double[] errors = new double[path.penalties().length];
        if (count < 3) {
            return new Lasso.Chosen(path, 0);
        }
        for (Sums part : parts) {
            LinearLasso training = new LinearLasso(all.less(part));
            for (int k = 0; k < errors.length; k++) {
                errors[k] += part.residuals(training.at(path.penalties()[k]));
            }
        }
        return new Lasso.Chosen(path, path.least(errors));
    }
}
