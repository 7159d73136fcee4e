package org.semblance.trees;

import org.hipparchus.special.Gamma;

/** The upper tail of the chi-squared law as a logarithm, also where its chance is too small for a double. */
final class ChiSquareTail {
    private static final int STEPS = 500;
    private static final double TINY = 1e-300;

    private ChiSquareTail() {}

    static double log(double x, int freedom) {
        double a = freedom / 2.0;
        double half = x / 2;
        if (half < a + 1) {
            return Math.log(Gamma.regularizedGammaQ(a, half));
        }
        // Legendre's continued fraction of the incomplete gamma function, by Lentz's way (DLMF 8.9.2).
        double b = half + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < STEPS; i++) {
            double an = -i * (i - a);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.abs(d) < TINY ? TINY : d);
            c = b + an / c;
            c = Math.abs(c) < TINY ? TINY : c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return a * Math.log(half) - half - Gamma.logGamma(a) + Math.log(h);
    }
}
