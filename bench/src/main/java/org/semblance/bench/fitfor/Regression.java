package org.semblance.bench.fitfor;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Least squares, coefficients with standard errors that hold for any variance (White 1980, doi:10.2307/1912934, HC1);
 * not the regression of the measures, on purpose: what the thresholds are held against must not share their faults.
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
            add(squares, x[i], 1);
            for (int a = 0; a < d; a++) {
                products[a] += x[i][a] * y[i];
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
        DMatrixRMaj meat = new DMatrixRMaj(d, d);
        for (int i = 0; i < x.length; i++) {
            double gap = y[i] - dot(x[i], coefficient);
            add(meat, x[i], gap * gap);
        }
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj variance = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(inverse, meat, half);
        CommonOps_DDRM.mult(half, inverse, variance);
        double[] error = new double[d];
        for (int a = 0; a < d; a++) {
            error[a] = Math.sqrt(Math.max(0, variance.get(a, a) * x.length / Math.max(1, x.length - d)));
        }
        return new Regression(coefficient, error, x.length);
    }

    private static void add(DMatrixRMaj squares, double[] row, double weight) {
        int d = row.length;
        for (int a = 0; a < d; a++) {
            double factor = weight * row[a];
            for (int b = 0; b < d && factor != 0; b++) {
                squares.data[a * d + b] += factor * row[b];
            }
        }
    }

    static double dot(double[] row, double[] coefficient) {
        double sum = 0;
        for (int a = 0; a < row.length; a++) {
            sum += row[a] * coefficient[a];
        }
        return sum;
    }
}
