package org.semblance.conditional;

import java.util.Arrays;

/**
 * A regression whose clusters have effects of their own, for inference: coefficients with their covariance, and the
 * covariance of the effects. Linear as lme4's {@code lmer}, logistic as its {@code glmer} by Laplace's approximation.
 *
 * <p>Columns are centred, where the intercept varies by cluster, and scaled before anything is fitted, which alters
 * nothing but the digits. Cost: {@link MixedModel} and {@link MixedLogit}.
 *
 * @param beta coefficients
 * @param covariance of the coefficients
 * @param effects covariance of the clusters' effects
 * @param residual variance of the residuals; NaN of a logistic model
 */
public record MixedRegression(double[] beta, double[][] covariance, double[][] effects, double residual) {
    /**
     * What is fitted to.
     *
     * @param columns p columns of n numbers; none made up of others
     * @param y n outcomes; 0 or 1 of a logistic model
     * @param cluster n numbers that say the cluster
     * @param random which columns vary by cluster
     */
    public record Rows(double[][] columns, double[] y, double[] cluster, int[] random) {
        private int[] of() {
            double[] keys = Arrays.stream(cluster).distinct().sorted().toArray();
            return Arrays.stream(cluster)
                    .mapToInt(one -> Arrays.binarySearch(keys, one))
                    .toArray();
        }

        private int clusters() {
            return (int) Arrays.stream(cluster).distinct().count();
        }
    }

