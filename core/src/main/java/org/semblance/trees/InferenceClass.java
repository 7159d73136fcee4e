package org.semblance.trees;

import java.util.Arrays;

/**
 * Labels: parted where one of the classes' standardised counts differs most from what independence would give; labels of a
 * feature in the order of their share of that class, for each class.
 */
final class InferenceClass extends InferenceTarget {
    private static final double SMALL = 1e-14;

    private final int[] of;
    private final int[] total;
    private final double[] sums;
    private final int[] left;
    private double[] shares = new double[64];
    private int[] bestOrder = new int[64];
    private int size;
    private int present;

    InferenceClass(int[] of, int classes) {
        this.of = of;
        total = new int[classes];
        sums = new double[classes];
        left = new int[classes];
    }

    @Override
    void begin(int[] rows, int from, int to) {
        size = to - from;
        Arrays.fill(total, 0);
        present = 0;
        for (int i = from; i < to; i++) {
            present += total[of[rows[i]]]++ == 0 ? 1 : 0;
        }
    }

    @Override
    boolean pure() {
        return present < 2;
    }

    @Override
    void testNumbers(int[] codes, double[] numbers, int[] rows, int from, int to) {
        Arrays.fill(sums, 0);
        double x = 0;
        double xx = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            double own = numbers[codes[row]];
            x += own;
            xx += own * own;
            sums[of[row]] += own;
        }
        double spread = xx - x * x / size;
        freedom = spread > SMALL * xx ? present - 1 : 0;
        double between = 0;
        for (int c = 0; c < sums.length && freedom > 0; c++) {
            if (total[c] > 0) {
                double off = sums[c] - total[c] * x / size;
                between += off * off / total[c];
            }
        }
        statistic = freedom == 0 ? 0 : (size - 1) * between / spread;
    }

    @Override
    void testLabels(Runs runs) {
        Arrays.fill(left, 0);
        double sum = 0;
        for (int k = 0; k < runs.count; k++) {
            int count = runs.start[k + 1] - runs.start[k];
            double own = 0;
            // The sum of count^2 / total over the classes of the run, built up row by row.
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                int c = of[runs.sorted[i]];
                own += (2.0 * left[c]++ + 1) / total[c];
            }
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                left[of[runs.sorted[i]]] = 0;
            }
            sum += own / count;
        }
        freedom = (runs.count - 1) * (present - 1);
        statistic = (size - 1) * (sum - 1);
    }

    @Override
    void search(Runs runs, boolean labels, int minLeaf) {
        gain = 0;
        after = -1;
        if (!labels || present == 2) {
            if (labels) {
                order(shares(runs, firstPresent()), runs.count);
            } else {
                inOrder(runs.count);
            }
            scan(runs, minLeaf, -1);
            return;
        }
        for (int c = 0; c < total.length; c++) {
            if (total[c] > 0) {
                order(shares(runs, c), runs.count);
                double before = gain;
                scan(runs, minLeaf, c);
                if (gain > before) {
                    bestOrder = Arrays.copyOf(order, runs.count);
                }
            }
        }
        System.arraycopy(bestOrder, 0, order, 0, Math.min(runs.count, bestOrder.length));
    }

    private int firstPresent() {
        int c = 0;
        while (total[c] == 0) {
            c++;
        }
        return c;
    }

    private double[] shares(Runs runs, int c) {
        if (shares.length < runs.count) {
            shares = new double[2 * runs.count];
        }
        for (int k = 0; k < runs.count; k++) {
            int count = 0;
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                count += of[runs.sorted[i]] == c ? 1 : 0;
            }
            shares[k] = (double) count / (runs.start[k + 1] - runs.start[k]);
        }
        return shares;
    }

    /** @param only the class that is looked at; -1 for all */
    private void scan(Runs runs, int minLeaf, int only) {
        Arrays.fill(left, 0);
        int goes = 0;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            for (int i = runs.start[k]; i < runs.start[k + 1]; i++) {
                left[of[runs.sorted[i]]]++;
            }
            goes += runs.start[k + 1] - runs.start[k];
            if (goes < minLeaf || size - goes < minLeaf) {
                continue;
            }
            double most = 0;
            for (int c = Math.max(0, only); c < (only < 0 ? left.length : only + 1); c++) {
                most = Math.max(most, standardised(left[c], total[c], goes));
            }
            double better = most / ((double) goes * (size - goes));
            if (better > gain) {
                gain = better;
                after = j;
            }
        }
    }

    /** The square of a standardised count but for what all classes share. */
    private double standardised(int here, int all, int goes) {
        if (all == 0) {
            return 0;
        }
        double p = (double) all / size;
        double off = here - goes * p;
        return off * off / (p * (1 - p));
    }
}
