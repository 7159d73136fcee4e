package org.semblance.math;

/**
 * Least squares: y = X b + noise of equal variance, by an orthonormal basis of X.
 *
 * <p>As R's {@code lm}: columns that earlier ones explain have no coefficient. Cost O(n p^2).
 */
public final class LinearModel {
    private LinearModel() {}

    /**
     * @param columns p columns of n rows, a column of ones among them where there is an intercept
     * @param y n numbers
     */
    public static Regression fit(double[][] columns, double[] y) {
        Basis basis = Basis.of(columns);
        double[] ofQ = new double[basis.rank()];
        for (int k = 0; k < ofQ.length; k++) {
            ofQ[k] = Basis.dot(basis.q()[k], y);
        }
        double[] fitted = basis.times(ofQ, y.length);
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            squares += (y[i] - fitted[i]) * (y[i] - fitted[i]);
        }
        long freedom = y.length - basis.rank();
        double variance = freedom > 0 ? squares / freedom : Double.NaN;
        double[][] covariance = new double[ofQ.length][ofQ.length];
        for (int k = 0; k < ofQ.length; k++) {
            covariance[k][k] = variance;
        }
        return Regression.of(basis, ofQ, covariance, new Regression.Ending(squares, freedom, true));
    }
}
