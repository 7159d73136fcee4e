package org.semblance.impute;

/**
 * What one set gives for a model.
 *
 * @param coefficients in the order of the model's terms; NaN for those that the set does not determine
 * @param covariance of the coefficients
 * @param freedom rows beyond all that is estimated
 * @param rows complete ones
 * @param squared share of the variance that is explained; NaN where the model is not linear
 * @param adjusted the same for another sample
 * @param beside what is estimated beside the coefficients: variances
 */
record SetFit(
        double[] coefficients,
        double[][] covariance,
        double freedom,
        int rows,
        double squared,
        double adjusted,
        double[] beside) {}
