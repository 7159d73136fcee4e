package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The gamma law.
 *
 * <p>Source of the draws: Marsaglia and Tsang (2000), doi:10.1145/358407.358414.
 */
public record Gamma(
        @Option(value = "Shape: 1 is exponential, large is nearly normal", min = 0, max = 1e9)
        double shape,

        @Option(value = "Scale", min = 0, max = Parameters.HUGE)
        double scale)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "gamma",
            "Positive and skewed: amounts, durations, rates. Mean is shape times scale.",
            new Gamma(2, 1),
            law -> law);

    private static final double EPSILON = 1e-15;
    /** Where every allowed shape has reached 1, but the continued fraction would overflow. */
    private static final double FAR = 1e12;

    private static final int MOST_TERMS = 1_000_000;

    public Gamma {
        Parameters.positive("shape", shape);
        Parameters.positive("scale", scale);
    }

    @Override
    public double cdf(double x) {
        double z = x / scale;
        if (x <= 0 || z > FAR) {
            return x <= 0 ? 0 : 1;
        }
        return org.hipparchus.special.Gamma.regularizedGammaP(shape, z, EPSILON, MOST_TERMS);
    }

    @Override
    public double quantile(double p) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return scale * Inverse.continuous(new Gamma(shape, 1), p, 0, Double.MAX_VALUE, start(p));
    }

    @Override
    public double logDensity(double x) {
        if (x < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = x / scale;
        if (z == 0) {
            return shape == 1 ? -FastMath.log(scale) : shape < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (shape < 1) {
            // One step up the recurrence, since Saddle wants a count of at least 0.
            return Saddle.logPoisson(shape, z) + FastMath.log(shape / x);
        }
        return Saddle.logPoisson(shape - 1, z) - FastMath.log(scale);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double sample(Rng rng) {
        return scale * draw(shape, rng);
    }

    /** One value of scale 1. */
    static double draw(double shape, Rng rng) {
        if (shape < 1) {
            return draw(shape + 1, rng) * FastMath.exp(FastMath.log(Law.uniform(rng)) / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / FastMath.sqrt(9 * d);
        while (true) {
            double x = rng.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (root > 0 && FastMath.log(Law.uniform(rng)) < 0.5 * x * x + d - d * v + d * FastMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Near the quantile: Wilson and Hilferty (1931), or the leading term of the series for small values. */
    private double start(double p) {
        double z = Normal.standardQuantile(p);
        double root = 1 - 1 / (9 * shape) + z / (3 * FastMath.sqrt(shape));
        double wilson = shape * root * root * root;
        if (shape > 1 && root > 0.3) {
            return wilson;
        }
        double small = (FastMath.log(p) + org.hipparchus.special.Gamma.logGamma(shape + 1)) / shape;
        return FastMath.max(FastMath.exp(FastMath.min(small, 5)), Double.MIN_NORMAL);
    }
}
