package org.semblance.distribution;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The Weibull law of lifetimes.
 */
public record Weibull(
        @Option(value = "Shape: 1 is exponential, 3.5 nearly symmetric", min = 0.02, max = 1e6)
        double shape,

        @Option(value = "Scale: 63 % of the values lie below it", min = 0, max = Parameters.HUGE)
        double scale)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "weibull", "Lifetimes: shape below 1 fails early, above 1 wears out.", new Weibull(1.5, 1), law -> law);

    public Weibull {
        Parameters.positive("scale", scale);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -FastMath.expm1(-FastMath.pow(x / scale, shape));
    }

    @Override
    public double quantile(double p) {
        return scale * FastMath.pow(-FastMath.log1p(-p), 1 / shape);
    }

    @Override
    public double logDensity(double x) {
        if (x < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = x / scale;
        double power = shape == 1 ? 0 : (shape - 1) * FastMath.log(z);
        return FastMath.log(shape / scale) + power - FastMath.pow(z, shape);
    }

    @Override
    public double mean() {
        return scale * Gamma.gamma(1 + 1 / shape);
    }
}
