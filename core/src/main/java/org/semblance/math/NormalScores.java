package org.semblance.math;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A standard normal variable seen through cells: the unit interval is cut at given places, and all that is known of a
 * value is its cell. Each cell's score is the mean of the normal variable inside it.
 *
 * <p>Scores of two columns correlate less than the normal variables behind them. {@link #correlation} undoes that: the
 * expected product of scores is a power series in the hidden correlation r, sum over k of a_k b_k r^k, where a_k and
 * b_k are the Hermite coefficients of the two columns' scores (Lancaster 1957, doi:10.1093/biomet/44.1-2.289), cut off
 * at k = {@link #TERMS}; it is solved for r by bisection. For two columns of two cells this is the tetrachoric
 * correlation, for many cells the product-moment one.
 */
public final class NormalScores {
    /** Two binary columns with r = 0.9 are then off by 0.001. */
    private static final int TERMS = 40;

    private static final double MOST = 0.9995;
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private final double[] scores;
    private final double[] coefficients;

    /** @param upTo the upper places of the cells, ascending to 1; empty cells repeat the place before */
    public NormalScores(double[] upTo) {
        scores = new double[upTo.length];
        coefficients = new double[TERMS];
        double[] lower = hermite(0);
        double below = 0;
        for (int cell = 0; cell < upTo.length; cell++) {
            double[] upper = hermite(upTo[cell]);
            if (upTo[cell] > below) {
                scores[cell] = (lower[0] - upper[0]) / (upTo[cell] - below);
                for (int k = 0; k < TERMS; k++) {
                    coefficients[k] += scores[cell] * (lower[k] - upper[k]);
                }
            }
            lower = upper;
            below = upTo[cell];
        }
    }

    /** For k = 1 .. TERMS: He_(k-1)(x) phi(x) / sqrt(k!) at the quantile x of a place. */
    private static double[] hermite(double place) {
        double[] out = new double[TERMS];
        if (place <= 0 || place >= 1) {
            return out;
        }
        double x = NORMAL.inverseCumulativeProbability(place);
        double before = 0;
        double now = NORMAL.density(x);
        for (int k = 1; k <= TERMS; k++) {
            out[k - 1] = now / Math.sqrt(k);
            double next = (x * now - Math.sqrt(k - 1) * before) / Math.sqrt(k);
            before = now;
            now = next;
        }
        return out;
    }

    /** The mean of the normal variable in a cell. */
    public double score(int cell) {
        return scores[cell];
    }

    /** The correlation of the normal variables behind two columns whose scores have the given mean product. */
    public double correlation(NormalScores other, double meanProduct) {
        double low = -MOST;
        double high = MOST;
        for (int step = 0; step < 45; step++) {
            double middle = (low + high) / 2;
            if (product(other, middle) < meanProduct) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double product(NormalScores other, double r) {
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum = (sum + coefficients[k] * other.coefficients[k]) * r;
        }
        return sum;
    }

    /** The share of a standard normal variable below a value. */
    public static double share(double value) {
        return NORMAL.cumulativeProbability(value);
    }
}
