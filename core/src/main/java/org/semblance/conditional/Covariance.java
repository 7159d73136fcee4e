package org.semblance.conditional;

import org.semblance.distribution.Gamma;
import org.semblance.math.Cholesky;
import org.semblance.random.Rng;

/** Small covariance matrices: their roots, also of singular ones, and draws from the Wishart law and its inverse. */
final class Covariance {
    private Covariance() {}

    /** A lower triangular C with A = C C'; a direction without variance gets a column of zeros. */
    static double[][] root(double[][] a) {
        int q = a.length;
        double[][] root = new double[q][q];
        for (int j = 0; j < q; j++) {
            double pivot = a[j][j];
            for (int k = 0; k < j; k++) {
                pivot -= root[j][k] * root[j][k];
            }
            if (!(pivot > 1e-12 * a[j][j])) {
                continue;
            }
            root[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < q; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = sum / root[j][j];
            }
        }
        return root;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] out = new double[matrix.length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                out[i] += matrix[i][j] * vector[j];
            }
        }
        return out;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] out = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < out[i].length; j++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }

    static double[][] transposed(double[][] a) {
        double[][] out = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[j][i] = a[i][j];
            }
        }
        return out;
    }

    static double[][] identity(int q) {
        double[][] out = new double[q][q];
        for (int j = 0; j < q; j++) {
            out[j][j] = 1;
        }
        return out;
    }

    static double[] gaussians(int q, Rng rng) {
        double[] z = new double[q];
        for (int j = 0; j < q; j++) {
            z[j] = rng.nextGaussian();
        }
        return z;
    }

    static double chiSquared(double freedom, Rng rng) {
        return 2 * new Gamma(freedom / 2, 1).sample(rng);
    }

    /** A draw of the Wishart law of scale C C', by Bartlett's decomposition. */
    static double[][] wishart(double freedom, double[][] root, Rng rng) {
        double[][] half = times(root, bartlett(freedom, root.length, rng));
        return times(half, transposed(half));
    }

    /** A draw of the inverse Wishart law of the given scale: C (A A')^-1 C'. */
    static double[][] inverseWishart(double freedom, double[][] scale, Rng rng) {
        int q = scale.length;
        double[][] half = bartlett(freedom, q, rng);
        Cholesky root = Cholesky.of(times(half, transposed(half)));
        if (root == null) {
            throw new IllegalStateException("a Wishart draw of " + freedom + " degrees of freedom is singular");
        }
        double[][] c = root(scale);
        return times(times(c, root.inverse()), transposed(c));
    }

    private static double[][] bartlett(double freedom, int q, Rng rng) {
        double[][] half = new double[q][q];
        for (int i = 0; i < q; i++) {
            half[i][i] = Math.sqrt(chiSquared(Math.max(freedom - i, 0.5), rng));
            for (int j = 0; j < i; j++) {
                half[i][j] = rng.nextGaussian();
            }
        }
        return half;
    }

    /** The root of a positive definite matrix, the diagonal made larger until there is one. */
    static Cholesky ridged(double[][] a) {
        Cholesky root = Cholesky.of(a);
        for (double ridge = 1e-8; root == null; ridge *= 10) {
            double[][] more = new double[a.length][];
            for (int j = 0; j < a.length; j++) {
                more[j] = a[j].clone();
                more[j][j] += ridge * (1 + Math.abs(a[j][j]));
            }
            root = Cholesky.of(more);
        }
        return root;
    }
}