    /** @param restricted by restricted maximum likelihood, or by maximum likelihood */
    public static MixedRegression linear(Rows rows, boolean restricted) {
        Units units = Units.of(rows);
        double middle = Arrays.stream(rows.y).average().orElse(0);
        double[] y = units.one < 0
                ? rows.y
                : Arrays.stream(rows.y).map(one -> one - middle).toArray();
        MixedModel model = MixedModel.fit(
                LevelSums.of(units.columns(rows), y, rows.of(), rows.clusters(), rows.random), restricted);
        double variance = model.deviation() * model.deviation();
        double[][] covariance = model.information().inverse();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= variance;
            }
        }
        double[] beta = units.back(model.beta());
        if (units.one >= 0) {
            beta[units.one] += middle;
        }
        return new MixedRegression(
                beta, units.back(covariance), units.ofRandom(rows.random).back(model.covariance()), variance);
    }

    public static MixedRegression logistic(Rows rows) {
        Units units = Units.of(rows);
        MixedLogit.Fit fit =
                MixedLogit.fit(byCluster(rows, units.columns(rows)), classes(rows), rows.random, rows.columns.length);
        double[][] effects = Covariance.times(fit.root(), Covariance.transposed(fit.root()));
        return new MixedRegression(
                units.back(fit.beta()),
                units.back(fit.covariance()),
                units.ofRandom(rows.random).back(effects),
                Double.NaN);
    }

    /** Minus twice the log-likelihood of a linear model at what this says. */
    public double linearDeviance(Rows rows) {
        Units units = Units.of(rows);
        double[] scaled = units.forth(beta);
        double[] y = rows.y.clone();
        double[][] columns = units.columns(rows);
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < scaled.length; j++) {
                y[i] -= scaled[j] * columns[j][i];
            }
        }
        LevelSums sums = LevelSums.of(columns, y, rows.of(), rows.clusters(), rows.random);
        double[][] root = Covariance.root(units.ofRandom(rows.random).forth(effects));
        double[] none = new double[scaled.length];
        double out = y.length * Math.log(2 * Math.PI * residual) + sums.totalSquares() / residual;
        for (int k = 0; k < sums.clusters(); k++) {
            double[][] up = Covariance.transposed(root);
            double[][] curve = Covariance.times(Covariance.times(up, sums.within(k)), root);
            for (int a = 0; a < curve.length; a++) {
                for (int b = 0; b < curve.length; b++) {
                    curve[a][b] = curve[a][b] / residual + (a == b ? 1 : 0);
                }
            }
            double[] towards = Covariance.times(up, sums.left(k, none));
            double[] white = Covariance.ridged(curve).whiten(towards);
            out += Covariance.ridged(curve).logDeterminant();
            for (double one : white) {
                out -= one * one / (residual * residual);
            }
        }
        return out;
    }

    /** Minus twice Laplace's log-likelihood of a logistic model at what this says. */
    public double logisticDeviance(Rows rows) {
        Units units = Units.of(rows);
        double[][] root = Covariance.root(units.ofRandom(rows.random).forth(effects));
        return MixedLogit.deviance(
                byCluster(rows, units.columns(rows)), classes(rows), rows.random, units.forth(beta), root);
    }

    private static double[][][] byCluster(Rows rows, double[][] columns) {
        int[][] members = members(rows);
        double[][][] x = new double[members.length][][];
        for (int k = 0; k < x.length; k++) {
            x[k] = new double[members[k].length][columns.length];
            for (int i = 0; i < x[k].length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    x[k][i][j] = columns[j][members[k][i]];
                }
            }
        }
        return x;
    }

    private static int[][] classes(Rows rows) {
        return Arrays.stream(members(rows))
                .map(of -> Arrays.stream(of).map(i -> (int) rows.y[i]).toArray())
                .toArray(int[][]::new);
    }

    /** [clusters] the places of each one's rows. */
    private static int[][] members(Rows rows) {
        int[] of = rows.of();
        int[] sizes = new int[rows.clusters()];
        Arrays.stream(of).forEach(k -> sizes[k]++);
        int[][] members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[sizes.length];
        for (int i = 0; i < of.length; i++) {
            members[of[i]][next[of[i]]++] = i;
        }
        return members;
    }

    /**
     * Columns in units in which they are of the size of one: (column - middle) / size.
     *
     * @param one the place of the column of ones that takes up the middles; -1 where nothing is centred
     */
    private record Units(double[] middle, double[] size, int one) {
        static Units of(Rows rows) {
            int p = rows.columns.length;
            int one = -1;
            for (int j : rows.random) {
                boolean ones = Arrays.stream(rows.columns[j]).allMatch(v -> v == 1);
                one = ones && one < 0 ? j : one;
            }
            double[] middle = new double[p];
            double[] size = new double[p];
            for (int j = 0; j < p; j++) {
                double mean = Arrays.stream(rows.columns[j]).average().orElse(0);
                middle[j] = one < 0 || j == one ? 0 : mean;
                double shift = middle[j];
                double square = Arrays.stream(rows.columns[j])
                        .map(v -> (v - shift) * (v - shift))
                        .average()
                        .orElse(1);
                size[j] = square > 0 ? Math.sqrt(square) : 1;
            }
            return new Units(middle, size, one);
        }

        double[][] columns(Rows rows) {
            double[][] out = new double[middle.length][];
            for (int j = 0; j < out.length; j++) {
                double shift = middle[j];
                double scale = size[j];
                out[j] = Arrays.stream(rows.columns[j])
                        .map(v -> (v - shift) / scale)
                        .toArray();
            }
            return out;
        }

        /** Of some columns alone. */
        Units ofRandom(int[] random) {
            int at = -1;
            for (int a = 0; a < random.length; a++) {
                at = random[a] == one ? a : at;
            }
            return new Units(
                    Arrays.stream(random).mapToDouble(j -> middle[j]).toArray(),
                    Arrays.stream(random).mapToDouble(j -> size[j]).toArray(),
                    at);
        }

        /** Coefficients of these columns as those of the ones given. */
        double[] back(double[] scaled) {
            double[] out = new double[scaled.length];
            for (int j = 0; j < out.length; j++) {
                out[j] += scaled[j] / size[j];
                if (one >= 0) {
                    out[one] -= middle[j] * scaled[j] / size[j];
                }
            }
            return out;
        }

        double[] forth(double[] beta) {
            double[] out = new double[beta.length];
            for (int j = 0; j < out.length; j++) {
                out[j] += beta[j] * size[j];
                if (one >= 0) {
                    out[one] += middle[j] * beta[j] * (j == one ? 0 : 1);
                }
            }
            return out;
        }

        double[][] back(double[][] covariance) {
            return both(covariance, true);
        }

        double[][] forth(double[][] covariance) {
            return both(covariance, false);
        }

        /** The map on both sides. */
        private double[][] both(double[][] a, boolean back) {
            double[][] half = new double[a.length][];
            for (int i = 0; i < a.length; i++) {
                half[i] = back ? back(a[i]) : forth(a[i]);
            }
            double[][] turned = Covariance.transposed(half);
            for (int i = 0; i < a.length; i++) {
                turned[i] = back ? back(turned[i]) : forth(turned[i]);
            }
            return turned;
        }
    }
}
