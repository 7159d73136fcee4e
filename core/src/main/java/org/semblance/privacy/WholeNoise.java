package org.semblance.privacy;

import java.security.SecureRandom;

/**
 * Whole numbers of the discrete Laplace law: P(k) falls by the factor exp(-1/scale) for each step away from 0. Added to
 * counts of which one person's change moves those of the table by at most s in all, a scale of s / epsilon keeps
 * epsilon-differential privacy, without the traces that rounding leaves in continuous noise.
 *
 * <p>From {@link SecureRandom}; it has no seed, so that what is made with it cannot be made again. Source: Ghosh,
 * Roughgarden and Sundararajan (2009), Universally utility-maximizing privacy mechanisms, doi:10.1145/1536414.1536464;
 * Mironov (2012), On significance of the least significant bits for differential privacy, doi:10.1145/2382196.2382264.
 */
public final class WholeNoise {
    private final SecureRandom random = new SecureRandom();
    private final double scale;

    public WholeNoise(double scale) {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale " + scale);
        }
        this.scale = scale;
    }

    /** One draw: the difference of two geometric numbers. */
    public long next() {
        long up = geometric();
        return up - geometric();
    }

    private long geometric() {
        return (long) Math.floor(-scale * Math.log(uniform()));
    }

    /** Above 0 and below 1. */
    private double uniform() {
        return ((random.nextLong() >>> 11) + .5) * 0x1p-53;
    }

    /** The mean of the draws above 0, those below counted as 0. */
    public double meanAbove() {
        double factor = Math.exp(-1 / scale);
        return factor / (1 - factor * factor);
    }

    /** A whole number below a bound, all equally likely. */
    public long below(long bound) {
        return random.nextLong(bound);
    }

    /** Which of equal draws comes first, above 0 and below 1: the larger one, whoever they belong to. */
    public double tie() {
        return uniform();
    }

    /** The draws of so many, the largest first, without making the others. */
    public Largest largest(long count) {
        return new Largest(count);
    }

    /** Draws in descending order. */
    public final class Largest {
        private long left;
        private double logU;
        private double tie;

        private Largest(long count) {
            left = count;
        }

        /** The next draw; 0 where it would not be above 0, or there is none left. */
        public long next() {
            if (left <= 0) {
                return 0;
            }
            // The order statistics of uniform numbers from the top: each is the one before times V^(1/left).
            logU += Math.log(uniform()) / left--;
            double above = -Math.expm1(logU) * (1 + Math.exp(-1 / scale));
            long draw = Math.max(0, (long) Math.floor(-scale * Math.log(above)));
            // Of P(X >= k) a^k / (1 + a), what lies between a^draw and a^(draw + 1) is spread evenly among equal draws.
            double most = Math.exp(-draw / scale);
            tie = (most - above) / -(most * Math.expm1(-1 / scale));
            return draw;
        }

        /** The {@link WholeNoise#tie} of the last draw above 0: those of equal ones descend too. */
        public double tie() {
            return tie;
        }
    }
}
