package org.semblance.conditional;

import org.semblance.distribution.Gamma;
import org.semblance.math.Cholesky;
import org.semblance.random.Rng;

/**
 * A linear regression as mice's methods need it: estimates, and draws of estimates from their posterior.
 *
 * <p>By the normal equations of a standardised {@link Design}. Where they have no solution, X'X + ridge diag(X'X) takes
 * their place, and that is said. Source: Rubin (1987), Multiple Imputation for Nonresponse in Surveys, p. 167; van
 * Buuren (2018), algorithm 3.1.
 *
 * @param design what the coefficients are of
 * @param beta the estimates
 * @param root of X'X (with the ridge where there is one)
 * @param squares the sum of squared residuals
 * @param rows how many rows were fitted
 */
record LeastSquares(Design design, double[] beta, Cholesky root, double squares, int rows) {
    static final double RIDGE = 1e-5;

    /** @param always whether the ridge is there also where it is not needed */
    static LeastSquares fit(Moments moments, boolean always, Given.Events events) {
        double[][] cross = moments.cross();
        Cholesky root = always ? null : Cholesky.of(cross);
        if (root == null && !always) {
            events.say("the predictors depend on each other, or there are more of them than rows: a ridge of " + RIDGE
                    + " was added");
        }
        for (double ridge = RIDGE; root == null; ridge *= 10) {
            double[][] more = new double[cross.length][];
            for (int j = 0; j < cross.length; j++) {
                more[j] = cross[j].clone();
                more[j][j] = cross[j][j] * (1 + ridge) + (cross[j][j] == 0 ? ridge : 0);
            }
            root = Cholesky.of(more);
        }
        double[] beta = root.solve(moments.with());
        double[] y = moments.y();
        double[] weights = moments.weights();
        double squares = 0;
        Design.Entries entries = moments.design().entries(moments.x());
        for (int i = 0; i < y.length; i++) {
            entries.row(moments.rows()[i]);
            double residual = y[i] - entries.dot(beta);
            squares += (weights.length == 0 ? 1 : weights[i]) * residual * residual;
        }
        return new LeastSquares(moments.design(), beta, root, squares, y.length);
    }

    /** The standard deviation of the residuals: of n - p degrees of freedom, at least one. */
    double deviation() {
        return Math.sqrt(squares / freedom());
    }

    int freedom() {
        return Math.max(rows - design.width(), 1);
    }

    /** A draw of the residuals' standard deviation from its posterior. */
    double drawDeviation(Rng rng) {
        return Math.sqrt(squares / (2 * new Gamma(freedom() / 2.0, 1).sample(rng)));
    }

    /** A draw of the coefficients from their posterior, given the residuals' standard deviation. */
    double[] drawBeta(double deviation, Rng rng) {
        double[] z = new double[beta.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = rng.nextGaussian();
        }
        double[] drawn = root.spread(z);
        for (int j = 0; j < drawn.length; j++) {
            drawn[j] = beta[j] + deviation * drawn[j];
        }
        return drawn;
    }
}
