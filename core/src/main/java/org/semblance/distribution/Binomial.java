package org.semblance.distribution;

import org.hipparchus.special.Beta;
import org.hipparchus.util.FastMath;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The binomial law: how many of so many trials succeed.
 *
 * <p>Source of the draws: inversion below 10 expected successes, else Hoermann (1993), algorithm BTRS,
 * doi:10.1080/00949659308811496.
 */
public record Binomial(
        @Option(value = "Number of trials", min = 0, max = 1e9)
        long trials,

        @Option(value = "Probability that one succeeds", min = 0, max = 1)
        double probability)
        implements Law {
    public static final Plugin<Law> PLUGIN = Plugin.of(
            "binomial", "How many of a number of independent trials succeed.", new Binomial(10, 0.5), law -> law);

    private static final double EPSILON = 1e-15;
    private static final int MOST_TERMS = 1_000_000;

    @Override
    public double cdf(double x) {
        if (x < 0 || x >= trials) {
            return x < 0 ? 0 : 1;
        }
        double k = FastMath.floor(x);
        return probability == 0 ? 1 : Beta.regularizedBeta(1 - probability, trials - k, k + 1, EPSILON, MOST_TERMS);
    }

    @Override
    public double quantile(double p) {
        return Inverse.discrete(this::cdf, p, (double) trials, mean());
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x > trials || x != FastMath.rint(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (probability == 0 || probability == 1) {
            return x == probability * trials ? 0 : Double.NEGATIVE_INFINITY;
        }
        return Saddle.logBinomial(x, (double) trials, probability, 1 - probability);
    }

    @Override
    public double mean() {
        return trials * probability;
    }

    @Override
    public boolean discrete() {
        return true;
    }

    @Override
    public double sample(Rng rng) {
        double rare = FastMath.min(probability, 1 - probability);
        if (rare == 0 || trials == 0) {
            return trials * probability;
        }
        double k = trials * rare < 10 ? invert(rare, rng) : reject(rare, rng);
        return probability <= 0.5 ? k : trials - k;
    }

    private double invert(double rare, Rng rng) {
        double left = Law.uniform(rng);
        double odds = rare / (1 - rare);
        double probabilityOfK = FastMath.exp(trials * FastMath.log1p(-rare));
        int k = 0;
        while (left > probabilityOfK && k < trials && probabilityOfK > 0) {
            left -= probabilityOfK;
            k++;
            probabilityOfK *= odds * (trials - k + 1) / k;
        }
        return k;
    }

    private double reject(double rare, Rng rng) {
        double spread = FastMath.sqrt(trials * rare * (1 - rare));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * rare;
        double centre = trials * rare + 0.5;
        double squeeze = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spread;
        double mode = FastMath.floor((trials + 1) * rare);
        double top = Saddle.logBinomial(mode, (double) trials, rare, 1 - rare);
        while (true) {
            double u = Law.uniform(rng) - 0.5;
            double v = Law.uniform(rng);
            double us = 0.5 - FastMath.abs(u);
            double k = FastMath.floor((2 * a / us + b) * u + centre);
            if (k < 0 || k > trials) {
                continue;
            }
            if (us >= 0.07 && v <= squeeze) {
                return k;
            }
            double bound = Saddle.logBinomial(k, (double) trials, rare, 1 - rare) - top;
            if (FastMath.log(v * alpha / (a / (us * us) + b)) <= bound) {
                return k;
            }
        }
    }
}
