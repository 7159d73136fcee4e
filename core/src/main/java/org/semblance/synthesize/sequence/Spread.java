package org.semblance.synthesize.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * How far a column is from where it is measured from, as a rule, step by step: calm and restless times, wards or hours. What
 * is drawn is measured in it.
 *
 * <p>The mean distance is a sum as any other, kept between bounds: distances of the last steps may be among its terms, so
 * that it feeds on itself. Source: Glejser (1969), A new test for heteroskedasticity, JASA 64, 316-323 (a line through
 * absolute residuals); Taylor (1986), Modelling Financial Time Series (on absolute changes before).
 *
 * @param sum the mean distance
 * @param least never less
 * @param most never more
 */
record Spread(Sum sum, double least, double most) {
    /** The same at all steps. */
    static final Spread EVEN = new Spread(new Sum(List.of(), new double[0], 1, List.of()), 1, 1);

    /** A share of the variance of distances below which all steps are the same. */
    private static final double LEAST_R2 = 0.02;
    /** Bounds leave out so many of the fitted distances at either end. */
    private static final double BEYOND = 0.005;
    /** No distance is below this share of the mean one. */
    private static final double LEAST_SHARE = 0.1;

    boolean even() {
        return sum.nothing();
    }

    double at(Form.Teller teller, Scales scales) {
        return even() ? 1 : Math.max(least, Math.min(most, sum.at(teller, scales)));
    }

    /**
     * Of distances.
     *
     * @param additive fitted to them
     * @param sum the same as a sum of features
     */
    static Spread of(Additive additive, double[] distances, Sum sum) {
        double mean = Arrays.stream(distances).average().orElse(0);
        if (additive.explained() < LEAST_R2 || !(mean > 0)) {
            return EVEN;
        }
        double[] fitted = new double[distances.length];
        Arrays.setAll(fitted, i -> distances[i] - additive.residual()[i]);
        Arrays.sort(fitted);
        int beyond = (int) (BEYOND * fitted.length);
        double least = Math.max(LEAST_SHARE * mean, fitted[beyond]);
        return new Spread(sum, least, Math.max(least, fitted[fitted.length - 1 - beyond]));
    }
}
