package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The uniform law on an interval.
 */
public record Uniform(
        @Option(value = "Lowest value", min = -Parameters.HUGE, max = Parameters.HUGE)
        double low,

        @Option(value = "Highest value", min = -Parameters.HUGE, max = Parameters.HUGE)
        double high)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "uniform", "Every value between two bounds is as likely as any other.", new Uniform(0, 1), law -> law);

    public Uniform {
        Parameters.require(low < high, "low is " + low + ", but must be below high, which is " + high + ".");
    }

    @Override
    public double cdf(double x) {
        return FastMath.min(1, FastMath.max(0, (x - low) / (high - low)));
    }

    @Override
    public double quantile(double p) {
        return low + p * (high - low);
    }

    @Override
    public double logDensity(double x) {
        return x < low || x > high ? Double.NEGATIVE_INFINITY : -FastMath.log(high - low);
    }

    @Override
    public double mean() {
        return low + 0.5 * (high - low);
    }
}
