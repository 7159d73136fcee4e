package org.semblance.trees;

import java.util.Arrays;
import org.semblance.trees.SplitRule.Split;

/**
 * The rows of a subtree of at most {@value #MOST} rows, copied together so that memory is walked in order, and searched
 * by counting sort: both sides' sums of squares are updated in O(1) a row. Predictors that no longer vary are dropped.
 */
final class SmallNodes {
    /** A larger node is searched by histograms. */
    static final int MOST = 8000;

    private final Cart.Data data;
    private final SplitRule rule;
    private final byte[][] codes;
    private final byte[] target;
    private final int[] loaded;
    private final int[] order;
    private final int[] spare;
    private final int[] counts = new int[257];
    private final byte[] sorted;
    private final int[] total;
    private final int[] leftCounts;
    private final int[] rightCounts;
    private int size;
    private Split found = Split.NONE;
    private double best;

    SmallNodes(Cart.Data data, SplitRule rule, int rows) {
        this.data = data;
        this.rule = rule;
        int most = Math.min(rows, MOST);
        codes = new byte[data.predictors().length][most];
        target = new byte[most];
        loaded = new int[most];
        order = new int[most];
        spare = new int[most];
        sorted = new byte[most];
        total = new int[data.classes()];
        leftCounts = new int[data.classes()];
        rightCounts = new int[data.classes()];
    }

    /** Takes the rows from .. to-1 of an array of row numbers. */
    void load(int[] rows, int from, int to) {
        size = to - from;
        for (int i = 0; i < size; i++) {
            int row = rows[from + i];
            loaded[i] = row;
            order[i] = i;
            target[i] = data.target()[row];
        }
        for (int f = 0; f < codes.length; f++) {
            byte[] in = data.predictors()[f];
            byte[] out = codes[f];
            for (int i = 0; i < size; i++) {
                out[i] = in[loaded[i]];
            }
        }
    }

    /** Puts the row numbers back, in the order of the leaves. */
    void store(int[] rows, int from) {
        for (int i = 0; i < size; i++) {
            rows[from + i] = loaded[order[i]];
        }
    }

    /** The split that the last search found. */
    Split found() {
        return found;
    }

    /**
     * Searches the best split of the rows from .. to-1.
     *
     * @param active the predictors to look at; those that vary are moved to the front
     * @return how many vary
     */
    int search(int from, int to, int[] active, int count) {
        int m = to - from;
        found = Split.NONE;
        Arrays.fill(total, 0);
        for (int i = from; i < to; i++) {
            total[target[order[i]] & 0xFF]++;
        }
        long squares = 0;
        for (int one : total) {
            squares += (long) one * one;
        }
        if (squares == (long) m * m) {
            return count;
        }
        best = squares / (double) m + rule.threshold(total, m);
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int f = active[k];
            if (sort(codes[f], from, to)) {
                active[kept++] = f;
                scan(f, m, (int) squares);
            }
        }
        return kept;
    }

    /** Counting sort of the targets by a predictor's code; false where all codes are equal. */
    private boolean sort(byte[] of, int from, int to) {
        Arrays.fill(counts, 0);
        int first = of[order[from]] & 0xFF;
        int differences = 0;
        for (int i = from; i < to; i++) {
            int k = of[order[i]] & 0xFF;
            differences |= k ^ first;
            counts[k + 1]++;
        }
        if (differences == 0) {
            return false;
        }
        for (int k = 1; k <= 256; k++) {
            counts[k] += counts[k - 1];
        }
        for (int i = from; i < to; i++) {
            int row = order[i];
            sorted[counts[of[row] & 0xFF]++] = target[row];
        }
        return true;
    }

    private void scan(int f, int m, int squares) {
        Arrays.fill(leftCounts, 0);
        System.arraycopy(total, 0, rightCounts, 0, total.length);
        int smallest = rule.smallest();
        int leftSquares = 0;
        int rightSquares = squares;
        int at = 0;
        for (int k = 0; k < data.bins()[f] - 1; k++) {
            int end = counts[k];
            if (end == at) {
                continue;
            }
            for (; at < end; at++) {
                int t = sorted[at] & 0xFF;
                leftSquares += 2 * leftCounts[t]++ + 1;
                rightSquares -= 2 * rightCounts[t]-- - 1;
            }
            if (m - at < smallest) {
                break;
            }
            if (at < smallest
                    || !rule.fits(at, leftSquares, rule.minLeaf())
                    || !rule.fits(m - at, rightSquares, rule.minLeaf())) {
                continue;
            }
            double score = leftSquares / (double) at + rightSquares / (double) (m - at);
            if (score > best) {
                best = score;
                found = new Split(f, k);
            }
        }
    }

    /** Sends the rows from .. to-1 left or right; where the right ones begin. */
    int partition(int from, int to, Split split) {
        byte[] of = codes[split.predictor()];
        int l = from;
        int r = 0;
        for (int i = from; i < to; i++) {
            int row = order[i];
            if ((of[row] & 0xFF) <= split.code()) {
                order[l++] = row;
            } else {
                spare[r++] = row;
            }
        }
        System.arraycopy(spare, 0, order, l, r);
        return l;
    }
}
