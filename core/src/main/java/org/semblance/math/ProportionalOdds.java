package org.semblance.math;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Regression of an ordered outcome: log-odds(y at most level k) = threshold k - x b, the same b for every k.
 *
 * <p>As R's {@code polr} (MASS) with the logistic link, but by Newton's method with exact second derivatives, where
 * {@code polr} takes them numerically: standard errors differ from the fifth digit on. The log-likelihood has one
 * maximum (Pratt 1981). Works on centred columns in an orthonormal basis. Cost O(n (p + levels)^2) per step, about 6.
 *
 * <p>Source: McCullagh (1980), doi:10.1111/j.2517-6161.1980.tb01109.x.
 */
public final class ProportionalOdds implements Maximum.Likelihood {
    private final int[] y;
    private final int levels;
    private final double[] means;
    private final Basis basis;
    private final int slopes;

    private ProportionalOdds(double[][] columns, int[] y, int levels) {
        this.y = y;
        this.levels = levels;
        means = new double[columns.length];
        double[][] centred = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            means[j] = Arrays.stream(columns[j]).average().orElse(0);
            centred[j] = columns[j].clone();
            double largest = 0;
            for (int i = 0; i < y.length; i++) {
                largest = Math.max(largest, Math.abs(columns[j][i]));
                centred[j][i] -= means[j];
            }
            double size = largest;
            if (Arrays.stream(centred[j]).allMatch(x -> Math.abs(x) <= 1e-12 * size)) {
                Arrays.fill(centred[j], 0);
            }
        }
        basis = Basis.of(centred);
        slopes = basis.rank();
    }

    /**
     * The coefficients of the columns and, after them, the levels - 1 thresholds.
     *
     * @param columns p columns of n rows, none of ones
     * @param y n levels, 0 .. levels-1, each of them at least once
     */
    public static Regression fit(double[][] columns, int[] y, int levels) {
        ProportionalOdds model = new ProportionalOdds(columns, y, levels);
        return model.regression(Maximum.of(model, model.start()));
    }

    private double[] start() {
        double[] out = new double[slopes + levels - 1];
        double[] count = new double[levels];
        for (int level : y) {
            count[level]++;
        }
        double below = 0;
        for (int k = 0; k + 1 < levels; k++) {
            below += count[k];
            out[slopes + k] = FastMath.log((below + 0.5) / (y.length - below + 0.5));
        }
        return out;
    }

    /** Infinite where thresholds are not in order. */
    @Override
    public double loss(double[] at) {
        for (int k = 1; k + 1 < levels; k++) {
            if (!(at[slopes + k] > at[slopes + k - 1])) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double[] eta = basis.times(Arrays.copyOf(at, slopes), y.length);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += FastMath.log(Math.max(chance(upper(at, eta, i), lower(at, eta, i)), 1e-300));
        }
        return -2 * sum;
    }

    private double upper(double[] at, double[] eta, int row) {
        return y[row] == levels - 1 ? Double.POSITIVE_INFINITY : at[slopes + y[row]] - eta[row];
    }

    private double lower(double[] at, double[] eta, int row) {
        return y[row] == 0 ? Double.NEGATIVE_INFINITY : at[slopes + y[row] - 1] - eta[row];
    }

    /** F(a) - F(b) of the logistic distribution, without cancellation on the far side. */
    private static double chance(double a, double b) {
        return b > 0 ? share(-b) - share(-a) : share(a) - share(b);
    }

    private static double share(double x) {
        return 1 / (1 + FastMath.exp(-x));
    }

    /** Minus the log of the chance of a level, from the thresholds and a row's prediction. */
    public static double minusLog(double[] thresholds, double eta, int level) {
        double upper = level == thresholds.length ? Double.POSITIVE_INFINITY : thresholds[level] - eta;
        double lower = level == 0 ? Double.NEGATIVE_INFINITY : thresholds[level - 1] - eta;
        return -FastMath.log(Math.max(chance(upper, lower), 1e-300));
    }

    @Override
    public double[][] information(double[] at, double[] gradient) {
        int n = y.length;
        int all = at.length;
        double[] eta = basis.times(Arrays.copyOf(at, slopes), n);
        double[] slope = new double[n];
        double[] curve = new double[n];
        double[][] mixed = new double[levels - 1][n];
        double[][] out = new double[all][all];
        for (int i = 0; i < n; i++) {
            double a = share(upper(at, eta, i));
            double b = share(lower(at, eta, i));
            double fa = a * (1 - a);
            double fb = b * (1 - b);
            double p = Math.max(chance(upper(at, eta, i), lower(at, eta, i)), 1e-300);
            slope[i] = a + b - 1;
            curve[i] = fa + fb;
            int k = y[i];
            if (k + 1 < levels) {
                gradient[slopes + k] += fa / p;
                out[slopes + k][slopes + k] -= fa * (1 - 2 * a) / p - fa / p * (fa / p);
                mixed[k][i] = -fa;
            }
            if (k > 0) {
                gradient[slopes + k - 1] -= fb / p;
                out[slopes + k - 1][slopes + k - 1] -= -fb * (1 - 2 * b) / p - fb / p * (fb / p);
                mixed[k - 1][i] = -fb;
            }
            if (k > 0 && k + 1 < levels) {
                out[slopes + k][slopes + k - 1] -= fa / p * (fb / p);
                out[slopes + k - 1][slopes + k] -= fa / p * (fb / p);
            }
        }
        double[][] block = Symmetric.weighted(basis.q(), curve);
        for (int j = 0; j < slopes; j++) {
            double[] column = basis.q()[j];
            gradient[j] += Basis.dot(column, slope);
            System.arraycopy(block[j], 0, out[j], 0, slopes);
            for (int k = 0; k + 1 < levels; k++) {
                out[j][slopes + k] = Basis.dot(column, mixed[k]);
                out[slopes + k][j] = out[j][slopes + k];
            }
        }
        return out;
    }

    /** Back from the basis to the columns, and from centred columns to the thresholds of the ones given. */
    private Regression regression(Maximum found) {
        int p = means.length;
        int all = p + levels - 1;
        double[][] ofSlopes = basis.map();
        double[][] map = new double[all][slopes + levels - 1];
        for (int j = 0; j < p; j++) {
            System.arraycopy(ofSlopes[j], 0, map[j], 0, slopes);
            if (slopes == 0 || Double.isNaN(ofSlopes[j][0])) {
                Arrays.fill(map[j], Double.NaN);
            }
        }
        for (int k = 0; k + 1 < levels; k++) {
            map[p + k][slopes + k] = 1;
            for (int j : basis.kept()) {
                for (int s = 0; s < slopes; s++) {
                    map[p + k][s] += means[j] * ofSlopes[j][s];
                }
            }
        }
        return new Regression(
                Symmetric.times(map, found.at()),
                Symmetric.sandwich(map, found.covariance()),
                found.loss(),
                y.length - slopes - levels + 1L,
                found.converged());
    }
}
