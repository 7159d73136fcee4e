package org.semblance.linkage.score;

/** Sorts pairs, with a score each or without, in time that grows with their number only (radix, 11 bits a pass). */
final class PairSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private PairSort() {}

    /** Sorts the first {@code n}; the sorted arrays are those returned, of the same length as given. */
    static Sorted sort(long[] keys, double[] scores, int n) {
        long used = 0;
        boolean rising = true;
        for (int i = 0; i < n; i++) {
            used |= keys[i];
            rising &= i == 0 || keys[i - 1] <= keys[i];
        }
        Sorted from = new Sorted(keys, scores);
        if (rising) {
            return from;
        }
        Sorted to = new Sorted(new long[n], new double[scores.length == 0 ? 0 : n]);
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if (((used >>> shift) & (BUCKETS - 1)) != 0) {
                pass(from, to, n, shift);
                Sorted held = from;
                from = to;
                to = held;
            }
        }
        return from;
    }

    record Sorted(long[] keys, double[] scores) {}

    private static void pass(Sorted from, Sorted to, int n, int shift) {
        int[] next = new int[BUCKETS];
        for (int i = 0; i < n; i++) {
            next[(int) (from.keys[i] >>> shift) & (BUCKETS - 1)]++;
        }
        int sum = 0;
        for (int b = 0; b < BUCKETS; b++) {
            int count = next[b];
            next[b] = sum;
            sum += count;
        }
        boolean scored = from.scores.length > 0;
        for (int i = 0; i < n; i++) {
            int at = next[(int) (from.keys[i] >>> shift) & (BUCKETS - 1)]++;
            to.keys[at] = from.keys[i];
            if (scored) {
                to.scores[at] = from.scores[i];
            }
        }
    }
}
