package org.semblance.math;

import java.util.Arrays;

/**
 * Logistic regression on rows that are mostly zero: maximum likelihood, or with a penalty on the squares of all weights
 * but the intercept's.
 *
 * <p>Newton's method with halved steps. Each step is solved by Cholesky's root, and a column that others make up is left
 * out with weight 0, as R's {@code glm} does; with a penalty and more than {@value #DIRECT} columns by conjugate
 * gradients. Where the classes can be told apart without error, maximum likelihood has no end: it stops where
 * the deviance no longer falls. Cost per step: rows x entries of a row squared + columns cubed.
 *
 * <p>Source: McCullagh and Nelder (1989), Generalized Linear Models, section 2.5.
 */
public final class SparseLogit {
    private static final int DIRECT = 600;

    /** How much of its square a column keeps that others make up. */
    private static final double ALIASED = 1e-9;

    private static final double LEAST_WEIGHT = 1e-10;
    private static final int HALVINGS = 30;

    /**
     * @param penalty half of it times the sum of squared weights is added to minus the log likelihood; 0 for none
     * @param iterations the most steps
     * @param tolerance stops where a step lowers the objective by less than this share of it
     */
    public record Settings(double penalty, int iterations, double tolerance) {}

    /**
     * @param intercept log-odds of a row of zeros
     * @param weights by column
     * @param rank how many weights were fitted, without the intercept
     * @param settled whether it stopped before the most steps
     */
    public record Fit(double intercept, double[] weights, int rank, boolean settled) {
        /** The log-odds of each row. */
        public double[] margins(SparseRows x) {
            double[] out = new double[x.rows()];
            for (int i = 0; i < out.length; i++) {
                out[i] = intercept + x.dot(i, weights);
            }
            return out;
        }

        /** The probability of each row. */
        public double[] probabilities(SparseRows x) {
            double[] out = margins(x);
            for (int i = 0; i < out.length; i++) {
                out[i] = probability(out[i]);
            }
            return out;
        }
    }

    private final SparseRows x;
    private final boolean[] y;
    private final Settings settings;
    private final int size;
    private final double[] beta;
    private int rank;

    private SparseLogit(SparseRows x, boolean[] y, Settings settings) {
        this.x = x;
        this.y = y;
        this.settings = settings;
        size = x.width() + 1;
        beta = new double[size];
        rank = x.width();
    }

    public static Fit fit(SparseRows x, boolean[] y, Settings settings) {
        return new SparseLogit(x, y, settings).fit();
    }

    static double probability(double margin) {
        return 1 / (1 + StrictMath.exp(-margin));
    }

    private Fit fit() {
        int members = 0;
        for (boolean member : y) {
            members += member ? 1 : 0;
        }
        beta[0] = StrictMath.log((members + 0.5) / (y.length - members + 0.5));
        double objective = objective(beta);
        boolean settled = false;
        for (int step = 0; step < settings.iterations && !settled; step++) {
            double[] move = size <= DIRECT || settings.penalty == 0 ? direct() : conjugate();
            double[] next = beta.clone();
            double reached = Double.NaN;
            double share = 1;
            for (int half = 0; half < HALVINGS && !(reached <= objective); half++, share /= 2) {
                for (int j = 0; j < size; j++) {
                    next[j] = beta[j] + share * move[j];
                }
                reached = objective(next);
            }
            settled = !(objective - reached > settings.tolerance * (Math.abs(reached) + 0.1));
            if (reached <= objective) {
                System.arraycopy(next, 0, beta, 0, size);
                objective = reached;
            }
        }
        return new Fit(beta[0], Arrays.copyOfRange(beta, 1, size), rank, settled);
    }

