package org.semblance.trees;

import java.util.Arrays;

/**
 * What a tree is grown for that takes back what does not pay.
 *
 * <p>A search puts the node's rows together by their codes of one feature: a run for each code that occurs. Cost O(rows)
 * where the feature has more codes than twice the rows, else O(rows + codes).
 */
abstract class RiskTarget extends NodeTarget {
    /** Of the feature that was searched last. */
    final Occurring runs = new Occurring(64);
    /** Of numbers that were searched last: the code that follows the one after which the best way parts. */
    int next;
    /** What the rows of the node weigh together. */
    int total;

    final int[] weights;
    /** The weight of each row of the node. */
    int[] weight;

    private int[] tally = new int[64];
    private long[] seen = new long[1];
    private final Ranks ranks;

    /**
     * @param weights of all rows; empty where each counts once
     * @param most how many rows a node can have
     */
    RiskTarget(int[] weights, int most) {
        this.weights = weights;
        weight = new int[most];
        Arrays.fill(weight, 1);
        ranks = new Ranks(Math.min(most, Feature.MOST));
    }

    @Override
    void begin(int[] rows, int from, int to) {
        if (weights.length == 0) {
            total = to - from;
            return;
        }
        total = 0;
        for (int i = from; i < to; i++) {
            weight[i - from] = weights[rows[i]];
            total += weight[i - from];
        }
    }

    /** What the node costs where it is a leaf, as {@link LeafTree.Rules#cp} counts it. */
    abstract double risk();

    /**
     * Looks for the best way of parting the node's rows, which are those that began it, in the order of a feature's codes,
     * or for labels in the best order; of numbers {@link #after} is a code. False where the feature does not vary.
     */
    abstract boolean search(Feature feature, int[] rows, int from, int to, int minLeaf);

    /**
     * The same of rows whose codes are given in their order.
     *
     * @param sorted the code of a row, then the row in the lowest 16 bits
     */
    abstract boolean searchSorted(int[] sorted, int from, int to, int minLeaf);

    /** A target of the same kind for as many rows, which are {@link #take taken} later. */
    abstract RiskTarget few(int most);

    /** Becomes the target of some rows of the one that it was made of. */
    void take(RiskTarget whole, int[] rows) {
        for (int j = 0; j < (weights.length == 0 ? 0 : rows.length); j++) {
            weights[j] = whole.weights[rows[j]];
        }
    }

    /** Room for as many runs as a feature has codes. */
    void room(int codes) {
        if (runs.code.length < codes) {
            runs.code = new int[2 * codes];
            runs.size = new int[2 * codes];
            tally = new int[2 * codes];
            seen = new long[(2 * codes + 63) >>> 6];
        }
    }

    /** Where so few rows meet so many codes that it pays to note which codes occur. */
    static boolean sparse(Feature feature, int rows) {
        return 2L * rows < feature.size();
    }

    /** Makes runs of what {@link #tally} holds by code, and clears it. */
    final void gather(int codes) {
        int[] code = runs.code;
        int[] size = runs.size;
        int n = 0;
        for (int k = 0; k < codes; k++) {
            code[n] = k;
            size[n] = tally[k];
            // Without a branch: whether a code occurs is hard to guess.
            n += -tally[k] >>> 31;
            tally[k] = 0;
        }
        runs.count = n;
    }

    /**
     * The same where {@link #seen} notes which codes occur; clears that too.
     *
     * @param words bit w mod 64 of it says whether any code of word w occurs
     */
    final void gatherSeen(int codes, long words) {
        int[] code = runs.code;
        int[] size = runs.size;
        int n = 0;
        int last = (codes - 1) >>> 6;
        for (long some = words; some != 0; some &= some - 1) {
            for (int w = Long.numberOfTrailingZeros(some); w <= last; w += 64) {
                for (long bits = seen[w]; bits != 0; bits &= bits - 1) {
                    int k = (w << 6) + Long.numberOfTrailingZeros(bits);
                    code[n] = k;
                    size[n++] = tally[k];
                    tally[k] = 0;
                }
                seen[w] = 0;
            }
        }
        runs.count = n;
    }

    final Ranks ranks() {
        return ranks;
    }

    final int[] tally() {
        return tally;
    }

    final long[] seen() {
        return seen;
    }
}
