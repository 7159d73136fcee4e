package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The triangular law, for a number of which only bounds and a likeliest value are known.
 */
public record Triangular(
        @Option(value = "Lowest value", min = -Parameters.HUGE, max = Parameters.HUGE)
        double low,

        @Option(value = "Likeliest value", min = -Parameters.HUGE, max = Parameters.HUGE)
        double mode,

        @Option(value = "Highest value", min = -Parameters.HUGE, max = Parameters.HUGE)
        double high)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "triangular",
            "Between two bounds, likeliest at a third value: an informed guess.",
            new Triangular(0, 0.5, 1),
            law -> law);

    public Triangular {
        Parameters.require(low < high, "low is " + low + ", but must be below high, which is " + high + ".");
        Parameters.require(
                low <= mode && mode <= high,
                "mode is " + mode + ", but must lie between low, " + low + ", and high, " + high + ".");
    }

    @Override
    public double cdf(double x) {
        if (x <= low || x >= high) {
            return x <= low ? 0 : 1;
        }
        double width = high - low;
        return x < mode
                ? (x - low) / width * ((x - low) / (mode - low))
                : 1 - (high - x) / width * ((high - x) / (high - mode));
    }

    @Override
    public double quantile(double p) {
        double width = high - low;
        double left = mode - low;
        double right = high - mode;
        return p < left / width
                ? low + FastMath.sqrt(p * width) * FastMath.sqrt(left)
                : high - FastMath.sqrt((1 - p) * width) * FastMath.sqrt(right);
    }

    @Override
    public double logDensity(double x) {
        if (x < low || x > high) {
            return Double.NEGATIVE_INFINITY;
        }
        double height = x < mode ? (x - low) / (mode - low) : x == mode ? 1 : (high - x) / (high - mode);
        return FastMath.log(2 / (high - low)) + FastMath.log(height);
    }

    @Override
    public double mean() {
        return low / 3 + mode / 3 + high / 3;
    }
}
