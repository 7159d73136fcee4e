package org.semblance.evaluate.privacy;

import java.util.Arrays;

/**
 * How many rows are nearer to one side than to the other.
 *
 * @param nearer the share nearer to the first side
 * @param further the share nearer to the second
 * @param median of the numbers of the first side
 * @param medianBeside of those of the second
 */
record Shares(double nearer, double further, double median, double medianBeside) {
    /** @param to a number per row: its distance, or another that is small where the row is near */
    static Shares of(float[] to, float[] beside) {
        int nearer = 0;
        int further = 0;
        for (int i = 0; i < to.length; i++) {
            nearer += to[i] < beside[i] ? 1 : 0;
            further += to[i] > beside[i] ? 1 : 0;
        }
        double n = to.length;
        return new Shares(nearer / n, further / n, median(to), median(beside));
    }

    double tied() {
        return 1 - nearer - further;
    }

    /** The share nearer to the first side, ties counted half; 0.5 where the sides are alike. */
    double half() {
        return nearer + tied() / 2;
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + (double) sorted[middle]) / 2;
    }
}
