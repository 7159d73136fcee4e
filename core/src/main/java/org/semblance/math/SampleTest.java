package org.semblance.math;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * A classical test of whether two samples are of one law, in its form for large samples, with an effect size: how large
 * the difference is, whatever the number of rows. Samples are ascending and hold no NaN; cost O(n + m).
 *
 * @param statistic the test's own number
 * @param p the chance of one as extreme or more if both are of one law; NaN where it cannot be computed
 * @param effect the size of the difference; 0 is none
 */
public record SampleTest(double statistic, double p, double effect) {
    private static final SampleTest NONE = new SampleTest(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Kolmogorov and Smirnov: statistic and effect are the largest distance D of the distribution functions, p is that of
     * Kolmogorov's limit law at sqrt(n m / (n + m)) D, as R's {@code ks.test(exact = FALSE)}.
     */
    public static SampleTest kolmogorovSmirnov(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return NONE;
        }
        double d = TwoSamples.of(a, b).furthest();
        double n = a.length;
        double m = b.length;
        return new SampleTest(d, kolmogorovAbove(Math.sqrt(n * m / (n + m)) * d), d);
    }

    /** The chance that Kolmogorov's limit law lies above t; both of his series, each where it converges fast. */
    static double kolmogorovAbove(double t) {
        if (t < 0.2) {
            return 1;
        }
        double sum = 0;
        if (t < 1) {
            for (int k = 1; k <= 9; k += 2) {
                sum += Math.exp(-k * k * Math.PI * Math.PI / (8 * t * t));
            }
            return 1 - Math.sqrt(2 * Math.PI) / t * sum;
        }
        for (int k = 6; k >= 1; k--) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * t * t);
        }
        return sum;
    }

    /**
     * Welch's t test of equal means (1947, doi:10.1093/biomet/34.1-2.28), two-sided; the effect is Cohen's d with the
     * pooled deviation. NaN where a sample has fewer than 2 values or both are constant.
     */
    public static SampleTest welch(double[] a, double[] b) {
        double n = a.length;
        double m = b.length;
        if (n < 2 || m < 2) {
            return NONE;
        }
        double difference = TwoSamples.mean(a) - TwoSamples.mean(b);
        double varianceA = TwoSamples.variance(a);
        double varianceB = TwoSamples.variance(b);
        double of = varianceA / n;
        double beside = varianceB / m;
        if (of + beside == 0) {
            return NONE;
        }
        double t = difference / Math.sqrt(of + beside);
        double freedom = (of + beside) * (of + beside) / (of * of / (n - 1) + beside * beside / (m - 1));
        double pooled = Math.sqrt(((n - 1) * varianceA + (m - 1) * varianceB) / (n + m - 2));
        return new SampleTest(t, twoSided(t, freedom), difference / pooled);
    }

    private static double twoSided(double t, double freedom) {
        return Math.min(1, 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t)));
    }

    /**
     * Mann and Whitney's rank test (1947, doi:10.1214/aoms/1177730491), two-sided, by the normal law with correction for
     * ties and for continuity; the statistic is U of the first sample, the effect Cliff's delta = 2 U / (n m) - 1, which
     * is also the rank-biserial correlation: the chance that a value of the first is larger minus the chance that it is
     * smaller.
     */
    public static SampleTest mannWhitney(double[] a, double[] b) {
        double n = a.length;
        double m = b.length;
        if (n == 0 || m == 0) {
            return NONE;
        }
        double above = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < a.length) {
            double at = j < b.length && b[j] < a[i] ? b[j] : a[i];
            int firstA = i;
            int firstB = j;
            for (; i < a.length && a[i] == at; i++) {}
            for (; j < b.length && b[j] == at; j++) {}
            above += (i - firstA) * (firstB + (j - firstB) / 2.0);
            ties += cubed(i - firstA + j - firstB);
        }
        while (j < b.length) {
            int firstB = j;
            for (double at = b[j]; j < b.length && b[j] == at; j++) {}
            ties += cubed(j - firstB);
        }
        double all = n + m;
        double deviation = Math.sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
        double z = (Math.max(above, n * m - above) - n * m / 2 - 0.5) / deviation;
        double p = deviation > 0 ? Math.min(1, Erf.erfc(z / Math.sqrt(2))) : Double.NaN;
        return new SampleTest(above, p, 2 * above / (n * m) - 1);
    }

    private static double cubed(double tied) {
        return tied * tied * tied - tied;
    }

    /**
     * Levene's test of equal spread about the median, as Brown and Forsythe have it (1974,
     * doi:10.1080/01621459.1974.10482955): F with 1 and n + m - 2 degrees of freedom; the effect is the natural logarithm
     * of the ratio of the two mean distances from the median, the first sample's above.
     */
    public static SampleTest brownForsythe(double[] a, double[] b) {
        double n = a.length;
        double m = b.length;
        if (n < 2 || m < 2) {
            return NONE;
        }
        double[] fromA = distances(a);
        double[] fromB = distances(b);
        double meanA = TwoSamples.mean(fromA);
        double meanB = TwoSamples.mean(fromB);
        double within = TwoSamples.variance(fromA) * (n - 1) + TwoSamples.variance(fromB) * (m - 1);
        if (within == 0) {
            return NONE;
        }
        // Of two samples, F is the square of t with the same degrees of freedom, whose tail is computed without loss.
        double between = (meanA - meanB) * (meanA - meanB) * n * m / (n + m);
        double f = between / within * (n + m - 2);
        return new SampleTest(f, twoSided(Math.sqrt(f), n + m - 2), Math.log(meanA / meanB));
    }

    private static double[] distances(double[] values) {
        double median = TwoSamples.quantile(values, 0.5);
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.abs(values[i] - median);
        }
        return out;
    }

    /**
     * Pearson's chi-squared test that two rows of counts are of one law, without correction for continuity; counts of 0
     * in both are left out. The effect is Cramer's V = sqrt(chi2 / N) (1946), which for two rows is Cohen's w.
     */
    public static SampleTest chiSquare(double[] a, double[] b) {
        double n = 0;
        double m = 0;
        int used = 0;
        for (int k = 0; k < a.length; k++) {
            n += a[k];
            m += b[k];
            used += a[k] + b[k] > 0 ? 1 : 0;
        }
        if (n == 0 || m == 0 || used < 2) {
            return NONE;
        }
        double all = n + m;
        double chiSquare = 0;
        for (int k = 0; k < a.length; k++) {
            double both = a[k] + b[k];
            if (both > 0) {
                double off = a[k] - both * n / all;
                chiSquare += off * off * all / (both * n) + off * off * all / (both * m);
            }
        }
        double p = Gamma.regularizedGammaQ((used - 1) / 2.0, chiSquare / 2);
        return new SampleTest(chiSquare, p, Math.sqrt(chiSquare / all));
    }
}
