package org.semblance.trees;

import java.util.Arrays;

/** The rows of a node put in the order of their codes of one feature: a run for each code that occurs. */
final class Runs extends Occurring {
    /** Rows in order of their code. */
    final int[] sorted;
    /** Where each run begins, and where the last ends. */
    final int[] start;

    private final long[] packed;
    private int[] tally = new int[256];

    Runs(int rows) {
        super(rows);
        sorted = new int[rows];
        start = new int[rows + 1];
        packed = new long[Math.min(rows, Feature.MOST)];
    }

    void of(Feature feature, int[] rows, int from, int to) {
        int m = to - from;
        if (m <= packed.length && m * 4L < feature.size()) {
            bySort(feature, rows, from, m);
        } else {
            byCount(feature, rows, from, to);
        }
        for (int k = 0; k < count; k++) {
            size[k] = start[k + 1] - start[k];
        }
    }

    private void bySort(Feature feature, int[] rows, int from, int m) {
        int[] codes = feature.codes();
        for (int i = 0; i < m; i++) {
            packed[i] = (long) codes[rows[from + i]] << 32 | i;
        }
        Arrays.sort(packed, 0, m);
        count = 0;
        for (int i = 0; i < m; i++) {
            int own = (int) (packed[i] >>> 32);
            sorted[i] = rows[from + (int) packed[i]];
            if (count == 0 || code[count - 1] != own) {
                start[count] = i;
                code[count++] = own;
            }
        }
        start[count] = m;
    }

    private void byCount(Feature feature, int[] rows, int from, int to) {
        int size = feature.size();
        if (tally.length < size) {
            tally = new int[2 * size];
        }
        Arrays.fill(tally, 0, size, 0);
        int[] codes = feature.codes();
        for (int i = from; i < to; i++) {
            tally[codes[rows[i]]]++;
        }
        count = 0;
        int at = 0;
        for (int k = 0; k < size; k++) {
            int here = tally[k];
            tally[k] = at;
            if (here > 0) {
                start[count] = at;
                code[count++] = k;
                at += here;
            }
        }
        start[count] = at;
        if (count > 1) {
            for (int i = from; i < to; i++) {
                int row = rows[i];
                sorted[tally[codes[row]]++] = row;
            }
        }
    }
}
