package org.semblance.distribution;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** Quantiles found by search, where no formula gives them. */
final class Inverse {
    private static final int NEWTON_STEPS = 60;

    private Inverse() {}

    /**
     * Where a continuous law reaches {@code p}, between two bounds that may be infinite: Newton's steps from
     * {@code start} while they stay inside the bracket, halving otherwise. Cost: some ten evaluations; at most about
     * a hundred, since halving goes by the bits of the number and so finds even 1e-300 in 64 steps.
     */
    static double continuous(Law law, double p, double low, double high, double start) {
        if (p <= 0 || p >= 1) {
            return p <= 0 ? low : high;
        }
        double below = low;
        double above = high;
        double x = start;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double miss = law.cdf(x) - p;
            if (miss == 0) {
                return x;
            }
            if (miss < 0) {
                below = x;
            } else {
                above = x;
            }
            double next = x - miss / FastMath.exp(law.logDensity(x));
            if (!(next > below && next < above)) {
                next = middle(below, above);
            }
            if (FastMath.abs(next - x) <= 2 * FastMath.ulp(x)) {
                return next;
            }
            x = next;
        }
        return halve(law::cdf, p, below, above);
    }

    private static double halve(DoubleUnaryOperator cdf, double p, double low, double high) {
        double below = low;
        double above = high;
        while (true) {
            double x = middle(below, above);
            if (!(x > below && x < above)) {
                return above;
            }
            if (cdf.applyAsDouble(x) < p) {
                below = x;
            } else {
                above = x;
            }
        }
    }

    /** The number halfway between two others in the order of all doubles. */
    private static double middle(double low, double high) {
        long a = ordered(Double.doubleToLongBits(low));
        long b = ordered(Double.doubleToLongBits(high));
        return Double.longBitsToDouble(ordered((a & b) + ((a ^ b) >> 1)));
    }

    /** Bits in the order of the numbers they stand for; its own inverse. */
    private static long ordered(long bits) {
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /**
     * The smallest whole number from 0 at which {@code cdf} reaches {@code p}: steps that double away from
     * {@code start}, then halving. Cost: a few dozen evaluations.
     */
    static double discrete(DoubleUnaryOperator cdf, double p, double highest, double start) {
        if (p <= 0 || cdf.applyAsDouble(0) >= p) {
            return 0;
        }
        if (p >= 1) {
            return highest;
        }
        double from = FastMath.max(0, FastMath.min(FastMath.rint(start), highest));
        double below = 0;
        double above = highest;
        double step = 1 + FastMath.rint(FastMath.sqrt(from) / 4);
        if (cdf.applyAsDouble(from) < p) {
            below = from;
            while (below + step < above && cdf.applyAsDouble(below + step) < p) {
                below += step;
                step *= 2;
            }
            above = FastMath.min(above, below + step);
        } else {
            above = from;
            while (above - step > below && cdf.applyAsDouble(above - step) >= p) {
                above -= step;
                step *= 2;
            }
            below = FastMath.max(below, above - step);
        }
        while (above - below > 1) {
            double x = FastMath.floor(below + (above - below) / 2);
            if (cdf.applyAsDouble(x) < p) {
                below = x;
            } else {
                above = x;
            }
        }
        return above;
    }
}
