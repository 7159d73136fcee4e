package org.semblance.math;

import java.util.Arrays;

/**
 * How wide a normal kernel should be for the density of some numbers: the solve-the-equation rule of Sheather and Jones.
 * As R's {@code bw.SJ} with a fine tolerance: distances are counted in 1,000 bins. Cost: n log n + bins^2. Source:
 * Sheather and Jones (1991), doi:10.1111/j.2517-6161.1991.tb01857.x.
 */
public final class Bandwidth {
    private static final int BINS = 1000;
    /** Kernels further off than this, squared and in widths, are 0. */
    private static final double FAR = 1000;

    private final int n;
    private final double bin;
    private final double[] pairs = new double[BINS];

    private Bandwidth(double[] sorted) {
        n = sorted.length;
        bin = (sorted[n - 1] - sorted[0]) * 1.01 / BINS;
        // Bins begin at multiples of their width, as in R.
        double low = Math.floor(sorted[0] / bin);
        long[] counts = new long[BINS];
        for (double value : sorted) {
            counts[Math.min(BINS - 1, (int) (Math.floor(value / bin) - low))]++;
        }
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                pairs[0] += counts[i] * (counts[i] - 1) / 2.0;
                for (int j = 0; j < i; j++) {
                    pairs[i - j] += (double) counts[i] * counts[j];
                }
            }
        }
    }

    /** The width; 0 where there are fewer than two different numbers. */
    public static double sheatherJones(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length < 2 || sorted[0] == sorted[sorted.length - 1] ? 0 : new Bandwidth(sorted).solve(sorted);
    }

    private double solve(double[] sorted) {
        double spread = Math.min(deviation(sorted), (quantile(sorted, .75) - quantile(sorted, .25)) / 1.349);
        spread = spread > 0 ? spread : deviation(sorted);
        double a = 1.24 * spread * Math.pow(n, -1 / 7.0);
        double b = 1.23 * spread * Math.pow(n, -1 / 9.0);
        double sixth = -sixth(b);
        double most = 1.144 * spread * Math.pow(n, -.2);
        if (!(sixth > 0)) {
            return most;
        }
        double ratio = 1.357 * Math.pow(fourth(a) / sixth, 1 / 7.0);
        double constant = 1 / (2 * Math.sqrt(Math.PI) * n);
        double low = .1 * most;
        double high = most;
        for (int i = 0; i < 100 && off(constant, ratio, low) < 0; i++) {
            low *= .5;
        }
        for (int i = 0; i < 100 && off(constant, ratio, high) > 0; i++) {
            high *= 1.2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (off(constant, ratio, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double off(double constant, double ratio, double h) {
        double fourth = fourth(ratio * Math.pow(h, 5 / 7.0));
        return fourth > 0 ? Math.pow(constant / fourth, .2) - h : Double.POSITIVE_INFINITY;
    }

    /** The mean of the density's fourth derivative. */
    private double fourth(double h) {
        double sum = 0;
        for (int k = 0; k < BINS; k++) {
            double d = k * bin / h;
            d *= d;
            if (d >= FAR) {
                break;
            }
            sum += pairs[k] * Math.exp(-d / 2) * (d * d - 6 * d + 3);
        }
        return (2 * sum + 3.0 * n) / ((double) n * (n - 1) * Math.pow(h, 5) * Math.sqrt(2 * Math.PI));
    }

    /** The mean of its sixth. */
    private double sixth(double h) {
        double sum = 0;
        for (int k = 0; k < BINS; k++) {
            double d = k * bin / h;
            d *= d;
            if (d >= FAR) {
                break;
            }
            sum += pairs[k] * Math.exp(-d / 2) * (d * d * d - 15 * d * d + 45 * d - 15);
        }
        return (2 * sum - 15.0 * n) / ((double) n * (n - 1) * Math.pow(h, 7) * Math.sqrt(2 * Math.PI));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
