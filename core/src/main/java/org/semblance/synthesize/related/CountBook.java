package org.semblance.synthesize.related;

import java.util.Arrays;
import org.semblance.trees.CodeBook;

/**
 * The codes of whole numbers that count something: small ones are kept, larger ones lie in bins of neighbours, drawn around
 * their mean, so that the sum of many is kept.
 */
final class CountBook {
    /** Counts up to this tell of nobody. */
    private static final int SMALL = 10;

    private CountBook() {}

    /** @param least rows of a bin */
    static CodeBook of(double[] counts, int least) {
        double[] sorted =
                Arrays.stream(counts).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] low = new double[sorted.length];
        double[] high = new double[sorted.length];
        int[] mass = new int[sorted.length];
        int bins = 0;
        for (int i = 0; i < sorted.length; ) {
            int to = i;
            double sum = 0;
            while (to < sorted.length && (sorted[to] == sorted[i] || sorted[i] > SMALL && to - i < least)) {
                double value = sorted[to];
                for (; to < sorted.length && sorted[to] == value; to++) {
                    sum += value;
                }
            }
            if (sorted[i] > SMALL && sorted.length - to < least) {
                // What is left is no bin of its own.
                for (; to < sorted.length; to++) {
                    sum += sorted[to];
                }
            }
            double mean = sum / (to - i);
            double half = Math.rint(Math.min(mean - sorted[i], sorted[to - 1] - mean));
            low[bins] = Math.max(sorted[i], Math.rint(mean) - half);
            high[bins] = Math.max(low[bins], Math.min(sorted[to - 1], Math.rint(mean) + half));
            mass[bins++] = to - i;
            i = to;
        }
        return CodeBook.ofNumbers(Arrays.copyOf(low, bins), Arrays.copyOf(high, bins), Arrays.copyOf(mass, bins), 1);
    }
}
