package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Cholesky;
import org.semblance.math.Descent;

/**
 * A logistic model with effects of clusters, by Laplace's approximation of the likelihood, as lme4's {@code glmer}.
 *
 * <p>For given coefficients and root of the effects' covariance the likeliest effects of each cluster follow by Newton
 * steps; coefficients and root are found together by quasi-Newton steps. Cost: rows x effects^2 x coefficients x about
 * 200. Source: Bates, Maechler, Bolker and Walker (2015); Breslow and Clayton (1993), doi:10.2307/2290687.
 */
final class MixedLogit {
    private static final double SMALL = 1e-7;
    private static final int STEPS = 100;
    private static final int NEWTON = 50;

    /**
     * @param beta coefficients
     * @param covariance of the coefficients
     * @param root of the effects' covariance
     * @param effects [clusters][random] the clusters' likeliest effects
     * @param spreads [clusters] the covariance of each cluster's effects given its rows
     */
    record Fit(double[] beta, double[][] covariance, double[][] root, double[][] effects, double[][][] spreads) {}

    /** [clusters][rows][columns] */
    private final double[][][] x;

    private final int[][] of;
    private final int[] random;
    private final int width;
    private final int q;
    private final double[][] u;
    private final double[] start;

    private MixedLogit(double[][][] x, int[][] of, int[] random, double[] glm) {
        this.x = x;
        this.of = of;
        this.random = random;
        width = glm.length;
        q = random.length;
        u = new double[x.length][q];
        double[] triangle = MixedModel.start(q);
        start = new double[width + triangle.length];
        System.arraycopy(glm, 0, start, 0, width);
        System.arraycopy(triangle, 0, start, width, triangle.length);
    }

    /** @param of the class, 0 or 1, of every row in {@code rows} */
    static Fit fit(LevelDesign design, Predictors predictors, int[] rows, int[] of) {
        LevelDesign.Rows all = design.rows(predictors);
        int[] sizes = new int[design.clusters()];
        for (int row : rows) {
            sizes[all.cluster(row)]++;
        }
        double[][][] x = new double[sizes.length][][];
        int[][] classes = new int[sizes.length][];
        for (int k = 0; k < sizes.length; k++) {
            x[k] = new double[sizes[k]][design.width()];
            classes[k] = new int[sizes[k]];
        }
        int[] next = new int[sizes.length];
        for (int i = 0; i < rows.length; i++) {
            int k = all.cluster(rows[i]);
            classes[k][next[k]] = of[i];
            all.fill(rows[i], x[k][next[k]++]);
        }
        return fit(x, classes, design.random(), design.width());
    }

    /**
     * @param x [clusters][rows][columns]
     * @param of [clusters][rows] 0 or 1
     * @param random which columns vary by cluster
     */
    static Fit fit(double[][][] x, int[][] of, int[] random, int width) {
        int rows = Arrays.stream(of).mapToInt(one -> one.length).sum();
        return new MixedLogit(x, of, random, plain(x, of, width)).fit(rows);
    }

    /** Minus twice Laplace's log-likelihood at given coefficients and root of the effects' covariance. */
    static double deviance(double[][][] x, int[][] of, int[] random, double[] beta, double[][] root) {
        MixedLogit at = new MixedLogit(x, of, random, beta);
        double[] moved = new double[at.start.length];
        for (int i = 0, place = beta.length; i < root.length; i++) {
            for (int j = 0; j <= i; j++, place++) {
                moved[place] = i == j ? Math.log(root[i][i] / at.start[place]) : root[i][j] - at.start[place];
            }
        }
        return at.deviance(moved);
    }

    /** The coefficients without effects of clusters. */
    private static double[] plain(double[][][] x, int[][] of, int width) {
        double[] beta = new double[width];
        for (int step = 0; step < 30; step++) {
            double[][] information = new double[width][width];
            double[] slope = new double[width];
            for (int k = 0; k < x.length; k++) {
                for (int i = 0; i < x[k].length; i++) {
                    add(information, slope, x[k][i], of[k][i], beta);
                }
            }
            for (int j = 0; j < width; j++) {
                // Little pulls towards zero, so that what parts the classes without error stays finite.
                information[j][j] += 1e-3;
                slope[j] -= 1e-3 * beta[j];
            }
            double[] move = Covariance.ridged(information).solve(slope);
            double most = 0;
            for (int j = 0; j < width; j++) {
                beta[j] += Math.max(-5, Math.min(5, move[j]));
                most = Math.max(most, Math.abs(move[j]));
            }
            if (most < 1e-8) {
                break;
            }
        }
        return beta;
    }

