package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The Pareto law: few large values hold most of the sum.
 */
public record Pareto(
        @Option(value = "Smallest value", min = 0, max = Parameters.HUGE)
        double scale,

        @Option(value = "Weight of the tail: below 1 there is no mean, below 2 no variance", min = 0.1, max = 1e6)
        double shape)
        implements Law {
    public static final Plugin<Law> PLUGIN =
            Plugin.of("pareto", "Power-law tail: wealth, city sizes, file sizes.", new Pareto(1, 3), law -> law);

    public Pareto {
        Parameters.positive("scale", scale);
    }

    @Override
    public double cdf(double x) {
        return x <= scale ? 0 : -FastMath.expm1(shape * FastMath.log(scale / x));
    }

    @Override
    public double quantile(double p) {
        return scale * FastMath.exp(-FastMath.log1p(-p) / shape);
    }

    @Override
    public double logDensity(double x) {
        return x < scale ? Double.NEGATIVE_INFINITY : FastMath.log(shape / x) + shape * FastMath.log(scale / x);
    }

    @Override
    public double mean() {
        return shape <= 1 ? Double.POSITIVE_INFINITY : shape * scale / (shape - 1);
    }
}
