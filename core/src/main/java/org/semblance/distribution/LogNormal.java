package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The law of a positive number whose logarithm is normal.
 */
public record LogNormal(
        @Option(value = "Mean of the logarithm", min = -200, max = 200)
        double logMean,

        @Option(value = "Standard deviation of the logarithm", min = 0, max = 50)
        double logSd)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "lognormal",
            "A positive number whose logarithm is normal: incomes, sizes, waiting times.",
            new LogNormal(0, 1),
            law -> law);

    public LogNormal {
        Parameters.positive("log-sd", logSd);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : logarithm().cdf(FastMath.log(x));
    }

    @Override
    public double quantile(double p) {
        return FastMath.exp(logarithm().quantile(p));
    }

    @Override
    public double logDensity(double x) {
        return x <= 0 ? Double.NEGATIVE_INFINITY : logarithm().logDensity(FastMath.log(x)) - FastMath.log(x);
    }

    @Override
    public double mean() {
        return FastMath.exp(logMean + 0.5 * logSd * logSd);
    }

    @Override
    public double sample(Rng rng) {
        return FastMath.exp(logMean + logSd * rng.nextGaussian());
    }

    private Normal logarithm() {
        return new Normal(logMean, logSd);
    }
}
