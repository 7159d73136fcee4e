package org.semblance.trees;

import java.util.Arrays;

/**
 * Labels: parted so that the Gini impurity falls most.
 *
 * <p>Labels of a predictor are tried in the order of their share of one class where there are two (exact), else along
 * the first principal component of their class shares, by power iteration over the rows: O(rows) a step, never 2^labels.
 * Source: Coppersmith, Hong and Hosking (1999), doi:10.1023/A:1009869804967.
 */
final class ClassTarget extends RiskTarget {
    private static final int STEPS = 8;

    private final int[] of;
    private final int[] total;
    private final int[] left;
    private final boolean byError;
    private final double[] axis;
    private final double[] next;
    private double[] scores = new double[64];
    private int size;
    private double squares;

    ClassTarget(int[] of, int classes, boolean byError) {
        this.of = of;
        this.byError = byError;
        total = new int[classes];
        left = new int[classes];
        axis = new double[classes];
        next = new double[classes];
    }

    @Override
    void begin(int[] rows, int from, int to) {
        size = to - from;
        Arrays.fill(total, 0);
        for (int i = from; i < to; i++) {
            total[of[rows[i]]]++;
        }
        squares = 0;
        for (int count : total) {
            squares += (double) count * count;
        }
    }

    @Override
    double risk() {
        if (!byError) {
            return size - squares / Math.max(1, size);
        }
        int most = 0;
        for (int count : total) {
            most = Math.max(most, count);
        }
        return size - most;
    }

    @Override
    boolean pure() {
        return squares == (double) size * size;
    }

    @Override
    void search(Runs runs, boolean labels, int minLeaf) {
        if (labels && runs.count > 2) {
            order(scores(runs), runs.count);
        } else {
            inOrder(runs.count);
        }
        Arrays.fill(left, 0);
        gain = 1e-9;
        after = -1;
        double leftSquares = 0;
        double rightSquares = squares;
        double whole = squares / size;
        int leftSize = 0;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                int c = of[runs.sorted[i]];
                int l = left[c]++;
                leftSquares += 2.0 * l + 1;
                rightSquares -= 2.0 * (total[c] - l) - 1;
            }
            leftSize += runs.start[k + 1] - runs.start[k];
            if (leftSize < minLeaf) {
                continue;
            }
            if (size - leftSize < minLeaf) {
                break;
            }
            double better = leftSquares / leftSize + rightSquares / (size - leftSize) - whole;
            if (better > gain) {
                gain = better;
                after = j;
            }
        }
    }

    private double[] scores(Runs runs) {
        if (scores.length < runs.count) {
            scores = new double[2 * runs.count];
        }
        int classes = total.length;
        for (int c = 0; c < classes; c++) {
            axis[c] = classes == 2 ? c : (c * 0.6180339887498949) % 1;
        }
        for (int step = 0; ; step++) {
            for (int k = 0; k < runs.count; k++) {
                double sum = 0;
                for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                    sum += axis[of[runs.sorted[i]]];
                }
                scores[k] = sum / (runs.start[k + 1] - runs.start[k]);
            }
            if (classes == 2 || step == STEPS || !turn(runs)) {
                return scores;
            }
        }
    }

    /** One step of the power iteration; false where the class shares do not differ. */
    private boolean turn(Runs runs) {
        double mean = 0;
        for (int c = 0; c < axis.length; c++) {
            mean += axis[c] * total[c] / size;
        }
        Arrays.fill(next, 0);
        for (int k = 0; k < runs.count; k++) {
            double own = scores[k] - mean;
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                next[of[runs.sorted[i]]] += own;
            }
        }
        double largest = 0;
        for (double value : next) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest > 1e-12)) {
            return false;
        }
        for (int c = 0; c < axis.length; c++) {
            axis[c] = next[c] / largest;
        }
        return true;
    }
}