    private static void add(double[][] information, double[] slope, double[] x, int of, double[] beta) {
        double eta = 0;
        for (int j = 0; j < beta.length; j++) {
            eta += x[j] * beta[j];
        }
        double share = Logit.share(eta);
        for (int a = 0; a < beta.length; a++) {
            slope[a] += x[a] * (of - share);
            for (int b = 0; b < beta.length; b++) {
                information[a][b] += share * (1 - share) * x[a] * x[b];
            }
        }
    }

    private Fit fit(int n) {
        double[] moved = Descent.minimum(Slopes.of(at -> deviance(at) / n), start.length, SMALL, STEPS);
        deviance(moved);
        double[][] second = Slopes.second(this::deviance, moved, 1e-3);
        for (double[] row : second) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= 2;
            }
        }
        double[][] all = Covariance.ridged(second).inverse();
        double[][] covariance = new double[width][width];
        double[] beta = new double[width];
        for (int a = 0; a < width; a++) {
            beta[a] = start[a] + moved[a];
            System.arraycopy(all[a], 0, covariance[a], 0, width);
        }
        double[][] root = root(moved);
        double[][] effects = new double[x.length][];
        double[][][] spreads = new double[x.length][][];
        for (int k = 0; k < x.length; k++) {
            Cholesky curve = likeliest(k, beta, root);
            effects[k] = Covariance.times(root, u[k]);
            spreads[k] = Covariance.times(Covariance.times(root, curve.inverse()), Covariance.transposed(root));
        }
        return new Fit(beta, covariance, root, effects, spreads);
    }

    private double[][] root(double[] moved) {
        return MixedModel.root(start, moved, width, q);
    }

    private double deviance(double[] moved) {
        double[] beta = new double[width];
        for (int j = 0; j < width; j++) {
            beta[j] = start[j] + moved[j];
        }
        double[][] root = root(moved);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            Cholesky curve = likeliest(k, beta, root);
            sum += curve.logDeterminant();
            for (double one : u[k]) {
                sum += one * one;
            }
            for (int i = 0; i < x[k].length; i++) {
                double eta = eta(k, i, beta, root);
                double towards = of[k][i] == 1 ? -eta : eta;
                sum += 2 * (Math.max(0, towards) + Math.log1p(Math.exp(-Math.abs(towards))));
            }
        }
        return sum;
    }

    private double eta(int k, int i, double[] beta, double[][] root) {
        double[] row = x[k][i];
        double eta = 0;
        for (int j = 0; j < width; j++) {
            eta += row[j] * beta[j];
        }
        for (int a = 0; a < q; a++) {
            for (int b = 0; b <= a; b++) {
                eta += row[random[a]] * root[a][b] * u[k][b];
            }
        }
        return eta;
    }

    /** Moves a cluster's spherical effects to where they are likeliest; returns the root of the curvature there. */
    private Cholesky likeliest(int k, double[] beta, double[][] root) {
        for (int step = 0; ; step++) {
            double[][] curve = Covariance.identity(q);
            double[] slope = new double[q];
            double[] z = new double[q];
            for (int b = 0; b < q; b++) {
                slope[b] = -u[k][b];
            }
            for (int i = 0; i < x[k].length; i++) {
                double share = Logit.share(eta(k, i, beta, root));
                for (int b = 0; b < q; b++) {
                    z[b] = 0;
                    for (int a = b; a < q; a++) {
                        z[b] += x[k][i][random[a]] * root[a][b];
                    }
                    slope[b] += z[b] * (of[k][i] - share);
                }
                for (int a = 0; a < q; a++) {
                    for (int b = 0; b < q; b++) {
                        curve[a][b] += share * (1 - share) * z[a] * z[b];
                    }
                }
            }
            Cholesky found = Covariance.ridged(curve);
            double[] move = found.solve(slope);
            double most = 0;
            for (int b = 0; b < q; b++) {
                u[k][b] += Math.max(-3, Math.min(3, move[b]));
                most = Math.max(most, Math.abs(move[b]));
            }
            if (most < 1e-10 || step == NEWTON) {
                return found;
            }
        }
    }
}
