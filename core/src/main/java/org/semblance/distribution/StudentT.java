package org.semblance.distribution;

import org.hipparchus.special.Beta;
import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Student's law, moved and scaled.
 */
public record StudentT(
        @Option(value = "Degrees of freedom", min = 0.5, max = 1e9)
        double df,

        @Option(value = "Centre", min = -Parameters.HUGE, max = Parameters.HUGE)
        double location,

        @Option(value = "Scale", min = 0, max = Parameters.HUGE)
        double scale)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "student-t",
            "Like the normal with heavier tails, the heavier the fewer degrees of freedom.",
            new StudentT(5, 0, 1),
            law -> law);

    private static final double EPSILON = 1e-15;
    private static final int MOST_TERMS = 1_000_000;

    public StudentT {
        Parameters.positive("scale", scale);
    }

    @Override
    public double cdf(double x) {
        double z = (x - location) / scale;
        double square = z * z;
        if (square == Double.POSITIVE_INFINITY) {
            return z < 0 ? 0 : 1;
        }
        if (square < df) {
            // This form keeps its digits near the centre, the other in the tails.
            double half = 0.5 * Beta.regularizedBeta(square / (df + square), 0.5, 0.5 * df, EPSILON, MOST_TERMS);
            return z < 0 ? 0.5 - half : 0.5 + half;
        }
        double tail = 0.5 * Beta.regularizedBeta(df / (df + square), 0.5 * df, 0.5, EPSILON, MOST_TERMS);
        return z < 0 ? tail : 1 - tail;
    }

    @Override
    public double quantile(double p) {
        if (p == 0.5) {
            return location;
        }
        if (p <= 0 || p >= 1) {
            return p <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        StudentT standard = new StudentT(df, 0, 1);
        double start = Normal.standardQuantile(p);
        double z = p < 0.5
                ? Inverse.continuous(standard, p, -Double.MAX_VALUE, 0, start)
                : -Inverse.continuous(standard, 1 - p, -Double.MAX_VALUE, 0, -start);
        return location + scale * z;
    }

    @Override
    public double logDensity(double x) {
        double z = (x - location) / scale;
        return -0.5 * (df + 1) * FastMath.log1p(z * z / df)
                - Beta.logBeta(0.5 * df, 0.5)
                - 0.5 * FastMath.log(df)
                - FastMath.log(scale);
    }

    @Override
    public double mean() {
        return df <= 1 ? Double.POSITIVE_INFINITY : location;
    }

    @Override
    public double sample(Rng rng) {
        double z = rng.nextGaussian();
        return location + scale * z / FastMath.sqrt(Gamma.draw(0.5 * df, rng) * 2 / df);
    }
}
