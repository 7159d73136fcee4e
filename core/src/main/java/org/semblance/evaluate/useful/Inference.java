package org.semblance.evaluate.useful;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.semblance.math.Pooled;

/**
 * How the estimates of m synthetic tables of k rows become one with its standard error.
 *
 * <p>Source: Raab, Nowok and Dibben (2016), Practical data synthesis for large samples, doi:10.29012/jpc.v7i3.407, and
 * Reiter (2003), Inference for partially synthetic, public use microdata sets, Survey Methodology 29, 181-188.
 */
enum Inference {
    /** What the same model would give on the real rows: variance v k / n. */
    ORIGINAL,
    /** What is true of the population the real rows were drawn from: v (k / n) (1 + n / (k m)). */
    POPULATION,
    /** Of partially synthetic tables: v + b / m, at least two of them. */
    REITER;

    /** The normal quantile of 0.975. */
    static final double WIDE = 1.959963984540054;

    /**
     * One coefficient of the synthetic tables.
     *
     * @param value its estimate
     * @param half half the length of its 95 % interval
     */
    record Estimate(double value, double half) {}

    Estimate of(double[] estimates, double[] variances, double synthetic, double real) {
        Pooled pooled = Pooled.reiter(estimates, variances);
        double scaled = pooled.within() * synthetic / real;
        double half = switch (this) {
            case ORIGINAL -> WIDE * Math.sqrt(scaled);
            case POPULATION -> WIDE * Math.sqrt(scaled * (1 + real / (synthetic * estimates.length)));
            case REITER -> quantile(pooled.freedom()) * Math.sqrt(pooled.variance());
        };
        return new Estimate(pooled.estimate(), half);
    }

    private static double quantile(double freedom) {
        return freedom > 1e6 ? WIDE : new TDistribution(freedom).inverseCumulativeProbability(0.975);
    }

    /** The overlap of two intervals as a mean share of their lengths; negative where they are apart (Karr et al. 2006). */
    static double overlap(double a, double halfOfA, double b, double halfOfB) {
        double common = Math.min(a + halfOfA, b + halfOfB) - Math.max(a - halfOfA, b - halfOfB);
        return (common / (2 * halfOfA) + common / (2 * halfOfB)) / 2;
    }

    /** The overlap to expect where estimates differ by noise of a variance that is so many times the real one. */
    static double expectedOverlap(double times) {
        return 1 - expectedDifference(times) / (2 * WIDE);
    }

    /**
     * The same where the other interval is {@code longer} times as long as the real one: the mean of
     * min(2 a, a + b - |d|) (1 / a + 1 / b) / 4 over d.
     */
    static double expectedOverlap(double times, double longer) {
        double most = 2 * Math.min(1, longer) * WIDE;
        double sum = (1 + longer) * WIDE;
        double within = Math.abs(longer - 1) * WIDE;
        NormalDistribution noise = new NormalDistribution(0, Math.sqrt(times));
        double inside = 2 * noise.cumulativeProbability(within) - 1;
        double outside = sum * (1 - inside) - 2 * times * noise.density(within);
        return (most * inside + outside) * (1 / WIDE + 1 / (longer * WIDE)) / 4;
    }

    /** The mean size of a normal variable of the given variance. */
    static double expectedDifference(double times) {
        return Math.sqrt(2 * times / Math.PI);
    }
}
