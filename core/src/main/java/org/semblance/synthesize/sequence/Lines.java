package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * Least-squares lines through some of many features, chosen forwards by the Bayesian information criterion (Schwarz 1978,
 * doi:10.1214/aos/1176344136).
 *
 * <p>Shapes: n rows x p features, NaN counting as the mean. Cost O(n p^2) for all lines through the same features, and
 * O(n p + terms p^2) for each.
 */
final class Lines {
    private static final int MOST_TERMS = 10;
    /** A feature of which the chosen ones leave less than this share is no news. */
    private static final double LEFT = 1e-9;

    private final double[][] z;
    private final double[] mean;
    private final double[] spread;
    private final double[][] products;
    private final int n;

    /**
     * A line.
     *
     * @param terms which features
     * @param slopes theirs
     * @param residual the variance that is left
     */
    record Line(int[] terms, double[] slopes, double centre, double residual) {}

    /** @param x [p][n] features */
    Lines(double[][] x, int n) {
        this.n = n;
        int p = x.length;
        z = new double[p][n];
        mean = new double[p];
        spread = new double[p];
        for (int j = 0; j < p; j++) {
            standardise(x[j], j);
        }
        products = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                products[j][k] = product(z[j], z[k]);
                products[k][j] = products[j][k];
            }
        }
    }

    private void standardise(double[] x, int j) {
        double sum = 0;
        int present = 0;
        for (double value : x) {
            sum += Double.isNaN(value) ? 0 : value;
            present += Double.isNaN(value) ? 0 : 1;
        }
        mean[j] = present == 0 ? 0 : sum / present;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            z[j][i] = Double.isNaN(x[i]) ? 0 : x[i] - mean[j];
            squares += z[j][i] * z[j][i];
        }
        double deviation = Math.sqrt(squares / n);
        spread[j] = deviation > 1e-12 * Math.abs(mean[j]) ? deviation : 0;
        for (int i = 0; i < n; i++) {
            z[j][i] = spread[j] == 0 ? 0 : z[j][i] / spread[j];
        }
    }

    private double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += one[i] * other[i];
        }
        return sum / n;
    }

    /** The line of y [n]; the constant where nothing pays. */
    Line fit(double[] y) {
        int p = z.length;
        double centre = 0;
        for (double value : y) {
            centre += value / n;
        }
        double[] away = new double[n];
        for (int i = 0; i < n; i++) {
            away[i] = y[i] - centre;
        }
        double[][] a = new double[p + 1][p + 1];
        for (int j = 0; j < p; j++) {
            System.arraycopy(products[j], 0, a[j], 0, p);
            a[j][p] = product(z[j], away);
            a[p][j] = a[j][p];
        }
        a[p][p] = product(away, away);
        List<Integer> chosen = chosen(a, p);
        int[] terms = new int[chosen.size()];
        double[] slopes = new double[terms.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = chosen.get(i);
            slopes[i] = a[terms[i]][p] / spread[terms[i]];
            centre -= slopes[i] * mean[terms[i]];
        }
        return new Line(terms, slopes, centre, Math.max(0, a[p][p]));
    }

    /** The values of a line at all rows. */
    double[] at(Line line) {
        double[] out = new double[n];
        double centre = line.centre;
        for (int k = 0; k < line.terms.length; k++) {
            int term = line.terms[k];
            double slope = line.slopes[k] * spread[term];
            centre += line.slopes[k] * mean[term];
            for (int i = 0; i < n; i++) {
                out[i] += slope * z[term][i];
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] += centre;
        }
        return out;
    }

    /** Sweeps features in, the one that explains most first, as long as it pays; leaves slopes in the last column. */
    private List<Integer> chosen(double[][] a, int p) {
        List<Integer> chosen = new ArrayList<>();
        double whole = a[p][p];
        double least = 1 - StrictMath.exp(-2 * StrictMath.log(n) / n);
        while (chosen.size() < Math.min(MOST_TERMS, n / 10)) {
            int best = -1;
            double gain = 0;
            for (int j = 0; j < p; j++) {
                if (spread[j] == 0 || a[j][j] <= LEFT || chosen.contains(j)) {
                    continue;
                }
                double explained = a[j][p] * a[j][p] / a[j][j];
                if (explained > gain) {
                    gain = explained;
                    best = j;
                }
            }
            if (best < 0 || gain < least * a[p][p] || a[p][p] <= LEFT * whole) {
                break;
            }
            sweep(a, best);
            chosen.add(best);
        }
        return chosen;
    }

    /** Beaton's sweep: afterwards the last column holds the slope of the swept feature beside what is left of the others. */
    private static void sweep(double[][] a, int k) {
        double pivot = a[k][k];
        for (int i = 0; i < a.length; i++) {
            if (i != k) {
                double factor = a[i][k] / pivot;
                for (int j = 0; j < a.length; j++) {
                    a[i][j] -= j == k ? 0 : factor * a[k][j];
                }
            }
        }
        for (int i = 0; i < a.length; i++) {
            if (i != k) {
                a[i][k] = -a[i][k] / pivot;
                a[k][i] /= pivot;
            }
        }
        a[k][k] = 1 / pivot;
    }
}
