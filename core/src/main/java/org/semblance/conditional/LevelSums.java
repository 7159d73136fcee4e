package org.semblance.conditional;

/**
 * Sums of squares and products of a multilevel model, by cluster: all that linear ones need to know of their rows.
 *
 * @param cross [clusters] X'X of each
 * @param with [clusters] X'y of each
 * @param squares [clusters] y'y of each
 * @param sizes [clusters] rows of each
 * @param random which columns vary by cluster
 */
record LevelSums(double[][][] cross, double[][] with, double[] squares, int[] sizes, int[] random) {
    static LevelSums of(LevelDesign design, Given given) {
        int[] rows = given.observed();
        double[] y = given.numbers(rows);
        int p = design.width();
        int clusters = design.clusters();
        LevelSums sums = new LevelSums(
                new double[clusters][p][p],
                new double[clusters][p],
                new double[clusters],
                new int[clusters],
                design.random());
        LevelDesign.Rows all = design.rows(given.x());
        double[] x = new double[p];
        for (int i = 0; i < rows.length; i++) {
            all.fill(rows[i], x);
            int k = all.cluster(rows[i]);
            for (int a = 0; a < p; a++) {
                sums.with[k][a] += x[a] * y[i];
                for (int b = 0; b < p; b++) {
                    sums.cross[k][a][b] += x[a] * x[b];
                }
            }
            sums.squares[k] += y[i] * y[i];
            sums.sizes[k]++;
        }
        return sums;
    }

    /**
     * Of plain columns.
     *
     * @param of the cluster, from 0, of each row
     */
    static LevelSums of(double[][] columns, double[] y, int[] of, int clusters, int[] random) {
        int p = columns.length;
        LevelSums sums = new LevelSums(
                new double[clusters][p][p], new double[clusters][p], new double[clusters], new int[clusters], random);
        for (int i = 0; i < y.length; i++) {
            int k = of[i];
            for (int a = 0; a < p; a++) {
                sums.with[k][a] += columns[a][i] * y[i];
                for (int b = 0; b < p; b++) {
                    sums.cross[k][a][b] += columns[a][i] * columns[b][i];
                }
            }
            sums.squares[k] += y[i] * y[i];
            sums.sizes[k]++;
        }
        return sums;
    }

    int clusters() {
        return sizes.length;
    }

    int rows() {
        int n = 0;
        for (int size : sizes) {
            n += size;
        }
        return n;
    }

    int width() {
        return cross.length == 0 ? 1 : cross[0].length;
    }

    /** Z'Z of a cluster. */
    double[][] within(int k) {
        double[][] out = new double[random.length][random.length];
        for (int a = 0; a < random.length; a++) {
            for (int b = 0; b < random.length; b++) {
                out[a][b] = cross[k][random[a]][random[b]];
            }
        }
        return out;
    }

    /** Z'X of a cluster. */
    double[][] between(int k) {
        double[][] out = new double[random.length][];
        for (int a = 0; a < random.length; a++) {
            out[a] = cross[k][random[a]];
        }
        return out;
    }

    /** Z'(y - X b) of a cluster. */
    double[] left(int k, double[] beta) {
        double[] out = new double[random.length];
        for (int a = 0; a < random.length; a++) {
            out[a] = with[k][random[a]];
            for (int j = 0; j < beta.length; j++) {
                out[a] -= cross[k][random[a]][j] * beta[j];
            }
        }
        return out;
    }

    /** X'X of all. */
    double[][] total() {
        int p = width();
        double[][] out = new double[p][p];
        for (double[][] one : cross) {
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    out[a][b] += one[a][b];
                }
            }
        }
        return out;
    }

    double[] totalWith() {
        double[] out = new double[width()];
        for (double[] one : with) {
            for (int a = 0; a < out.length; a++) {
                out[a] += one[a];
            }
        }
        return out;
    }

    double totalSquares() {
        double sum = 0;
        for (double one : squares) {
            sum += one;
        }
        return sum;
    }
}
