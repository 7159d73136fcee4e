package org.semblance.math;

/**
 * The intraclass correlation: how much alike members of one group are, as the share of the variance that lies between
 * groups.
 */
public final class IntraClass {
    private IntraClass() {}

    /**
     * ICC(1), from the one-way analysis of variance: (MSB - MSW) / (MSB + (n0 - 1) MSW), where n0 = (N - sum of
     * squared group sizes / N) / (k - 1) stands in for the size of unequal groups. 1 where members of a group are
     * equal, 0 where groups mean nothing, down to -1 / (n0 - 1) where members avoid each other.
     *
     * <p>Source: Donner (1986), doi:10.2307/1403259, section 2; Shrout and Fleiss (1979),
     * doi:10.1037/0033-2909.86.2.420. Cost: two passes.
     *
     * @param values one per row; NaN is left out
     * @param group one per row, in 0 .. groups-1; negative is left out
     * @return NaN where fewer than two groups have values, no group has two, or all values are the same
     */
    public static double correlation(double[] values, int[] group, int groups) {
        double[] sums = new double[groups];
        int[] sizes = new int[groups];
        double total = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0 && !Double.isNaN(values[i])) {
                sums[group[i]] += values[i];
                sizes[group[i]]++;
                total += values[i];
                n++;
            }
        }
        double mean = total / n;
        double between = 0;
        double squares = 0;
        int k = 0;
        for (int g = 0; g < groups; g++) {
            if (sizes[g] > 0) {
                double distance = sums[g] / sizes[g] - mean;
                between += sizes[g] * distance * distance;
                squares += (double) sizes[g] * sizes[g];
                k++;
            }
        }
        if (k < 2 || n <= k) {
            return Double.NaN;
        }
        double within = 0;
        for (int i = 0; i < values.length; i++) {
            if (group[i] >= 0 && !Double.isNaN(values[i])) {
                double distance = values[i] - sums[group[i]] / sizes[group[i]];
                within += distance * distance;
            }
        }
        double size = (n - squares / n) / (k - 1);
        double meanBetween = between / (k - 1);
        double meanWithin = within / (n - k);
        double variance = meanBetween + (size - 1) * meanWithin;
        return variance > 0 ? (meanBetween - meanWithin) / variance : Double.NaN;
    }
}
