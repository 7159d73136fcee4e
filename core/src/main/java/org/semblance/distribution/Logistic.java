package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The logistic law: like the normal with heavier tails.
 */
public record Logistic(
        @Option(value = "Centre", min = -Parameters.HUGE, max = Parameters.HUGE)
        double location,

        @Option(value = "Scale: the standard deviation is 1.81 of it", min = 0, max = Parameters.HUGE)
        double scale)
        implements Law {
    public static final Plugin<Law> PLUGIN =
            Plugin.of("logistic", "Symmetric like the normal, with heavier tails.", new Logistic(0, 1), law -> law);

    public Logistic {
        Parameters.positive("scale", scale);
    }

    @Override
    public double cdf(double x) {
        return 1 / (1 + FastMath.exp(-(x - location) / scale));
    }

    @Override
    public double quantile(double p) {
        return location + scale * (FastMath.log(p) - FastMath.log1p(-p));
    }

    @Override
    public double logDensity(double x) {
        double z = FastMath.abs((x - location) / scale);
        return -z - 2 * FastMath.log1p(FastMath.exp(-z)) - FastMath.log(scale);
    }

    @Override
    public double mean() {
        return location;
    }
}
