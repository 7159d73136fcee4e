package org.semblance.trees;

import java.util.Arrays;

/**
 * Which codes of a feature few rows have, and each row's place among them: a bit for each code that occurs, and how many
 * bits stand below it. Cost O(rows + codes / 64), without a branch that is hard to guess.
 */
final class Ranks {
    /** How many different codes there are. */
    int count;
    /** [rows] the place of each row's code, in the order of the rows. */
    final int[] rank;
    /** [count] the codes, ascending. */
    final int[] code;

    private final long[] bits = new long[(Feature.MOST >>> 6) + 1];
    private final int[] below = new int[bits.length];

    /** @param most how many rows there can be */
    Ranks(int most) {
        rank = new int[most];
        code = new int[most];
    }

    /** Of the codes of rows from .. to-1; they are less than 64 x {@code bits.length}. */
    void of(int[] codes, int[] rows, int from, int to) {
        begin(codes, rows, from, to);
        for (int j = 0; j < to - from; j++) {
            rank[j] = place(rank[j]);
        }
        Arrays.fill(bits, 0);
    }

    /** The same, and adds up each row's value and weight by rank instead of keeping the ranks. */
    void addUp(int[] codes, int[] rows, int from, int to, Sums add) {
        begin(codes, rows, from, to);
        double[] values = add.values;
        int[] weights = add.weights;
        double[] by = add.by;
        int[] tally = add.tally;
        for (int j = 0; j < to - from; j++) {
            int k = place(rank[j]);
            by[k] += values[j];
            tally[k] += weights[j];
        }
        Arrays.fill(bits, 0);
    }

    /**
     * What is added up.
     *
     * @param values [rows] with weights, to {@code by} and {@code tally} by rank
     */
    record Sums(double[] values, int[] weights, double[] by, int[] tally) {}

    private void begin(int[] codes, int[] rows, int from, int to) {
        long[] some = bits;
        int[] own = rank;
        for (int i = from, j = 0; i < to; i++, j++) {
            int c = codes[rows[i]];
            own[j] = c;
            some[c >>> 6] |= 1L << c;
        }
        int n = 0;
        for (int w = 0; w < some.length; w++) {
            below[w] = n;
            n += Long.bitCount(some[w]);
        }
        count = n;
    }

    /** How many codes that occur are less than one that does. */
    private int place(int c) {
        int w = c >>> 6;
        int place = below[w] + Long.bitCount(bits[w] & ((1L << c) - 1));
        code[place] = c;
        return place;
    }
}
