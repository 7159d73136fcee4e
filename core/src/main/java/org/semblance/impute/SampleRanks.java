package org.semblance.impute;

import java.util.Arrays;

/**
 * Anderson and Darling's test of whether k samples are of one law, by ranks; ties are allowed. Source: Scholz and Stephens
 * (1987), doi:10.1080/01621459.1987.10478517, statistic (6), variance (4), table 1.
 */
final class SampleRanks {
    /** Log odds of 1 - p at which the table gives quantiles: p = .25, .1, .05, .025, .01. */
    private static final double[] ODDS = {Math.log(3), Math.log(9), Math.log(19), Math.log(39), Math.log(99)};

    private static final double[] B0 = {0.675, 1.281, 1.645, 1.96, 2.326};
    private static final double[] B1 = {-0.245, 0.25, 0.678, 1.149, 1.822};
    private static final double[] B2 = {-0.105, -0.305, -0.362, -0.391, -0.396};

    private SampleRanks() {}

    /** In standard deviations from what is expected of one law. */
    static double statistic(double[][] samples) {
        int k = samples.length;
        double[] all =
                Arrays.stream(samples).flatMapToDouble(Arrays::stream).sorted().toArray();
        int n = all.length;
        double sum = 0;
        for (double[] sample : samples) {
            double[] sorted = sample.clone();
            Arrays.sort(sorted);
            double own = 0;
            int below = 0;
            // The largest value of all has no part: nothing lies beyond it.
            for (int from = 0; from < n; ) {
                int to = from;
                while (to < n && all[to] == all[from]) {
                    to++;
                }
                while (below < sorted.length && sorted[below] <= all[from]) {
                    below++;
                }
                int counted = Math.min(to, n - 1) - from;
                double at = from + counted;
                if (counted > 0) {
                    double off = (double) n * below - (double) sorted.length * at;
                    own += counted * off * off / (at * (n - at));
                }
                from = to;
            }
            sum += own / sorted.length / n;
        }
        return (sum - (k - 1)) / Math.sqrt(variance(samples, n));
    }

    private static double variance(double[][] samples, int n) {
        double k = samples.length;
        double j = Arrays.stream(samples).mapToDouble(of -> 1.0 / of.length).sum();
        double h = 0;
        double g = 0;
        double tail = 0;
        for (int i = n - 1; i >= 1; i--) {
            h += 1.0 / i;
            if (i + 1 <= n - 1) {
                tail += 1.0 / (i + 1);
                g += tail / (n - i);
            }
        }
        double a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * j;
        double b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * j - 8 * h + 4 * g - 6;
        double c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * j + 4 * h;
        double d = (2 * h + 6) * k * k - 4 * h * k;
        double size = n;
        return Math.max(
                0, (a * size * size * size + b * size * size + c * size + d) / ((size - 1) * (size - 2) * (size - 3)));
    }

    /** Between the quantiles of the table by log odds on straight lines, beyond them on the last ones. */
    static double p(double statistic, int samples) {
        double m = samples - 1.0;
        double[] at = new double[ODDS.length];
        Arrays.setAll(at, i -> B0[i] + B1[i] / Math.sqrt(m) + B2[i] / m);
        int place = 0;
        while (place < at.length - 2 && statistic > at[place + 1]) {
            place++;
        }
        double share = (statistic - at[place]) / (at[place + 1] - at[place]);
        double odds = ODDS[place] + share * (ODDS[place + 1] - ODDS[place]);
        return 1 / (1 + Math.exp(odds));
    }
}
