package org.semblance.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.jspecify.annotations.Nullable;

/** The root of a positive definite matrix: A = C C', C lower triangular. Cost O(p^3 / 3) once, O(p^2) per question. */
public final class Cholesky {
    /** How much of its square a column keeps beyond what others make up of it, at the least. */
    private static final double ALIASED = 1e-12;

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
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(p, true);
        if (!decomposition.decompose(new DMatrixRMaj(symmetric))) {
            return null;
        }
        double[] root = decomposition.getT(null).data;
        for (int i = 0; i < p; i++) {
            double kept = root[i * p + i] * root[i * p + i];
            if (!(kept > ALIASED * symmetric[i][i])) {
                return null;
            }
        }
        return new Cholesky(root, p);
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
