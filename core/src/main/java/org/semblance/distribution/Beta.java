package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The beta law on 0 to 1.
 */
public record Beta(
        @Option(value = "Weight towards 1", min = 0.02, max = 1e9)
        double alpha,

        @Option(value = "Weight towards 0", min = 0.02, max = 1e9)
        double beta)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "beta", "A share between 0 and 1: proportions, probabilities, scores.", new Beta(2, 2), law -> law);

    private static final double EPSILON = 1e-15;
    private static final int MOST_TERMS = 1_000_000;

    @Override
    public double cdf(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        return org.hipparchus.special.Beta.regularizedBeta(x, alpha, beta, EPSILON, MOST_TERMS);
    }

    @Override
    public double quantile(double p) {
        return Inverse.continuous(this, p, 0, 1, mean());
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        double left = alpha == 1 ? 0 : (alpha - 1) * FastMath.log(x);
        double right = beta == 1 ? 0 : (beta - 1) * FastMath.log1p(-x);
        return left + right - org.hipparchus.special.Beta.logBeta(alpha, beta);
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    @Override
    public double sample(Rng rng) {
        double a = Gamma.draw(alpha, rng);
        double b = Gamma.draw(beta, rng);
        if (a + b == 0) {
            // Both weights are so small that the draws underflow: then nearly all probability sits at the ends.
            return rng.nextDouble() < mean() ? 1 : 0;
        }
        return a / (a + b);
    }
}
