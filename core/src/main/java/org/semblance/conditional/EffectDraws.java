package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Cholesky;
import org.semblance.random.Rng;

/**
 * Draws of the effects of clusters given their rows, coefficients, deviation and the effects' covariance: normal about
 * their posterior mean. Samplers draw millions of them, so every number of a small matrix is an array over the clusters:
 * what is done to one is done to all in one loop without a branch. Not thread-safe. Cost of a draw: effects^3 + effects x
 * columns.
 */
final class EffectDraws {
    private final int q;
    private final int clusters;
    /** [q][q][clusters] Z'Z, [q][columns][clusters] Z'X and [q][clusters] Z'y. */
    private final double[][][] within;

    private final double[][][] between;
    private final double[][] with;

    private final double[][][] half;
    /** [q][q][clusters] its lower half is used. */
    private final double[][][] curve;

    private final double[][][] lower;
    private final double[][] left;
    private final double[][] towards;
    private final double[][] noise;
    private final double[] sum;
    private final double[] inverse;

    EffectDraws(LevelSums sums) {
        int[] random = sums.random();
        q = random.length;
        clusters = sums.clusters();
        within = new double[q][q][clusters];
        between = new double[q][sums.width()][clusters];
        with = new double[q][clusters];
        for (int k = 0; k < clusters; k++) {
            for (int a = 0; a < q; a++) {
                double[] line = sums.cross()[k][random[a]];
                for (int j = 0; j < line.length; j++) {
                    between[a][j][k] = line[j];
                }
                for (int b = 0; b < q; b++) {
                    within[a][b][k] = line[random[b]];
                }
                with[a][k] = sums.with()[k][random[a]];
            }
        }
        half = new double[q][q][clusters];
        curve = new double[q][q][clusters];
        lower = new double[q][q][clusters];
        left = new double[q][clusters];
        towards = new double[q][clusters];
        noise = new double[q][clusters];
        sum = new double[clusters];
        inverse = new double[clusters];
    }

    /**
     * A draw of all clusters' effects.
     *
     * @param root lower triangular root of the effects' covariance, which may be singular
     * @param out [q][clusters]
     */
    void draw(double[] beta, double[][] root, double deviation, Rng rng, double[][] out) {
        double variance = deviation * deviation;
        bend(root, variance);
        lean(beta, root, variance);
        for (int k = 0; k < clusters; k++) {
            for (int a = 0; a < q; a++) {
                noise[a][k] = rng.nextGaussian();
            }
        }
        factor();
        for (int k = 0; k < clusters; k++) {
            if (!rooted(k)) {
                ridged(k);
            }
        }
        forward(towards);
        backward(towards);
        backward(noise);
        for (int a = 0; a < q; a++) {
            add(towards[a], noise[a], 1);
        }
        for (int a = 0; a < q; a++) {
            Arrays.fill(out[a], 0);
            for (int b = 0; b <= a; b++) {
                add(out[a], towards[b], root[a][b]);
            }
        }
    }

    /** C'Z'Z C / variance + 1, by way of Z'Z C; C is lower triangular. */
    private void bend(double[][] root, double variance) {
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                Arrays.fill(half[a][b], 0);
                for (int c = b; c < q; c++) {
                    add(half[a][b], within[a][c], root[c][b]);
                }
            }
        }
        for (int a = 0; a < q; a++) {
            for (int b = a; b < q; b++) {
                double[] one = curve[b][a];
                Arrays.fill(one, 0);
                for (int c = a; c < q; c++) {
                    add(one, half[c][b], root[c][a]);
                }
                double more = a == b ? 1 : 0;
                for (int k = 0; k < one.length; k++) {
                    one[k] = one[k] / variance + more;
                }
            }
        }
    }

    /** C'Z'(y - X b) / variance. */
    private void lean(double[] beta, double[][] root, double variance) {
        for (int a = 0; a < q; a++) {
            System.arraycopy(with[a], 0, left[a], 0, clusters);
            for (int j = 0; j < beta.length; j++) {
                add(left[a], between[a][j], -beta[j]);
            }
        }
        for (int a = 0; a < q; a++) {
            double[] one = towards[a];
            Arrays.fill(one, 0);
            for (int c = a; c < q; c++) {
                add(one, left[c], root[c][a]);
            }
            for (int k = 0; k < one.length; k++) {
                one[k] /= variance;
            }
        }
    }

    private void factor() {
        for (int i = 0; i < q; i++) {
            for (int j = i; j < q; j++) {
                System.arraycopy(curve[j][i], 0, sum, 0, clusters);
                for (int c = 0; c < i; c++) {
                    take(sum, lower[i][c], lower[j][c]);
                }
                double[] one = lower[j][i];
                if (i == j) {
                    for (int k = 0; k < one.length; k++) {
                        one[k] = Math.sqrt(sum[k]);
                        inverse[k] = 1 / one[k];
                    }
                } else {
                    for (int k = 0; k < one.length; k++) {
                        one[k] = sum[k] * inverse[k];
                    }
                }
            }
        }
    }

    /** Whether a cluster's curve has a root that is good for something. */
    private boolean rooted(int k) {
        for (int i = 0; i < q; i++) {
            double pivot = lower[i][i][k];
            if (!(pivot * pivot > Cholesky.ALIASED * curve[i][i][k])) {
                return false;
            }
        }
        return true;
    }

    /** The root of a cluster's curve, the diagonal made larger until there is one. */
    private void ridged(int k) {
        double[][] whole = new double[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                whole[a][b] = curve[Math.max(a, b)][Math.min(a, b)][k];
            }
        }
        Cholesky found = Covariance.ridged(whole);
        for (int b = 0; b < q; b++) {
            double[] unit = new double[q];
            unit[b] = 1;
            double[] column = found.times(unit);
            for (int a = b; a < q; a++) {
                lower[a][b][k] = column[a];
            }
        }
    }

    private void forward(double[][] x) {
        for (int i = 0; i < q; i++) {
            for (int c = 0; c < i; c++) {
                take(x[i], lower[i][c], x[c]);
            }
            divide(x[i], lower[i][i]);
        }
    }

    private void backward(double[][] x) {
        for (int i = q - 1; i >= 0; i--) {
            for (int c = i + 1; c < q; c++) {
                take(x[i], lower[c][i], x[c]);
            }
            divide(x[i], lower[i][i]);
        }
    }

    private static void add(double[] out, double[] x, double times) {
        for (int k = 0; k < out.length; k++) {
            out[k] += x[k] * times;
        }
    }

    private static void take(double[] out, double[] x, double[] y) {
        for (int k = 0; k < out.length; k++) {
            out[k] -= x[k] * y[k];
        }
    }

    private static void divide(double[] out, double[] by) {
        for (int k = 0; k < out.length; k++) {
            out[k] /= by[k];
        }
    }
}
