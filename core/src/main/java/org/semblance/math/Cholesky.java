package org.semblance.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.jspecify.annotations.Nullable;

/** The root of a positive definite matrix: A = C C', C lower triangular. Cost O(p^3 / 3) once, O(p^2) per question. */
public final class Cholesky {
    /** How much of its square a column keeps beyond what others make up of it, at the least. */
    public static final double ALIASED = 1e-12;
    /** Up to so many rows the root is found here. */
    private static final int SMALL = 12;

    private final double[] root;
    private final int size;

    private Cholesky(double[] root, int size) {
        this.root = root;
        this.size = size;
    }

    /** The root, or null where the matrix is not positive definite, or nearly not. */
    public static @Nullable Cholesky of(double[][] symmetric) {
        int p = symmetric.length;
        if (p == 0) {
            return new Cholesky(new double[0], 0);
        }
        double[] root = p <= SMALL ? small(symmetric) : large(symmetric);
        if (root.length == 0) {
            return null;
        }
        for (int i = 0; i < p; i++) {
            double kept = root[i * p + i] * root[i * p + i];
            if (!(kept > ALIASED * symmetric[i][i])) {
                return null;
            }
        }
        return new Cholesky(root, p);
    }

    /** Empty where the matrix is not positive definite. */
    private static double[] large(double[][] symmetric) {
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(symmetric.length, true);
        return decomposition.decompose(new DMatrixRMaj(symmetric)) ? decomposition.getT(null).data : new double[0];
    }

    /** The same numbers, without what it takes to get going: samplers need a million roots of matrices of three rows. */
    private static double[] small(double[][] symmetric) {
        int p = symmetric.length;
        double[] root = new double[p * p];
        for (int i = 0; i < p; i++) {
            double inverse = 0;
            for (int j = i; j < p; j++) {
                double sum = symmetric[i][j];
                for (int k = 0; k < i; k++) {
                    sum -= root[i * p + k] * root[j * p + k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return new double[0];
                    }
                    root[i * p + i] = Math.sqrt(sum);
                    inverse = 1 / root[i * p + i];
                } else {
                    root[j * p + i] = sum * inverse;
                }
            }
        }
        return root;
    }

    public int size() {
        return size;
    }

    /** A^-1 b. */
    public double[] solve(double[] b) {
        double[] x = b.clone();
        TriangularSolver_DDRM.solveL(root, x, size);
        TriangularSolver_DDRM.solveTranL(root, x, size);
        return x;
    }

    /** C'^-1 z: of standard normal z, a vector whose covariance is A^-1. */
    public double[] spread(double[] z) {
        double[] x = z.clone();
        TriangularSolver_DDRM.solveTranL(root, x, size);
        return x;
    }

    /** C^-1 b: of a vector whose covariance is A, one whose numbers are uncorrelated with variance 1. */
    public double[] whiten(double[] b) {
        double[] x = b.clone();
        TriangularSolver_DDRM.solveL(root, x, size);
        return x;
    }

    /** C z: of standard normal z, a vector whose covariance is A. */
    public double[] times(double[] z) {
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                out[i] += root[i * size + j] * z[j];
            }
        }
        return out;
    }

    /** A^-1. */
    public double[][] inverse() {
        double[][] out = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            out[i] = solve(unit);
        }
        return out;
    }

    /** The logarithm of A's determinant. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 2 * Math.log(root[i * size + i]);
        }
        return sum;
    }
}
