package org.semblance.trees;

import java.util.Arrays;

/** The best question found so far for one node, and the search for a better one in a feature's histogram. */
final class Split {
    /** Below this a gain is rounding error, as XGBoost's kRtEps. */
    private static final double LEAST_GAIN = 1e-6;

    private final double lambda;
    private final double minChild;
    private final double gamma;
    private long[] order = new long[64];

    int feature;
    int at;
    byte route;
    int[] set = new int[0];
    double gain;

    private double sumG;
    private double sumH;
    private double whole;

    Split(Boosting.Settings settings) {
        lambda = settings.lambda();
        minChild = settings.minChild();
        gamma = settings.gamma();
    }

    /** Forgets what was found, for a node with these sums. */
    void begin(double g, double h) {
        sumG = g;
        sumH = h;
        whole = g * g / (h + lambda);
        gain = Math.max(LEAST_GAIN, gamma);
        feature = -1;
    }

    boolean found() {
        return feature >= 0;
    }

    /** What the node gains where its left side has these sums, or less than nothing where a side is too small. */
    private double gain(double g, double h) {
        double otherH = sumH - h;
        if (h < minChild || otherH < minChild) {
            return -1;
        }
        double otherG = sumG - g;
        return g * g / (h + lambda) + otherG * otherG / (otherH + lambda) - whole;
    }

    /** Tries every code of a feature with an order; {@code from} is where its codes begin in the histogram. */
    void numbers(int f, double[] histogram, int from, int size) {
        double missingG = histogram[2 * from];
        double missingH = histogram[2 * from + 1];
        boolean missing = missingG != 0 || missingH != 0;
        int last = missing ? size - 1 : size - 2;
        double g = 0;
        double h = 0;
        for (int code = 1; code <= last; code++) {
            double codeG = histogram[2 * (from + code)];
            double codeH = histogram[2 * (from + code) + 1];
            if (codeG == 0 && codeH == 0) {
                continue;
            }
            g += codeG;
            h += codeH;
            double apart = gain(g, h);
            if (apart > gain) {
                take(f, apart, code, Ensemble.MISSING_RIGHT);
            }
            if (missing) {
                double together = gain(g + missingG, h + missingH);
                if (together > gain) {
                    take(f, together, code, Ensemble.MISSING_LEFT);
                }
            }
        }
    }

    private void take(int f, double better, int code, byte way) {
        gain = better;
        feature = f;
        at = code;
        route = way;
    }

    /** Tries every cut of a feature's labels in the order of their gradient; a missing value is one more label. */
    void labels(int f, double[] histogram, int from, int size) {
        if (order.length < size) {
            order = new long[2 * size];
        }
        int present = 0;
        for (int code = 0; code < size; code++) {
            double g = histogram[2 * (from + code)];
            double h = histogram[2 * (from + code) + 1];
            if (g != 0 || h != 0) {
                order[present++] = sortable((float) (g / (h + lambda))) << 16 | code;
            }
        }
        Arrays.sort(order, 0, present);
        double g = 0;
        double h = 0;
        int best = -1;
        for (int i = 0; i + 1 < present; i++) {
            int code = (int) (order[i] & 0xFFFF);
            g += histogram[2 * (from + code)];
            h += histogram[2 * (from + code) + 1];
            double found = gain(g, h);
            if (found > gain) {
                take(f, found, 0, Ensemble.SET);
                best = i;
            }
        }
        if (best >= 0) {
            set = new int[(size + 31) >>> 5];
            for (int i = 0; i <= best; i++) {
                int code = (int) (order[i] & 0xFFFF);
                set[code >>> 5] |= 1 << code;
            }
        }
    }

    /** The float's bits in an order that whole numbers share. */
    private static long sortable(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits < 0 ? bits ^ 0x7FFFFFFF : bits;
    }

    boolean goesLeft(int code) {
        return switch (route) {
            case Ensemble.MISSING_LEFT -> code <= at;
            case Ensemble.MISSING_RIGHT -> code != 0 && code <= at;
            default -> (set[code >>> 5] >>> code & 1) != 0;
        };
    }
}
