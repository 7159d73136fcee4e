package org.semblance.trees;

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
    int[] code = new int[64];

    private final long[] bits = new long[(Feature.MOST >>> 6) + 1];
    private final int[] below = new int[bits.length];

    /** @param most how many rows there can be */
    Ranks(int most) {
        rank = new int[most];
        code = new int[most];
    }

    /** Of the codes of rows from .. to-1; they are less than 64 x {@code bits.length}. */
    void of(int[] codes, int[] rows, int from, int to) {
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
        for (int j = 0; j < to - from; j++) {
            int c = own[j];
            int place = below[c >>> 6] + Long.bitCount(some[c >>> 6] & ((1L << c) - 1));
            own[j] = place;
            code[place] = c;
        }
        for (int w = 0; w < some.length; w++) {
            some[w] = 0;
        }
    }
}
