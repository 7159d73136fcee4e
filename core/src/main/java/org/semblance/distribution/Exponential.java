package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The exponential law: waiting for what may happen at any time.
 */
public record Exponential(
        @Option(value = "Mean", min = 0, max = Parameters.HUGE)
        double mean) implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "exponential", "Waiting times without memory; many short, few long.", new Exponential(1), law -> law);

    public Exponential {
        Parameters.positive("mean", mean);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -FastMath.expm1(-x / mean);
    }

    @Override
    public double quantile(double p) {
        return -mean * FastMath.log1p(-p);
    }

    @Override
    public double logDensity(double x) {
        return x < 0 ? Double.NEGATIVE_INFINITY : -x / mean - FastMath.log(mean);
    }
}
