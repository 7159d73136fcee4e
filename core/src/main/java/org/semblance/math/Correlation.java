package org.semblance.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.jspecify.annotations.Nullable;

/**
 * A correlation matrix (p x p, symmetric, ones on the diagonal) mended so that it has a Cholesky root.
 *
 * <p>A matrix put together pair by pair need not be positive definite. Up to {@link #EIGEN_AT_MOST} columns, its
 * eigenvalues are raised to a small positive number and the diagonal is scaled back to one (Rousseeuw and Molenberghs
 * 1993, doi:10.1080/03610929308831068, "eigenvalue method"); beyond that, or if rounding spoils it, it is pulled towards
 * the identity until the root exists. Cost O(p^3).
 */
public final class Correlation {
    static final int EIGEN_AT_MOST = 400;
    private static final double SMALLEST_EIGENVALUE = 1e-4;
    private static final double[] PULLS = {0, 1e-8, 1e-5, 1e-3, 0.01, 0.03, 0.1, 0.3, 1};

    private Correlation() {}

    /** The lower Cholesky root of the matrix or of a positive definite one near it, row by row. */
    public static double[][] root(double[][] correlation) {
        double[][] root = cholesky(correlation, 0);
        if (root == null && correlation.length <= EIGEN_AT_MOST) {
            root = cholesky(raised(correlation), 0);
        }
        for (int k = 1; root == null && k < PULLS.length; k++) {
            root = cholesky(correlation, PULLS[k]);
        }
        if (root == null) {
            throw new IllegalArgumentException("not a correlation matrix");
        }
        return root;
    }

    /**
     * How far to pull a correlation matrix of n rows towards the identity, in 0 .. 1: the pull that minimises the
     * expected squared error, with the variance of each correlation taken as (1 - r^2)^2 / (n - 1).
     *
     * <p>Source: Schaefer and Strimmer (2005), doi:10.2202/1544-6115.1175, target D.
     */
    public static double pull(double[][] correlation, int rows) {
        double variance = 0;
        double squares = 0;
        for (int i = 0; i < correlation.length; i++) {
            for (int j = 0; j < i; j++) {
                double square = correlation[i][j] * correlation[i][j];
                variance += (1 - square) * (1 - square) / Math.max(1, rows - 1);
                squares += square;
            }
        }
        return squares == 0 ? 1 : Math.min(1, variance / squares);
    }

    private static double @Nullable [][] cholesky(double[][] correlation, double pull) {
        int p = correlation.length;
        DMatrixRMaj matrix = new DMatrixRMaj(correlation);
        CommonOps_DDRM.scale(1 - pull, matrix);
        for (int i = 0; i < p; i++) {
            matrix.set(i, i, 1);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(p, true);
        if (!decomposition.decompose(matrix)) {
            return null;
        }
        DMatrixRMaj lower = decomposition.getT(null);
        double[][] root = new double[p][];
        for (int i = 0; i < p; i++) {
            root[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                root[i][j] = lower.get(i, j);
                if (Double.isNaN(root[i][j])) {
                    return null;
                }
            }
        }
        return root;
    }

    private static double[][] raised(double[][] correlation) {
        int p = correlation.length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(p, true, true);
        if (!eigen.decompose(new DMatrixRMaj(correlation))) {
            return correlation;
        }
        double[][] out = new double[p][p];
        for (int k = 0; k < p; k++) {
            double value = Math.max(SMALLEST_EIGENVALUE, eigen.getEigenvalue(k).getReal());
            DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    out[i][j] += value * vector.get(i) * vector.get(j);
                }
            }
        }
        double[] scale = new double[p];
        for (int i = 0; i < p; i++) {
            scale[i] = Math.sqrt(out[i][i]);
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                out[i][j] /= scale[i] * scale[j];
                out[j][i] = out[i][j];
            }
        }
        return out;
    }
}
