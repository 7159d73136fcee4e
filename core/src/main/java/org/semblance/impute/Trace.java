package org.semblance.impute;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * How the imputations of each column moved from round to round: what is looked at to see whether chains have mixed.
 *
 * @param columns [p] names
 * @param means [p][sets][iterations] mean of what was drawn; of labels, the mean of their places from 1; NaN where
 *     nothing is drawn
 * @param variances [p][sets][iterations] the same for the variance
 */
public record Trace(List<String> columns, double[][][] means, double[][][] variances) {
    public Trace {
        columns = List.copyOf(columns);
    }

    /**
     * The potential scale reduction of a column's means (or variances) up to each iteration: near 1 where the chains
     * agree. Source: Gelman and Rubin (1992), doi:10.1214/ss/1177011136, in the form of Vehtari et al. (2021),
     * doi:10.1214/20-BA1221, without splitting. NaN for fewer than two sets or iterations.
     *
     * @param chains [sets][iterations]
     */
    public static double[] scaleReduction(double[][] chains) {
        int iterations = chains.length == 0 ? 0 : chains[0].length;
        double[] out = new double[iterations];
        for (int n = 1; n <= iterations; n++) {
            out[n - 1] = scaleReduction(chains, n);
        }
        return out;
    }

    private static double scaleReduction(double[][] chains, int n) {
        int m = chains.length;
        if (m < 2 || n < 2) {
            return Double.NaN;
        }
        double[] means = new double[m];
        double within = 0;
        for (int k = 0; k < m; k++) {
            double[] chain = Arrays.copyOf(chains[k], n);
            means[k] = mean(chain);
            within += variance(chain, means[k]) / m;
        }
        double between = variance(means, mean(means));
        return Math.sqrt(((n - 1.0) / n * within + between) / within);
    }

    /**
     * How often the scale reduction would be as large as it is after the last iteration, were every value of all chains a
     * draw of one normal law: n B / W then has the F law of m - 1 and m (n - 1) degrees of freedom (Gelman and Rubin 1992,
     * section 2). NaN for fewer than two sets or iterations.
     */
    public static double chance(double[][] chains) {
        int m = chains.length;
        int n = m == 0 ? 0 : chains[0].length;
        double reduction = n == 0 ? Double.NaN : scaleReduction(chains, n);
        if (Double.isNaN(reduction)) {
            return Double.NaN;
        }
        double ratio = Math.max(0, (reduction * reduction - (n - 1.0) / n) * n);
        return 1 - new FDistribution(m - 1.0, m * (n - 1.0)).cumulativeProbability(ratio);
    }

    /** The mean over chains of the correlation of an iteration with the next, up to each iteration. */
    public static double[] autocorrelation(double[][] chains) {
        int iterations = chains.length == 0 ? 0 : chains[0].length;
        double[] out = new double[iterations];
        for (int n = 1; n <= iterations; n++) {
            double sum = 0;
            for (double[] chain : chains) {
                sum += lagOne(chain, n) / chains.length;
            }
            out[n - 1] = sum;
        }
        return out;
    }

    private static double lagOne(double[] chain, int n) {
        if (n < 3) {
            return Double.NaN;
        }
        double[] first = Arrays.copyOf(chain, n - 1);
        double[] next = Arrays.copyOfRange(chain, 1, n);
        double a = mean(first);
        double b = mean(next);
        double product = 0;
        for (int i = 0; i < first.length; i++) {
            product += (first[i] - a) * (next[i] - b);
        }
        return product / (first.length - 1) / Math.sqrt(variance(first, a) * variance(next, b));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values, double mean) {
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
