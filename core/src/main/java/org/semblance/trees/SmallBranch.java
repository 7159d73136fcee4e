package org.semblance.trees;

import java.util.Arrays;
import java.util.List;

/**
 * A branch of a growing tree that at most {@value #MOST} rows with a say come to: their codes and targets copied together,
 * so that memory is walked in order, and sorted once by each feature of many codes; the order is parted with the rows.
 * Finds what is found without it, at about half of the cost. Source of the idea: Mehta, Agrawal and Rissanen (1996), SLIQ,
 * doi:10.1007/BFb0014141.
 */
final class SmallBranch {
    static final int MOST = 512;
    /** A smaller one is not worth the copying. */
    static final int LEAST = 32;
    /** Features of no more codes are counted. */
    private static final int FEW_CODES = 64;

    private static final int[] COUNTED = new int[0];

    /** The features of these rows, numbered from 0. */
    final List<Feature> x;

    private final List<Feature> whole;
    private final Ranks ranks = new Ranks(MOST);
    private final int[] starts = new int[MOST];
    private final boolean[] left = new boolean[MOST];
    private final int[] spare = new int[MOST];
    /** [features] by position in the branch: the code of a row, then the row's number in the lowest 16 bits. */
    private final int[][] sorted;

    private int[] held = new int[0];
    private int base;

    SmallBranch(List<Feature> whole) {
        this.whole = whole;
        x = whole.stream().map(Feature::few).toList();
        sorted = whole.stream()
                .map(feature -> feature.labels() || feature.size() <= FEW_CODES ? COUNTED : new int[MOST])
                .toArray(int[][]::new);
    }

    /**
     * Copies rows from .. to-1 together, and numbers them anew in {@code own} at the same places.
     *
     * @param counting where those begin that have no say
     * @param active the features that matter
     */
    void enter(int[] rows, int from, int counting, int to, int[] active, int[] own) {
        base = from;
        held = Arrays.copyOfRange(rows, from, to);
        for (int i = from; i < to; i++) {
            own[i] = i - from;
        }
        for (int f : active) {
            x.get(f).take(whole.get(f), held, counting < to);
            if (sorted[f].length > 0) {
                if (sorted[f].length < to - from) {
                    // Rows that have no say have places too.
                    sorted[f] = new int[to - from];
                }
                sort(whole.get(f).codes(), rows, from, counting, sorted[f]);
            }
        }
    }

    /** The rows that were copied, in the order of their numbers. */
    int[] held() {
        return held;
    }

    private void sort(int[] codes, int[] rows, int from, int to, int[] out) {
        int m = to - from;
        ranks.of(codes, rows, from, to);
        Arrays.fill(starts, 0, ranks.count, 0);
        for (int j = 0; j < m; j++) {
            starts[ranks.rank[j]]++;
        }
        int at = 0;
        for (int k = 0; k < ranks.count; k++) {
            int here = starts[k];
            starts[k] = at;
            at += here;
        }
        for (int j = 0; j < m; j++) {
            int k = ranks.rank[j];
            out[starts[k]++] = ranks.code[k] << 16 | j;
        }
    }

    /** Gives the rows back their numbers, in the order of the leaves. */
    void leave(int[] rows, int[] own) {
        for (int i = base; i < base + held.length; i++) {
            rows[i] = held[own[i]];
        }
    }

    /** Looks for the best way of parting some rows with a say by a feature, as {@link RiskTarget#search}. */
    boolean search(RiskTarget y, int f, int[] own, int from, int to, int minLeaf) {
        return sorted[f].length == 0
                ? y.search(x.get(f), own, from, to, minLeaf)
                : y.searchSorted(sorted[f], from - base, to - base, minLeaf);
    }

    /**
     * Parts the orders of features as their rows were.
     *
     * @param middle where those begin that went right; those before {@code from + counted} went left and have a say
     */
    void part(int[] own, int from, int counted, int middle, int after, int[] varying) {
        for (int i = from; i < from + counted; i++) {
            left[own[i]] = true;
        }
        for (int i = middle; i < after; i++) {
            left[own[i]] = false;
        }
        int to = from + counted + after - middle - base;
        for (int f : varying) {
            int[] order = sorted[f];
            if (order.length == 0) {
                continue;
            }
            int l = from - base;
            int r = 0;
            for (int i = l; i < to; i++) {
                int one = order[i];
                boolean goes = left[one & 0xFFFF];
                order[l] = one;
                spare[r] = one;
                l += goes ? 1 : 0;
                r += goes ? 0 : 1;
            }
            System.arraycopy(spare, 0, order, middle - base, r);
        }
    }
}
