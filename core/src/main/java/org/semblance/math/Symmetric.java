package org.semblance.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/** Small symmetric matrices as arrays of rows: sums of squares, inverses and quadratic forms. */
public final class Symmetric {
    /** Rows whose columns stay in the processor's cache. */
    private static final int STRETCH = 1024;

    private Symmetric() {}

    /** Q' W Q of columns q with one weight per row, a stretch of rows at a time. Cost O(n p^2 / 2). */
    static double[][] weighted(double[][] q, double[] weights) {
        int p = q.length;
        double[][] out = new double[p][p];
        double[] scaled = new double[weights.length];
        for (int from = 0; from < weights.length; from += STRETCH) {
            int to = Math.min(weights.length, from + STRETCH);
            for (int i = 0; i < p; i++) {
                for (int row = from; row < to; row++) {
                    scaled[row] = weights[row] * q[i][row];
                }
                for (int j = 0; j <= i; j++) {
                    out[i][j] += Basis.dot(scaled, q[j], from, to);
                }
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    /** The inverse of a positive definite matrix, or null where it is not one. */
    public static double @Nullable [][] inverse(double[][] matrix) {
        int p = matrix.length;
        if (p == 0) {
            return new double[0][];
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(p, true);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(p);
        DMatrixRMaj whole = new DMatrixRMaj(matrix);
        if (!cholesky.decompose(whole.copy()) || !solver.setA(whole)) {
            return null;
        }
        DMatrixRMaj inverse = new DMatrixRMaj(p, p);
        solver.invert(inverse);
        double[][] out = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                out[i][j] = (inverse.get(i, j) + inverse.get(j, i)) / 2;
                if (!Double.isFinite(out[i][j])) {
                    return null;
                }
            }
        }
        return out;
    }

    /** The product with a vector. */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] out = new double[matrix.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Basis.dot(matrix[i], vector);
        }
        return out;
    }

    /** x' A x. */
    public static double form(double[][] matrix, double[] x) {
        return Basis.dot(x, times(matrix, x));
    }

    /** M A M' for m rows of length p and a p x p matrix. */
    static double[][] sandwich(double[][] m, double[][] a) {
        double[][] out = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            double[] half = times(a, m[i]);
            for (int j = 0; j < m.length; j++) {
                out[i][j] = Basis.dot(m[j], half);
            }
        }
        return out;
    }
}
