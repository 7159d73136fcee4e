package org.semblance.distribution;

import org.semblance.random.Rng;

/**
 * A probability law on the numbers. Immutable; implementations are records whose components are their options, so
 * that a law is described, checked and stored by its parameters alone.
 */
public interface Law {
    /** The probability of a value of at most {@code x}. */
    double cdf(double x);

    /** The smallest value with a {@link #cdf} of at least {@code p}, for p between 0 and 1. */
    double quantile(double p);

    /** The logarithm of the density at {@code x}, or of the probability where the law is discrete. */
    double logDensity(double x);

    /** The expected value; infinite where it does not exist. */
    double mean();

    /** Whether all values are whole numbers. */
    default boolean discrete() {
        return false;
    }

    /** One value drawn; always finite. */
    default double sample(Rng rng) {
        return quantile(uniform(rng));
    }

    /** Uniform between 0 and 1, both excluded. */
    static double uniform(Rng rng) {
        return ((rng.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }
}
