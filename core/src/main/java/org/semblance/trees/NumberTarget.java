package org.semblance.trees;

/** Numbers: parted so that the sum of squares within falls most. Labels are tried in the order of their means (exact). */
final class NumberTarget extends RiskTarget {
    /** Gains below this share of the node's sum of squares are rounding error. */
    private static final double SMALL = 1e-12;

    private final double[] values;
    private double[] sums = new double[64];
    private double[] means = new double[64];
    private int size;
    private double sum;
    private double squares;

    /** @param values of all rows, about their mean */
    NumberTarget(double[] values) {
        this.values = values;
    }

    @Override
    void begin(int[] rows, int from, int to) {
        size = to - from;
        sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[rows[i]];
        }
        double mean = sum / size;
        squares = 0;
        for (int i = from; i < to; i++) {
            double off = values[rows[i]] - mean;
            squares += off * off;
        }
    }

    @Override
    double risk() {
        return squares;
    }

    @Override
    boolean pure() {
        return squares <= SMALL * SMALL;
    }

    @Override
    void search(Runs runs, boolean labels, int minLeaf) {
        if (sums.length < runs.count) {
            sums = new double[2 * runs.count];
            means = new double[2 * runs.count];
        }
        for (int k = 0; k < runs.count; k++) {
            double own = 0;
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                own += values[runs.sorted[i]];
            }
            sums[k] = own;
            means[k] = own / (runs.start[k + 1] - runs.start[k]);
        }
        if (labels) {
            order(means, runs.count);
        } else {
            inOrder(runs.count);
        }
        gain = SMALL * squares;
        after = -1;
        double leftSum = 0;
        int left = 0;
        double whole = sum * sum / size;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            leftSum += sums[k];
            left += runs.start[k + 1] - runs.start[k];
            if (left < minLeaf) {
                continue;
            }
            if (size - left < minLeaf) {
                break;
            }
            double rightSum = sum - leftSum;
            double better = leftSum * leftSum / left + rightSum * rightSum / (size - left) - whole;
            if (better > gain) {
                gain = better;
                after = j;
            }
        }
    }
}
