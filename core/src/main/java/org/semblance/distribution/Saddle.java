package org.semblance.distribution;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Logarithms of binomial and Poisson probabilities that stay exact for large numbers, where differences of
 * log-gammas lose all digits.
 *
 * <p>Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // as printed in the source
final class Saddle {
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private Saddle() {}

    /** The logarithm of x^k e^-x / k!, for k >= 0 (whole or not) and x > 0. */
    static double logPoisson(double k, double mean) {
        if (k == 0) {
            return -mean;
        }
        return -stirling(k) - deviance(k, mean) - HALF_LOG_TWO_PI - 0.5 * FastMath.log(k);
    }

    /** The logarithm of n! / (k! (n-k)!) p^k q^(n-k), for 0 <= k <= n (whole or not) and q = 1 - p. */
    static double logBinomial(double k, double n, double p, double q) {
        if (k == 0) {
            return n == 0 ? 0 : n * (p < 0.5 ? FastMath.log1p(-p) : FastMath.log(q));
        }
        if (k == n) {
            return n * (q < 0.5 ? FastMath.log1p(-q) : FastMath.log(p));
        }
        double error = stirling(n) - stirling(k) - stirling(n - k);
        double off = deviance(k, n * p) + deviance(n - k, n * q);
        double width = FastMath.log(k) + FastMath.log1p(-k / n);
        return error - off - HALF_LOG_TWO_PI - 0.5 * width;
    }

    /** What Stirling's formula misses of log n!. */
    static double stirling(double n) {
        if (n < 16) {
            return Gamma.logGamma(n + 1) - (n + 0.5) * FastMath.log(n) + n - HALF_LOG_TWO_PI;
        }
        double s = 1 / (n * n);
        return (1 / 12.0 - s * (1 / 360.0 - s * (1 / 1260.0 - s * (1 / 1680.0 - s * (1 / 1188.0))))) / n;
    }

    /** x log(x / m) + m - x, without loss where x is near m. */
    static double deviance(double x, double m) {
        double d = x - m;
        if (FastMath.abs(d) >= 0.1 * (x + m)) {
            return x * FastMath.log(x / m) - d;
        }
        double v = d / (x + m);
        double sum = d * v;
        double term = 2 * x * v;
        for (int j = 1; j < 1000; j++) {
            term *= v * v;
            double next = sum + term / (2 * j + 1);
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
        return sum;
    }
}
