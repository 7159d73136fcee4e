package org.semblance.trees;

import java.util.Arrays;

/** What a {@link LeafTree} is grown for: which way of parting a node's rows tells most of their values. */
abstract class NodeTarget {
    /** How much the best way found lowers the impurity; at most 0 where there is none. */
    double gain;
    /** The run after which the best way parts, in the order of {@link #order}. */
    int after;
    /** Runs in the order in which they were parted. */
    int[] order = new int[64];

    /** Takes in the rows of a node. */
    abstract void begin(int[] rows, int from, int to);

    /** Whether all rows of the node have the same value. */
    abstract boolean pure();

    final void inOrder(int runs) {
        if (order.length < runs) {
            order = new int[2 * runs];
        }
        for (int i = 0; i < runs; i++) {
            order[i] = i;
        }
    }

    /** Puts runs in ascending order of their scores; equal ones as they stand. */
    final void order(double[] scores, int runs) {
        inOrder(runs);
        if (runs > 40) {
            sort(scores, runs);
            return;
        }
        for (int i = 1; i < runs; i++) {
            int held = order[i];
            int j = i;
            while (j > 0 && scores[order[j - 1]] > scores[held]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = held;
        }
    }

    private void sort(double[] scores, int runs) {
        long[] packed = new long[runs];
        for (int i = 0; i < runs; i++) {
            int bits = Float.floatToIntBits((float) scores[i] + 0f);
            packed[i] = (long) (bits < 0 ? bits ^ 0x7FFFFFFF : bits) << 32 | i;
        }
        Arrays.sort(packed);
        for (int i = 0; i < runs; i++) {
            order[i] = (int) packed[i];
        }
    }
}
