package org.semblance.constraint;

/** Numbers on the steps of a column that has so many decimals, as their texts are read. */
final class Rounding {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private Rounding() {}

    static double to(double value, int decimals) {
        double scale = POWERS[Math.min(decimals, POWERS.length - 1)];
        return Math.rint(value * scale) / scale;
    }

    static double step(int decimals) {
        return 1 / POWERS[Math.min(decimals, POWERS.length - 1)];
    }
}
