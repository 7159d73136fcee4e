package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Cholesky;
import org.semblance.math.Descent;
import org.semblance.math.SparseRows;

/**
 * The likeliest coefficients of a multinomial regression, the first class the reference, by quasi-Newton steps in
 * coordinates in which the curvature is at most 1 in every direction: that of the log-likelihood lies below
 * {@code 1/2 (I - 11'/K) x X'WX} wherever it is looked at (Böhning 1992, doi:10.1007/BF00048682). A dozen or two passes
 * over the rows are enough, however the predictors are scaled and related. Cost of one: rows x entries x classes.
 */
final class Softmax {
    private static final int STEPS = 200;
    private static final double SMALL = 1e-7;
    private static final double RIDGE = 1e-12;

    private static final double OWN = Math.sqrt(2);

    private final Packed rows;
    private final int others;
    private final int width;
    private final Cholesky root;
    /** The root of the inverse of 1/2 (I - 11'/K): so much of every class's coordinates, and {@link #OWN} of its own. */
    private final double shared;

    private Softmax(Packed rows, int others) {
        this.rows = rows;
        this.others = others;
        width = rows.width();
        root = root();
        shared = OWN * (Math.sqrt(1.0 + others) - 1) / others;
    }

    /** [classes but the first][columns] */
    static double[][] fit(Observations observations, int classes) {
        Softmax fit = new Softmax(Packed.of(observations), classes - 1);
        double[] found = Descent.minimum(fit::loss, fit.others * fit.width, SMALL, STEPS);
        double[] beta = fit.coefficients(found);
        double[][] out = new double[fit.others][fit.width];
        for (int j = 0; j < fit.width; j++) {
            for (int k = 0; k < fit.others; k++) {
                out[k][j] = beta[j * fit.others + k];
            }
        }
        return out;
    }

    /** Of X'WX by the sum of the weights, with as large a ridge as is needed. */
    private Cholesky root() {
        double[][] squares = rows.squares(Arrays.stream(rows.weights())
                .map(weight -> weight / rows.total())
                .toArray());
        Cholesky found = null;
        for (double ridge = RIDGE; found == null; ridge *= 10) {
            if (ridge > Logit.MOST_RIDGE) {
                throw new IllegalArgumentException("rows that are no numbers");
            }
            for (int j = 0; j < width; j++) {
                squares[j][j] += ridge * (1 + squares[j][j]);
            }
            found = Cholesky.of(squares);
        }
        return found;
    }

    /** From [class][coordinate] to [column][class]: classes of one column stand together. */
    private double[] coefficients(double[] u) {
        double[] out = new double[u.length];
        double[] sum = new double[width];
        for (int k = 0; k < others; k++) {
            double[] own = root.spread(Arrays.copyOfRange(u, k * width, (k + 1) * width));
            for (int j = 0; j < width; j++) {
                out[j * others + k] = OWN * own[j];
                sum[j] += own[j];
            }
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < others; k++) {
                out[j * others + k] += shared * sum[j];
            }
        }
        return out;
    }

    /** Minus the mean log-likelihood, and its slopes. */
    private double loss(double[] u, double[] gradient) {
        double[] beta = coefficients(u);
        double[][] slopes = new double[width][others];
        double[] eta = new double[others];
        double sum = 0;
        SparseRows x = rows.x();
        for (int i = 0; i < rows.plain(); i++) {
            Arrays.fill(eta, 0);
            for (int e = x.start()[i]; e < x.start()[i + 1]; e++) {
                int from = x.columns()[e] * others;
                double value = x.values()[e];
                for (int k = 0; k < others; k++) {
                    eta[k] += value * beta[from + k];
                }
            }
            double weight = rows.weights()[i];
            sum += weight * row(eta, rows.classes()[i], weight / rows.total());
            for (int e = x.start()[i]; e < x.start()[i + 1]; e++) {
                add(slopes[x.columns()[e]], x.values()[e], eta);
            }
        }
        sum += aboutTheMiddle(beta, eta, slopes);
        spread(slopes, gradient);
        return sum / rows.total();
    }

    /** The same for the rows that are the middle but for one column: each costs as much as one entry. */
    private double aboutTheMiddle(double[] beta, double[] eta, double[][] slopes) {
        double sum = 0;
        double[] middle = rows.middle();
        double[] there = new double[others];
        double[] together = new double[others];
        for (int j = 0; j < middle.length; j++) {
            for (int k = 0; k < others; k++) {
                there[k] += middle[j] * beta[j * others + k];
            }
        }
        int plain = rows.plain();
        for (int i = 0; i < rows.moved().length; i++) {
            int from = rows.moved()[i] * others;
            double by = rows.by()[i];
            for (int k = 0; k < others; k++) {
                eta[k] = there[k] + by * beta[from + k];
            }
            double weight = rows.weights()[plain + i];
            sum += weight * row(eta, rows.classes()[plain + i], weight / rows.total());
            add(slopes[rows.moved()[i]], by, eta);
            add(together, 1, eta);
        }
        for (int j = 0; j < middle.length; j++) {
            add(slopes[j], middle[j], together);
        }
        return sum;
    }

    /** From their beginnings on, so that the loop is one of vectors. */
    private static void add(double[] to, double times, double[] what) {
        for (int k = 0; k < to.length; k++) {
            to[k] += times * what[k];
        }
    }

    /** Minus the log of a row's chance of its class; turns the predictions into slopes. */
    private static double row(double[] eta, int of, double weight) {
        double most = 0;
        for (double one : eta) {
            most = Math.max(most, one);
        }
        double own = of == 0 ? 0 : eta[of - 1];
        double chances = Math.exp(-most);
        for (int k = 0; k < eta.length; k++) {
            eta[k] = Math.exp(eta[k] - most);
            chances += eta[k];
        }
        for (int k = 0; k < eta.length; k++) {
            eta[k] *= weight / chances;
        }
        if (of > 0) {
            eta[of - 1] -= weight;
        }
        return Math.log(chances) + most - own;
    }

    /** Slopes of coefficients as slopes of coordinates: the transpose of {@link #coefficients}. */
    private void spread(double[][] slopes, double[] out) {
        double[] sum = new double[width];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < others; k++) {
                sum[j] += shared * slopes[j][k];
            }
        }
        double[] own = new double[width];
        for (int k = 0; k < others; k++) {
            for (int j = 0; j < width; j++) {
                own[j] = OWN * slopes[j][k] + sum[j];
            }
            System.arraycopy(root.whiten(own), 0, out, k * width, width);
        }
    }
}
