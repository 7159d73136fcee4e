package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The Laplace law: two exponential laws back to back.
 */
public record Laplace(
        @Option(value = "Centre", min = -Parameters.HUGE, max = Parameters.HUGE)
        double location,

        @Option(value = "Mean distance from the centre", min = 0, max = Parameters.HUGE)
        double scale)
        implements Law {
    public static final Plugin<Law> PLUGIN =
            Plugin.of("laplace", "A sharp peak with exponential tails on both sides.", new Laplace(0, 1), law -> law);

    public Laplace {
        Parameters.positive("scale", scale);
    }

    @Override
    public double cdf(double x) {
        double z = (x - location) / scale;
        return z < 0 ? 0.5 * FastMath.exp(z) : 1 - 0.5 * FastMath.exp(-z);
    }

    @Override
    public double quantile(double p) {
        return location + scale * (p < 0.5 ? FastMath.log(2 * p) : -FastMath.log(2 * (1 - p)));
    }

    @Override
    public double logDensity(double x) {
        return -FastMath.abs((x - location) / scale) - FastMath.log(2 * scale);
    }

    @Override
    public double mean() {
        return location;
    }
}
