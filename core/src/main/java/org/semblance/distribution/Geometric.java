package org.semblance.distribution;

import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The geometric law: failures before the first success, from 0.
 */
public record Geometric(
        @Option(value = "Probability of success", min = 1e-9, max = 1)
        double probability) implements Law {
    public static final Plugin<Law> PLUGIN =
            Plugin.of("geometric", "How many failures come before the first success.", new Geometric(0.5), law -> law);

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : -FastMath.expm1((FastMath.floor(x) + 1) * FastMath.log1p(-probability));
    }

    @Override
    public double quantile(double p) {
        if (p <= 0 || probability == 1) {
            return 0;
        }
        double near = FastMath.log1p(-p) / FastMath.log1p(-probability) - 1;
        return Inverse.discrete(this::cdf, p, Double.POSITIVE_INFINITY, FastMath.min(near, 1e15));
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x != FastMath.rint(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        return FastMath.log(probability) + (x == 0 ? 0 : x * FastMath.log1p(-probability));
    }

    @Override
    public double mean() {
        return (1 - probability) / probability;
    }

    @Override
    public boolean discrete() {
        return true;
    }

    @Override
    public double sample(Rng rng) {
        return probability == 1 ? 0 : FastMath.floor(FastMath.log(Law.uniform(rng)) / FastMath.log1p(-probability));
    }
}
