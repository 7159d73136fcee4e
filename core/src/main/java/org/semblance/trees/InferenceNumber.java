package org.semblance.trees;

/** Numbers: parted where the standardised difference of the sums is largest; labels in the order of their means (exact). */
final class InferenceNumber extends InferenceTarget {
    /** Sums of squares below this share are rounding error. */
    private static final double SMALL = 1e-14;

    private final double[] values;
    private double[] sums = new double[64];
    private double[] means = new double[64];
    private int size;
    private double sum;
    private double within;

    /** @param values of all rows, about their mean */
    InferenceNumber(double[] values) {
        this.values = values;
    }

    @Override
    void begin(int[] rows, int from, int to) {
        size = to - from;
        sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double y = values[rows[i]];
            sum += y;
            squares += y * y;
        }
        double mean = sum / size;
        within = 0;
        for (int i = from; i < to; i++) {
            double off = values[rows[i]] - mean;
            within += off * off;
        }
        within = within <= SMALL * squares ? 0 : within;
    }

    @Override
    boolean pure() {
        return !(within > 0);
    }

    @Override
    void testNumbers(int[] codes, double[] numbers, int[] rows, int from, int to) {
        double x = 0;
        double xx = 0;
        double xy = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            double own = numbers[codes[row]];
            x += own;
            xx += own * own;
            xy += own * values[row];
        }
        double spread = xx - x * x / size;
        double together = xy - x * sum / size;
        freedom = spread > SMALL * xx ? 1 : 0;
        statistic = freedom == 0 ? 0 : (size - 1) * (together / spread) * (together / within);
    }

    @Override
    void testLabels(Runs runs) {
        double between = 0;
        for (int k = 0; k < runs.count; k++) {
            double own = 0;
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                own += values[runs.sorted[i]];
            }
            int count = runs.start[k + 1] - runs.start[k];
            double off = own - count * sum / size;
            between += off * off / count;
        }
        freedom = runs.count - 1;
        statistic = (size - 1) * between / within;
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
        gain = 0;
        after = -1;
        double leftSum = 0;
        int left = 0;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            leftSum += sums[k];
            left += runs.start[k + 1] - runs.start[k];
            if (left < minLeaf || size - left < minLeaf) {
                continue;
            }
            double off = leftSum - left * sum / size;
            double better = off * off / ((double) left * (size - left));
            if (better > gain) {
                gain = better;
                after = j;
            }
        }
    }
}
