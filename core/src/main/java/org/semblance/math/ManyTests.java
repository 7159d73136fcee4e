package org.semblance.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** p-values of many tests, corrected for there being many; NaN stays NaN and does not count. Cost O(n log n). */
public final class ManyTests {
    private ManyTests() {}

    /** Holm (1979), Scandinavian Journal of Statistics 6, 65-70: the chance of any false alarm is kept. */
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] out = nothing(p.length);
        double most = 0;
        for (int k = 0; k < order.length; k++) {
            most = Math.max(most, Math.min(1, (order.length - k) * p[order[k]]));
            out[order[k]] = most;
        }
        return out;
    }

    /**
     * Benjamini and Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x): the expected share of false ones among the
     * alarms is kept.
     */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] out = nothing(p.length);
        double least = 1;
        for (int k = order.length - 1; k >= 0; k--) {
            least = Math.min(least, p[order[k]] * order.length / (k + 1));
            out[order[k]] = least;
        }
        return out;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] nothing(int length) {
        double[] out = new double[length];
        Arrays.fill(out, Double.NaN);
        return out;
    }
}
