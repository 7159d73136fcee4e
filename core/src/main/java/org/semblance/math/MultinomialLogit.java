package org.semblance.math;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Regression of labels without an order: log(p(class k) / p(class 0)) = x b_k, by Newton's method.
 *
 * <p>The model of R's {@code multinom} (nnet), with exact second derivatives. Works in an orthonormal basis of X. Cost
 * O(n (p classes)^2) per step, about 7 steps. Source: McCullagh and Nelder (1989), Generalized Linear Models, chapter 5.
 */
public final class MultinomialLogit implements Maximum.Likelihood {
    private final int[] y;
    private final int others;
    private final Basis basis;
    private final int width;

    private MultinomialLogit(double[][] columns, int[] y, int classes) {
        this.y = y;
        others = classes - 1;
        basis = Basis.of(columns);
        width = basis.rank();
    }

    /**
     * The coefficients of all columns for class 1, then for class 2 ...
     *
     * @param columns p columns of n rows, a column of ones among them where there is an intercept
     * @param y n classes, 0 .. classes-1, each of them at least once
     */
    public static Regression fit(double[][] columns, int[] y, int classes) {
        MultinomialLogit model = new MultinomialLogit(columns, y, classes);
        return model.regression(columns.length, Maximum.of(model, new double[model.others * model.width]));
    }

    /** [classes but the first][rows] */
    private double[][] predictions(double[] at) {
        double[][] eta = new double[others][];
        for (int k = 0; k < others; k++) {
            eta[k] = basis.times(Arrays.copyOfRange(at, k * width, (k + 1) * width), y.length);
        }
        return eta;
    }

    @Override
    public double loss(double[] at) {
        double[][] eta = predictions(at);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += minusLog(eta, i, y[i]);
        }
        return 2 * sum;
    }

    /** Minus the log of the chance of a row's class, from its predictions of all classes but the first. */
    public static double minusLog(double[][] eta, int row, int of) {
        double most = 0;
        for (double[] one : eta) {
            most = Math.max(most, one[row]);
        }
        double sum = FastMath.exp(-most);
        for (double[] one : eta) {
            sum += FastMath.exp(one[row] - most);
        }
        return FastMath.log(sum) + most - (of == 0 ? 0 : eta[of - 1][row]);
    }

    @Override
    public double[][] information(double[] at, double[] gradient) {
        double[][] chances = predictions(at);
        for (int i = 0; i < y.length; i++) {
            double none = FastMath.exp(-minusLog(chances, i, 0));
            for (double[] one : chances) {
                one[i] = none == 0 ? 0 : none * FastMath.exp(one[i]);
            }
        }
        double[][] out = new double[others * width][others * width];
        double[] weights = new double[y.length];
        for (int k = 0; k < others; k++) {
            for (int j = 0; j <= k; j++) {
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = chances[k][i] * ((j == k ? 1 : 0) - chances[j][i]);
                }
                double[][] block = Symmetric.weighted(basis.q(), weights);
                for (int a = 0; a < width; a++) {
                    for (int b = 0; b < width; b++) {
                        out[k * width + a][j * width + b] = block[a][b];
                        out[j * width + b][k * width + a] = block[a][b];
                    }
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (y[i] == k + 1 ? 1 : 0) - chances[k][i];
            }
            for (int a = 0; a < width; a++) {
                gradient[k * width + a] += Basis.dot(basis.q()[a], weights);
            }
        }
        return out;
    }

    /** Back from the basis to the columns. */
    private Regression regression(int columns, Maximum found) {
        double[][] map = new double[others * columns][others * width];
        double[][] one = basis.map();
        for (int k = 0; k < others; k++) {
            for (int j = 0; j < columns; j++) {
                if (width == 0 || Double.isNaN(one[j][0])) {
                    Arrays.fill(map[k * columns + j], Double.NaN);
                } else {
                    System.arraycopy(one[j], 0, map[k * columns + j], k * width, width);
                }
            }
        }
        return new Regression(
                Symmetric.times(map, found.at()),
                Symmetric.sandwich(map, found.covariance()),
                found.loss(),
                (long) y.length - found.at().length,
                found.converged());
    }
}
