package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;

/**
 * The Bernoulli law: 1 with a probability, else 0.
 */
public record Bernoulli(
        @Option(value = "Probability of 1", min = 0, max = 1)
        double probability) implements Law {
    public static final Plugin<Law> PLUGIN =
            Plugin.of("bernoulli", "1 with some probability, else 0.", new Bernoulli(0.5), law -> law);

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : x < 1 ? 1 - probability : 1;
    }

    @Override
    public double quantile(double p) {
        return p <= 1 - probability ? 0 : 1;
    }

    @Override
    public double logDensity(double x) {
        if (x != 0 && x != 1) {
            return Double.NEGATIVE_INFINITY;
        }
        return x == 1 ? FastMath.log(probability) : FastMath.log1p(-probability);
    }

    @Override
    public double mean() {
        return probability;
    }

    @Override
    public boolean discrete() {
        return true;
    }
}
