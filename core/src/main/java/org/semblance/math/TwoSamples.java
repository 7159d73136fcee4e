package org.semblance.math;

/**
 * How far two samples are apart, read off their distribution functions F and G in one pass. Samples are ascending,
 * NaN last; cost O(n + m).
 *
 * @param furthest the largest |F - G| (Kolmogorov and Smirnov)
 * @param area the integral of |F - G|: the Wasserstein-1 or earth mover's distance
 * @param squares the integral of (F - G)^2: half the squared energy distance of Szekely and Rizzo (2013,
 *     doi:10.1016/j.jspi.2013.03.018)
 * @param apart the integral of F (1 - G) + G (1 - F): the mean distance of a value of one sample from one of the other
 */
public record TwoSamples(double furthest, double area, double squares, double apart) {
    /** NaN throughout where a sample is empty or holds one. */
    public static TwoSamples of(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0 || Double.isNaN(a[a.length - 1]) || Double.isNaN(b[b.length - 1])) {
            return new TwoSamples(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double furthest = 0;
        double area = 0;
        double squares = 0;
        double apart = 0;
        double before = Math.min(a[0], b[0]);
        double f = 0;
        double g = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double at = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            double width = at - before;
            double gap = f - g;
            area += width * Math.abs(gap);
            squares += width * gap * gap;
            apart += width * (f * (1 - g) + g * (1 - f));
            for (; i < a.length && a[i] == at; i++) {}
            for (; j < b.length && b[j] == at; j++) {}
            f = (double) i / a.length;
            g = (double) j / b.length;
            furthest = Math.max(furthest, Math.abs(f - g));
            before = at;
        }
        return new TwoSamples(furthest, area, squares, apart);
    }

    /**
     * The value below which a share of an ascending sample lies, interpolated between its neighbours (type 7 of Hyndman
     * and Fan 1996, doi:10.1080/00031305.1996.10473566, the default of R and NumPy); NaN of no values.
     */
    public static double quantile(double[] ascending, double share) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double place = share * (ascending.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The sum of squared distances from the mean, over n - 1; NaN below two values. */
    public static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : squares / (values.length - 1);
    }
}
