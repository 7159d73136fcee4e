package org.semblance.math;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Regression of a 0/1 outcome (logistic) or of counts (Poisson), each with its canonical link, by Fisher's scoring.
 *
 * <p>As R's {@code glm}: started from the outcome itself, weighted least squares until the deviance stays, here to
 * 1e-11 of it; a step that makes the deviance larger is halved. Works in an orthonormal basis of X, so that columns of
 * very different size do no harm. Cost O(n p^2) per step, about 6 steps.
 *
 * <p>Source: McCullagh and Nelder (1989), Generalized Linear Models, section 2.5.
 */
public final class GeneralizedModel {
    /** What the outcome is. */
    public enum Family {
        /** 0 or 1; the log-odds are linear. */
        LOGISTIC,
        /** 0, 1, 2 ...; the log of the mean is linear. */
        POISSON
    }

    private static final int STEPS = 50;
    private static final double SMALL = 1e-11;
    /** Log-odds beyond which a chance is 0 or 1 in double precision. */
    private static final double FAR = 36;

    private final Family family;
    private final double[] y;
    private final double[] offset;
    private final Basis basis;
    private final double[] eta;
    private double[] ofQ;
    private double deviance;

    private GeneralizedModel(Family family, double[][] columns, double[] y, double[] offset) {
        this.family = family;
        this.y = y;
        this.offset = offset;
        basis = Basis.of(columns);
        ofQ = new double[basis.rank()];
        eta = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            eta[i] = family == Family.LOGISTIC
                    ? (y[i] > 0.5 ? FastMath.log(3) : -FastMath.log(3))
                    : FastMath.log(y[i] + 0.1);
        }
        deviance = Double.POSITIVE_INFINITY;
    }

    /**
     * @param columns p columns of n rows
     * @param y n outcomes
     * @param offset n numbers that are added to the linear part, with no coefficient of their own
     */
    public static Regression fit(Family family, double[][] columns, double[] y, double[] offset) {
        return new GeneralizedModel(family, columns, y, offset).fit();
    }

    public static Regression fit(Family family, double[][] columns, double[] y) {
        return fit(family, columns, y, new double[y.length]);
    }

    private Regression fit() {
        boolean converged = false;
        double[][] inverse = Symmetric.inverse(Symmetric.weighted(basis.q(), weights()));
        for (int step = 0; step < STEPS && !converged && inverse != null; step++) {
            double[] weights = weights();
            double[] working = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                working[i] = weights[i] * (eta[i] - offset[i]) + y[i] - mean(eta[i]);
            }
            double[] towards = new double[ofQ.length];
            for (int k = 0; k < towards.length; k++) {
                towards[k] = Basis.dot(basis.q()[k], working);
            }
            double before = deviance;
            move(Symmetric.times(inverse, towards));
            converged = Math.abs(before - deviance) <= SMALL * (Math.abs(deviance) + 0.1);
            double[][] next = Symmetric.inverse(Symmetric.weighted(basis.q(), weights()));
            if (next == null) {
                break;
            }
            inverse = next;
        }
        double[][] covariance = inverse == null ? nothing() : inverse;
        long freedom = y.length - basis.rank();
        return Regression.of(basis, ofQ, covariance, new Regression.Ending(deviance, freedom, converged));
    }

    private double[] weights() {
        double[] weights = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double mean = mean(eta[i]);
            weights[i] = Math.max(family == Family.LOGISTIC ? mean * (1 - mean) : mean, 1e-16);
        }
        return weights;
    }

    /** To the new coefficients, or to where the deviance is no larger between the old and the new ones. */
    private void move(double[] to) {
        double[] from = ofQ;
        double before = deviance;
        for (int halving = 0; halving < 30; halving++) {
            double share = Math.scalb(1.0, -halving);
            double[] tried = new double[to.length];
            for (int k = 0; k < to.length; k++) {
                tried[k] = Double.isInfinite(before) ? to[k] : from[k] + share * (to[k] - from[k]);
            }
            double[] linear = basis.times(tried, y.length);
            for (int i = 0; i < y.length; i++) {
                eta[i] = linear[i] + offset[i];
            }
            ofQ = tried;
            deviance = deviance();
            if (deviance <= before * (1 + 1e-12) + 1e-12 && Double.isFinite(deviance)) {
                return;
            }
        }
    }

    private double mean(double linear) {
        if (family == Family.POISSON) {
            return FastMath.exp(Math.min(linear, 700));
        }
        double bounded = Math.max(-FAR, Math.min(FAR, linear));
        return 1 / (1 + FastMath.exp(-bounded));
    }

    private double deviance() {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            if (family == Family.LOGISTIC) {
                double against = y[i] > 0.5 ? -eta[i] : eta[i];
                sum += against > FAR ? against : FastMath.log1p(FastMath.exp(against));
            } else {
                double mean = mean(eta[i]);
                sum += (y[i] > 0 ? y[i] * (FastMath.log(y[i]) - eta[i]) : 0) - (y[i] - mean);
            }
        }
        return 2 * sum;
    }

    private double[][] nothing() {
        double[][] out = new double[ofQ.length][ofQ.length];
        for (double[] row : out) {
            Arrays.fill(row, Double.NaN);
        }
        return out;
    }
}
