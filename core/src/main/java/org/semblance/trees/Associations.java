package org.semblance.trees;

import org.semblance.run.Run;

/**
 * How much each pair of columns tells about each other: mutual information in nats between columns grouped into at
 * most {@value #GROUPS} classes, less its expectation under independence, never below 0.
 *
 * <p>Shapes: p x p, symmetric, diagonal 0. Cost O(p^2 rows) on at most about 2e9 cells, rows being thinned for wide
 * tables. Source of the correction: Miller (1955), Note on the bias of information estimates.
 */
public final class Associations {
    private static final int GROUPS = 10;
    private static final double CELLS = 2e9;
    private static final int MOST_ROWS = 20_000;
    private static final int FEWEST_ROWS = 500;

    private final double[][] nats;

    private Associations(double[][] nats) {
        this.nats = nats;
    }

    public static Associations of(Frame frame, CodeBook[] books, Run run) {
        int p = books.length;
        int n = frame.rows();
        double fits = CELLS / Math.max(1, p * (double) p / 2);
        int rows = (int) Math.min(n, Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, fits)));
        byte[][] classes = new byte[p][];
        int[] counts = new int[p];
        run.parallel(p, c -> {
            int[] fine = new int[rows];
            for (int i = 0; i < rows; i++) {
                fine[i] = frame.fine(c)[(int) ((long) i * n / rows)];
            }
            Classes grouped = Classes.of(fine, books[c], GROUPS, GROUPS);
            classes[c] = grouped.of();
            counts[c] = grouped.count();
        });
        double[][] nats = new double[p][p];
        run.parallel(p, a -> {
            for (int b = 0; b < a; b++) {
                nats[a][b] = information(classes[a], counts[a], classes[b], counts[b]);
            }
        });
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < a; b++) {
                nats[b][a] = nats[a][b];
            }
        }
        return new Associations(nats);
    }

    private static double information(byte[] x, int kx, byte[] y, int ky) {
        int n = x.length;
        int[] table = new int[kx * ky];
        for (int i = 0; i < n; i++) {
            table[x[i] * ky + y[i]]++;
        }
        double[] px = new double[kx];
        double[] py = new double[ky];
        for (int a = 0; a < kx; a++) {
            for (int b = 0; b < ky; b++) {
                px[a] += table[a * ky + b];
                py[b] += table[a * ky + b];
            }
        }
        double sum = 0;
        int usedX = 0;
        int usedY = 0;
        for (int a = 0; a < kx; a++) {
            usedX += px[a] > 0 ? 1 : 0;
            for (int b = 0; b < ky; b++) {
                int c = table[a * ky + b];
                if (c > 0) {
                    sum += c * StrictMath.log(c * (double) n / (px[a] * py[b]));
                }
            }
        }
        for (int b = 0; b < ky; b++) {
            usedY += py[b] > 0 ? 1 : 0;
        }
        double chance = Math.max(0, (usedX - 1) * (usedY - 1)) / (2.0 * n);
        return Math.max(0, sum / n - chance);
    }

    /** What two columns tell about each other, in nats. */
    public double between(int a, int b) {
        return nats[a][b];
    }

    /** What a column tells about all others together, in nats. */
    public double total(int column) {
        double sum = 0;
        for (double one : nats[column]) {
            sum += one;
        }
        return sum;
    }
}
