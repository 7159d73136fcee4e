package org.semblance.math;

/**
 * What a regression found. Arrays are the record's own by convention.
 *
 * @param coefficients one per column of the design; NaN where earlier columns explain it
 * @param covariance of the coefficients, p x p; NaN in the rows and columns of those that are NaN
 * @param deviance minus twice the log-likelihood against a perfect fit; the sum of squares of a linear model
 * @param freedom how many rows there are beyond the coefficients
 * @param converged whether the iterations came to an end
 */
public record Regression(
        double[] coefficients, double[][] covariance, double deviance, long freedom, boolean converged) {
    /** The standard error of a coefficient. */
    public double error(int coefficient) {
        return Math.sqrt(covariance[coefficient][coefficient]);
    }

    /** Of coefficients of a basis, with their covariance, turned into those of the columns it came from. */
    static Regression of(Basis basis, double[] ofQ, double[][] covariance, Ending ending) {
        return new Regression(
                basis.coefficients(ofQ),
                Symmetric.sandwich(basis.map(), covariance),
                ending.deviance,
                ending.freedom,
                ending.converged);
    }

    /** The same with other coefficients: each the one at the given place, or NaN for -1. */
    public Regression spread(int[] from) {
        double[] values = new double[from.length];
        double[][] between = new double[from.length][from.length];
        for (int i = 0; i < from.length; i++) {
            values[i] = from[i] < 0 ? Double.NaN : coefficients[from[i]];
            for (int j = 0; j < from.length; j++) {
                between[i][j] = from[i] < 0 || from[j] < 0 ? Double.NaN : covariance[from[i]][from[j]];
            }
        }
        return new Regression(values, between, deviance, freedom, converged);
    }

    /** How a fit ended. */
    record Ending(double deviance, long freedom, boolean converged) {}
}
