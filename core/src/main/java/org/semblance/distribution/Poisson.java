package org.semblance.distribution;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The Poisson law of counts.
 *
 * <p>Source of the draws: inversion below a mean of 10, else Hoermann (1993), algorithm PTRS,
 * doi:10.1016/0167-6687(93)90997-4.
 */
public record Poisson(
        @Option(value = "Mean number", min = 0, max = 1e9) double mean) implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "poisson", "Counts of rare and independent events: visits, calls, defects.", new Poisson(1), law -> law);

    private static final double EPSILON = 1e-15;
    /** Where every allowed mean has reached 1, but the continued fraction would overflow. */
    private static final double FAR = 1e12;

    private static final int MOST_TERMS = 1_000_000;

    public Poisson {
        Parameters.positive("mean", mean);
    }

    @Override
    public double cdf(double x) {
        if (x < 0 || x > FAR) {
            return x < 0 ? 0 : 1;
        }
        return Gamma.regularizedGammaQ(FastMath.floor(x) + 1, mean, EPSILON, MOST_TERMS);
    }

    @Override
    public double quantile(double p) {
        double start =
                mean + Normal.standardQuantile(FastMath.min(FastMath.max(p, 1e-300), 1 - 1e-16)) * FastMath.sqrt(mean);
        return Inverse.discrete(this::cdf, p, Double.POSITIVE_INFINITY, start);
    }

    @Override
    public double logDensity(double x) {
        return x < 0 || x != FastMath.rint(x) ? Double.NEGATIVE_INFINITY : Saddle.logPoisson(x, mean);
    }

    @Override
    public boolean discrete() {
        return true;
    }

    @Override
    public double sample(Rng rng) {
        return draw(mean, rng);
    }

    static double draw(double mean, Rng rng) {
        return mean < 10 ? invert(mean, rng) : reject(mean, rng);
    }

    private static double invert(double mean, Rng rng) {
        double left = Law.uniform(rng);
        double probability = FastMath.exp(-mean);
        int k = 0;
        while (left > probability && probability > 0) {
            left -= probability;
            k++;
            probability *= mean / k;
        }
        return k;
    }

    private static double reject(double mean, Rng rng) {
        double b = 0.931 + 2.53 * FastMath.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double alpha = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = Law.uniform(rng) - 0.5;
            double v = Law.uniform(rng);
            double us = 0.5 - FastMath.abs(u);
            double k = FastMath.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            if (FastMath.log(v * alpha / (a / (us * us) + b)) <= Saddle.logPoisson(k, mean)) {
                return k;
            }
        }
    }
}
