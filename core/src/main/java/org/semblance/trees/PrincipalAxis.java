package org.semblance.trees;

import java.util.Arrays;

/**
 * Where runs of labels lie along the first principal component of their class shares, by power iteration: O(rows) or
 * O(labels x classes) a step, whichever is less, never 2^labels. Source: Coppersmith, Hong and Hosking (1999),
 * doi:10.1023/A:1009869804967.
 */
final class PrincipalAxis {
    private static final int STEPS = 8;

    private final double[] axis;
    private final double[] turned;
    private double[] scores = new double[64];

    PrincipalAxis(int classes) {
        axis = new double[classes];
        turned = new double[classes];
    }

    /**
     * @param runs how many there are, and what they weigh
     * @param byClass what each class weighs in all of them, together {@code total}
     */
    double[] scores(ClassRuns parts, Occurring runs, int[] byClass, int total) {
        if (scores.length < runs.count) {
            scores = new double[2 * runs.count];
        }
        for (int c = 0; c < axis.length; c++) {
            axis[c] = (c * 0.6180339887498949) % 1;
        }
        for (int step = 0; ; step++) {
            along(parts, runs);
            if (step == STEPS || !turn(parts, runs.count, mean(byClass, total))) {
                return scores;
            }
        }
    }

    private double mean(int[] byClass, int total) {
        double mean = 0;
        for (int c = 0; c < axis.length; c++) {
            mean += axis[c] * byClass[c] / total;
        }
        return mean;
    }

    private void along(ClassRuns parts, Occurring runs) {
        int[] classes = parts.classes();
        int[] weights = parts.weights();
        for (int k = 0; k < runs.count; k++) {
            int shift = parts.shift(k);
            double sum = 0;
            for (int i = parts.begin[k]; i < parts.end[k]; i++) {
                sum += axis[classes[i - shift]] * weights[i];
            }
            scores[k] = sum / runs.size[k];
        }
    }

    /** One step of the power iteration; false where the class shares do not differ. */
    private boolean turn(ClassRuns parts, int runs, double mean) {
        int[] classes = parts.classes();
        int[] weights = parts.weights();
        Arrays.fill(turned, 0);
        for (int k = 0; k < runs; k++) {
            int shift = parts.shift(k);
            double own = scores[k] - mean;
            for (int i = parts.begin[k]; i < parts.end[k]; i++) {
                turned[classes[i - shift]] += own * weights[i];
            }
        }
        double largest = 0;
        for (double value : turned) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest > 1e-12)) {
            return false;
        }
        for (int c = 0; c < axis.length; c++) {
            axis[c] = turned[c] / largest;
        }
        return true;
    }
}
