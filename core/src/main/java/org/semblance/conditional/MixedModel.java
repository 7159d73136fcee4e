package org.semblance.conditional;

import org.semblance.math.Cholesky;
import org.semblance.math.Descent;

/**
 * A linear model with effects of clusters, by restricted maximum likelihood, as lme4's {@code lmer}.
 *
 * <p>The deviance is profiled: given the root L of the effects' covariance in units of the residuals' deviation,
 * coefficients and deviation follow; L is found by quasi-Newton steps. A look costs clusters x (predictors x effects^2),
 * whatever the number of rows. Source: Bates, Maechler, Bolker and Walker (2015), doi:10.18637/jss.v067.i01, section 3.
 *
 * @param beta coefficients
 * @param information X'V^-1 X in units of the residuals' deviation: the covariance of the coefficients is its inverse
 *     times the residuals' variance
 * @param deviation of the residuals
 * @param relative root of the effects' covariance over the residuals' deviation
 * @param effects [clusters][random] the clusters' effects as predicted
 */
record MixedModel(double[] beta, Cholesky information, double deviation, double[][] relative, double[][] effects) {
    private static final double SMALL = 1e-8;
    private static final int STEPS = 200;
    private static final double MOST_MOVED = 30;

    static MixedModel fit(LevelSums sums) {
        return fit(sums, true);
    }

    /** @param restricted whether the likelihood is that of what the coefficients leave (REML) or the whole (ML) */
    static MixedModel fit(LevelSums sums, boolean restricted) {
        int q = sums.random().length;
        double[] start = start(q);
        double scale = Math.max(1, sums.rows());
        double[] moved = Descent.minimum(
                Slopes.of(at -> new Look(sums, root(start, at, q), restricted).deviance / scale),
                start.length,
                SMALL,
                STEPS);
        Look look = new Look(sums, root(start, moved, q), restricted);
        double[][] effects = new double[sums.clusters()][];
        for (int k = 0; k < effects.length; k++) {
            effects[k] = look.effects(k);
        }
        return new MixedModel(look.beta, look.information, look.deviation, look.root, effects);
    }

    /** The identity, lower triangle by rows. */
    static double[] start(int q) {
        double[] start = new double[q * (q + 1) / 2];
        for (int i = 0, at = 0; i < q; i++) {
            at += i;
            start[at++] = 1;
        }
        return start;
    }

    static double[][] root(double[] start, double[] moved, int q) {
        return root(start, moved, 0, q);
    }

    /**
     * The diagonal moves by its logarithm: in a root of zero the slope is zero whatever is likelier, and a step that
     * fell there would stay.
     *
     * @param from the place of the first entry
     */
    static double[][] root(double[] start, double[] moved, int from, int q) {
        double[][] root = new double[q][q];
        int at = from;
        for (int i = 0; i < q; i++) {
            for (int j = 0; j <= i; j++, at++) {
                root[i][j] = i == j
                        ? start[at] * Math.exp(Math.max(-MOST_MOVED, Math.min(MOST_MOVED, moved[at])))
                        : start[at] + moved[at];
            }
        }
        return root;
    }

    /** The covariance of the effects. */
    double[][] covariance() {
        double[][] out = Covariance.times(relative, Covariance.transposed(relative));
        for (double[] row : out) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= deviation * deviation;
            }
        }
        return out;
    }

    /** Everything that follows from a root of the effects' covariance. */
    private static final class Look {
        private final LevelSums sums;
        private final double[][] root;
        private final Cholesky[] within;
        private final Cholesky information;
        private final double[] beta;
        private final double deviation;
        private final double deviance;

        Look(LevelSums sums, double[][] root, boolean restricted) {
            this.sums = sums;
            this.root = root;
            int p = sums.width();
            double[][] cross = sums.total();
            double[] with = sums.totalWith();
            double squares = sums.totalSquares();
            within = new Cholesky[sums.clusters()];
            double logs = 0;
            double[][] up = Covariance.transposed(root);
            double[] none = new double[p];
            for (int k = 0; k < within.length; k++) {
                double[][] own = Covariance.times(Covariance.times(up, sums.within(k)), root);
                for (int a = 0; a < own.length; a++) {
                    own[a][a] += 1;
                }
                within[k] = Covariance.ridged(own);
                logs += within[k].logDeterminant();
                double[][] half = Covariance.times(up, sums.between(k));
                double[] halfWith = Covariance.times(up, sums.left(k, none));
                double[] solved = within[k].solve(halfWith);
                for (int a = 0; a < half.length; a++) {
                    squares -= halfWith[a] * solved[a];
                }
                take(cross, with, half, solved, within[k]);
            }
            information = Covariance.ridged(cross);
            beta = information.solve(with);
            double explained = 0;
            for (int j = 0; j < p; j++) {
                explained += beta[j] * with[j];
            }
            int freedom = Math.max(1, sums.rows() - (restricted ? p : 0));
            double left = Math.max(squares - explained, 1e-300);
            deviation = Math.sqrt(left / freedom);
            deviance = logs
                    + (restricted ? information.logDeterminant() : 0)
                    + freedom * (1 + Math.log(2 * Math.PI * left / freedom));
        }

        /** Takes a cluster's share out of X'X and X'y. */
        private static void take(double[][] cross, double[] with, double[][] half, double[] solved, Cholesky within) {
            int p = with.length;
            for (int j = 0; j < p; j++) {
                double[] column = new double[half.length];
                for (int a = 0; a < half.length; a++) {
                    column[a] = half[a][j];
                    with[j] -= half[a][j] * solved[a];
                }
                double[] through = within.solve(column);
                for (int i = 0; i < p; i++) {
                    for (int a = 0; a < half.length; a++) {
                        cross[i][j] -= half[a][i] * through[a];
                    }
                }
            }
        }

        private double[] effects(int k) {
            double[] left = sums.left(k, beta);
            return Covariance.times(root, within[k].solve(Covariance.times(Covariance.transposed(root), left)));
        }
    }
}
