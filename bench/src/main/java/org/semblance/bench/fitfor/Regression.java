package org.semblance.bench.fitfor;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Least squares, coefficients with their standard errors.
 *
 * @param rows how many rows there were
 */
record Regression(double[] coefficient, double[] error, int rows) {
    /** @param ridge added to the diagonal of X'X, per row */
    static Regression of(double[][] x, double[] y, double ridge) {
        int d = x[0].length;
        DMatrixRMaj squares = new DMatrixRMaj(d, d);
        double[] products = new double[d];
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            for (int a = 0; a < d; a++) {
                if (row[a] != 0) {
                    products[a] += row[a] * y[i];
                    for (int b = 0; b < d; b++) {
                        squares.data[a * d + b] += row[a] * row[b];
                    }
                }
            }
        }
        for (int a = 0; a < d; a++) {
            squares.data[a * d + a] += ridge * x.length;
        }
        DMatrixRMaj inverse = new DMatrixRMaj(d, d);
        CommonOps_DDRM.invert(squares, inverse);
        double[] coefficient = new double[d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                coefficient[a] += inverse.data[a * d + b] * products[b];
            }
        }
        double missed = 0;
        for (int i = 0; i < x.length; i++) {
            double gap = y[i] - dot(x[i], coefficient);
            missed += gap * gap;
        }
        double variance = missed / Math.max(1, x.length - d);
        double[] error = new double[d];
        for (int a = 0; a < d; a++) {
            error[a] = Math.sqrt(Math.max(0, variance * inverse.data[a * d + a]));
        }
        return new Regression(coefficient, error, x.length);
    }

    static double dot(double[] row, double[] coefficient) {
        double sum = 0;
        for (int a = 0; a < row.length; a++) {
            sum += row[a] * coefficient[a];
        }
        return sum;
    }
}
