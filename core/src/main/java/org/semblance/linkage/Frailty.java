package org.semblance.linkage;

import java.util.Arrays;
import org.semblance.distribution.Gamma;
import org.semblance.random.Rng;

/**
 * The rates of one row where some records, clerks or sources are worse than others; of one thread. {@link Together} says
 * how; what belongs to a source and a clerk is reckoned once and kept, so that a row costs one gamma draw and, for an
 * error that comes or nearly comes, one exponential.
 *
 * <p>The sources are few, so they do not draw: theirs are the quantiles of the gamma law at (k + 1/2) / sources, with a
 * hazard such that the mean of the rates over them is the rate exactly.
 */
final class Frailty {
    private final Together together;
    private final Rng clerks;
    private final double[][] ofSource;
    private final double[][] hazards;
    private final long[] clerkOf;

    /** @param ofSource what {@link #ofSources} has reckoned */
    Frailty(Together together, double[][] ofSource, Rng rng) {
        this.together = together;
        this.ofSource = ofSource;
        clerks = rng.child("clerk");
        hazards = new double[ofSource.length][ofSource[0].length];
        clerkOf = new long[ofSource.length];
        Arrays.fill(clerkOf, -1);
    }

    /** The rates of every source. */
    static double[][] ofSources(Together together, double[] rates) {
        int sources = together.source() == 0 ? 1 : together.sources();
        double[][] out = new double[sources][rates.length];
        double[] factors = factors(sources, together.source());
        for (int r = 0; r < rates.length; r++) {
            double hazard = hazard(rates[r], factors);
            for (int s = 0; s < sources; s++) {
                out[s][r] = rates[r] >= 1 ? 1 : -StrictMath.expm1(-hazard * factors[s]);
            }
        }
        return out;
    }

    private static double[] factors(int sources, double spread) {
        double[] out = new double[sources];
        for (int s = 0; s < sources; s++) {
            out[s] = spread == 0 ? 1 : new Gamma(1 / spread, spread).quantile((s + 0.5) / sources);
        }
        return out;
    }

    /** The hazard with which the mean over the factors of 1 - exp(-hazard factor) is the rate. */
    private static double hazard(double rate, double[] factors) {
        if (rate <= 0 || rate >= 1) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (mean(high, factors) < rate && high < 1e300) {
            high *= 2;
        }
        for (int i = 0; i < 200 && low < high; i++) {
            double middle = (low + high) / 2;
            if (mean(middle, factors) < rate) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double mean(double hazard, double[] factors) {
        double sum = 0;
        for (double factor : factors) {
            sum -= StrictMath.expm1(-hazard * factor);
        }
        return sum / factors.length;
    }

    /** With factors of mean 1 and variance {@code spread}: the hazard of which the mean rate is {@code rate}. */
    static double hazard(double rate, double spread) {
        return spread == 0 ? -StrictMath.log1p(-rate) : StrictMath.expm1(-spread * StrictMath.log1p(-rate)) / spread;
    }

    private static double factor(double spread, Rng rng) {
        return spread == 0 ? 1 : new Gamma(1 / spread, spread).sample(rng);
    }

    /**
     * The hazards of a row by rate, infinite for a rate of 1. An error comes with probability 1 - exp(-hazard factor).
     *
     * @param dice the row's own randomness, from which its source is drawn
     */
    double[] hazards(long row, Rng dice) {
        int source = ofSource.length == 1 ? 0 : dice.nextInt(ofSource.length);
        long clerk = row / together.clerkRows();
        if (clerkOf[source] != clerk) {
            clerkOf[source] = clerk;
            double factor = factor(together.clerk(), clerks.child(clerk).child(source));
            for (int r = 0; r < hazards[source].length; r++) {
                double rate = -StrictMath.expm1(-factor * hazard(ofSource[source][r], together.clerk()));
                hazards[source][r] = hazard(rate, together.record());
            }
        }
        return hazards[source];
    }

    /** The row's own factor. */
    double factor(Rng dice) {
        return factor(together.record(), dice);
    }

    static boolean comes(double hazard, double factor, Rng dice) {
        double reach = hazard * factor;
        double u = dice.nextDouble();
        // 1 - exp(-x) is at most x, so most rows need no exponential.
        return u < reach && u < -StrictMath.expm1(-reach);
    }
}