    /** Minus the log likelihood and the penalty. */
    private double objective(double[] at) {
        double[] weights = Arrays.copyOfRange(at, 1, size);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double margin = at[0] + x.dot(i, weights);
            double wrong = y[i] ? -margin : margin;
            sum += Math.max(wrong, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(wrong)));
        }
        for (double weight : weights) {
            sum += settings.penalty / 2 * weight * weight;
        }
        return sum;
    }

    /** Fills in minus the gradient of the objective and, for each row, the weight of its square. */
    private void derivatives(double[] down, double[] curvature) {
        double[] weights = Arrays.copyOfRange(beta, 1, size);
        for (int i = 0; i < y.length; i++) {
            double p = probability(beta[0] + x.dot(i, weights));
            double residual = (y[i] ? 1 : 0) - p;
            curvature[i] = Math.max(LEAST_WEIGHT, p * (1 - p));
            down[0] += residual;
            for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                down[x.columns()[k] + 1] += residual * x.values()[k];
            }
        }
        for (int j = 1; j < size; j++) {
            down[j] -= settings.penalty * beta[j];
        }
    }

    private double[] direct() {
        double[] down = new double[size];
        double[] curvature = new double[y.length];
        derivatives(down, curvature);
        double[][] hessian = new double[size][];
        for (int j = 0; j < size; j++) {
            hessian[j] = new double[j + 1];
            hessian[j][j] = j == 0 ? 0 : settings.penalty;
        }
        for (int i = 0; i < y.length; i++) {
            hessian[0][0] += curvature[i];
            for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                int column = x.columns()[k] + 1;
                double scaled = curvature[i] * x.values()[k];
                hessian[column][0] += scaled;
                for (int l = x.start()[i]; l <= k; l++) {
                    int other = x.columns()[l] + 1;
                    hessian[Math.max(column, other)][Math.min(column, other)] += scaled * x.values()[l];
                }
            }
        }
        rank = root(hessian) - 1;
        return solve(hessian, down);
    }

    /** Turns the lower half of a matrix into its Cholesky root; a dependent row gets a diagonal of 0. Returns the rank. */
    private static int root(double[][] matrix) {
        int found = 0;
        for (int j = 0; j < matrix.length; j++) {
            double[] row = matrix[j];
            double whole = row[j];
            for (int k = 0; k < j; k++) {
                double sum = row[k];
                double[] above = matrix[k];
                for (int l = 0; l < k; l++) {
                    sum -= row[l] * above[l];
                }
                row[k] = above[k] == 0 ? 0 : sum / above[k];
            }
            double rest = whole;
            for (int k = 0; k < j; k++) {
                rest -= row[k] * row[k];
            }
            boolean free = rest > ALIASED * whole && rest > 0;
            row[j] = free ? Math.sqrt(rest) : 0;
            found += free ? 1 : 0;
        }
        return found;
    }

    private static double[] solve(double[][] root, double[] right) {
        int n = root.length;
        double[] out = right.clone();
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                out[j] -= root[j][k] * out[k];
            }
            out[j] = root[j][j] == 0 ? 0 : out[j] / root[j][j];
        }
        for (int j = n - 1; j >= 0; j--) {
            out[j] = root[j][j] == 0 ? 0 : out[j] / root[j][j];
            for (int k = 0; k < j; k++) {
                out[k] -= root[j][k] * out[j];
            }
        }
        return out;
    }

    /** The same step without the matrix: conjugate gradients, each direction divided by the matrix's diagonal. */
    private double[] conjugate() {
        double[] down = new double[size];
        double[] curvature = new double[y.length];
        derivatives(down, curvature);
        double[] diagonal = new double[size];
        Arrays.fill(diagonal, 1, size, settings.penalty + LEAST_WEIGHT);
        for (int i = 0; i < y.length; i++) {
            diagonal[0] += curvature[i];
            for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                diagonal[x.columns()[k] + 1] += curvature[i] * x.values()[k] * x.values()[k];
            }
        }
        double[] step = new double[size];
        double[] rest = down.clone();
        double[] direction = new double[size];
        double before = 0;
        double first = 0;
        for (int turn = 0; turn < size; turn++) {
            double now = 0;
            for (int j = 0; j < size; j++) {
                now += rest[j] * rest[j] / diagonal[j];
            }
            first = turn == 0 ? now : first;
            if (!(now > 1e-16 * first)) {
                break;
            }
            double kept = turn == 0 ? 0 : now / before;
            for (int j = 0; j < size; j++) {
                direction[j] = rest[j] / diagonal[j] + kept * direction[j];
            }
            double[] image = times(direction, curvature);
            double length = 0;
            for (int j = 0; j < size; j++) {
                length += direction[j] * image[j];
            }
            double far = now / length;
            for (int j = 0; j < size; j++) {
                step[j] += far * direction[j];
                rest[j] -= far * image[j];
            }
            before = now;
        }
        return step;
    }

    private double[] times(double[] direction, double[] curvature) {
        double[] weights = Arrays.copyOfRange(direction, 1, size);
        double[] out = new double[size];
        for (int i = 0; i < y.length; i++) {
            double along = curvature[i] * (direction[0] + x.dot(i, weights));
            out[0] += along;
            for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                out[x.columns()[k] + 1] += along * x.values()[k];
            }
        }
        for (int j = 1; j < size; j++) {
            out[j] += settings.penalty * direction[j];
        }
        return out;
    }
}
