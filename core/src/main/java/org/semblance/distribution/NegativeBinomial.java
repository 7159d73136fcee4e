package org.semblance.distribution;

import org.hipparchus.special.Beta;
import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The negative binomial law: failures before a number of successes, which need not be whole.
 */
public record NegativeBinomial(
        @Option(value = "Number of successes; small means more spread", min = 0, max = 1e6)
        double size,

        @Option(value = "Probability of success", min = 1e-6, max = 1)
        double probability)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "negative-binomial",
            "Counts that vary more than Poisson counts: a Poisson whose mean itself is gamma.",
            new NegativeBinomial(2, 0.5),
            law -> law);

    private static final double EPSILON = 1e-15;
    /** Where every allowed size has reached 1, but the continued fraction would overflow. */
    private static final double FAR = 1e15;

    private static final int MOST_TERMS = 1_000_000;

    public NegativeBinomial {
        Parameters.positive("size", size);
    }

    @Override
    public double cdf(double x) {
        if (x < 0 || x > FAR) {
            return x < 0 ? 0 : 1;
        }
        return Beta.regularizedBeta(probability, size, FastMath.floor(x) + 1, EPSILON, MOST_TERMS);
    }

    @Override
    public double quantile(double p) {
        return Inverse.discrete(this::cdf, p, Double.POSITIVE_INFINITY, mean());
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x != FastMath.rint(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (probability == 1) {
            return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return FastMath.log(size / (size + x)) + Saddle.logBinomial(size, size + x, probability, 1 - probability);
    }

    @Override
    public double mean() {
        return size * (1 - probability) / probability;
    }

    @Override
    public boolean discrete() {
        return true;
    }

    @Override
    public double sample(Rng rng) {
        double rate = Gamma.draw(size, rng) * (1 - probability) / probability;
        return rate == 0 ? 0 : Poisson.draw(rate, rng);
    }
}
