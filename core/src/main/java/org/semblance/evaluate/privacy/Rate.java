package org.semblance.evaluate.privacy;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.semblance.evaluate.Interval;

/**
 * How often attacks succeed, as Anonymeter estimates it: the middle of Wilson's interval and half its width.
 *
 * <p>Source: Giomi et al. 2023, doi:10.56553/popets-2023-0055; Wilson 1927, doi:10.1080/01621459.1927.10502953.
 */
record Rate(double value, double error) {
    /** The normal quantile of 0.975: an interval that holds in 95 of 100 cases. */
    static final double ALONE = 1.959963984540054;

    /** NaN for no tries. */
    static Rate of(double successes, double tries, double z) {
        if (!(tries > 0)) {
            return new Rate(Double.NaN, Double.NaN);
        }
        double[] wilson = Interval.wilson(successes, tries, z);
        return new Rate(wilson[0], wilson[1]);
    }

    /**
     * The normal quantile with which so many intervals all hold in 95 of 100 cases (Bonferroni): what is needed where
     * the worst of them is quoted.
     */
    static double together(int intervals) {
        return new NormalDistribution().inverseCumulativeProbability(1 - 0.025 / Math.max(1, intervals));
    }

    /** How much more often than the control, as a share of what the control leaves; errors propagated. */
    Rate residual(Rate control) {
        double left = 1 - control.value;
        double ofAttack = error / Math.abs(left);
        double ofControl = control.error * (value - 1) / (left * left);
        return new Rate((value - control.value) / left, Math.sqrt(ofAttack * ofAttack + ofControl * ofControl));
    }

    /** Cut to what a rate can be. */
    double bounded() {
        return Double.isNaN(value) ? value : Math.max(0, Math.min(1, value));
    }

    /** Cut to what a rate can be. */
    Interval interval() {
        return Double.isNaN(value)
                ? Interval.NONE
                : new Interval(Math.max(0, Math.min(1, value - error)), Math.max(0, Math.min(1, value + error)));
    }
}
