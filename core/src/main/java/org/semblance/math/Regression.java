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

    /** How a fit ended. */
    record Ending(double deviance, long freedom, boolean converged) {}
}
