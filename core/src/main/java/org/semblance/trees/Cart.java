package org.semblance.trees;

import org.semblance.random.Rng;

/**
 * One classification tree over predictor codes of one byte, stored as flat arrays.
 *
 * <p>Grown greedily by the Gini gain over the classes of the target. Large nodes are searched by histograms (the larger
 * child's is its parent's less the smaller child's), small ones by counting sort with O(1) updates of both sides'
 * sums of squares. Nodes above {@value #SEARCH_ROWS} rows are searched on a random part of that size.
 *
 * <p>A split must gain more than chance would: under no dependence the gain of a split is a mean of about
 * {@code G = 1 - sum p^2} times a chi-squared over its degrees of freedom; {@code pruning} is how many standard
 * deviations above that mean is asked for.
 *
 * <p>Shapes: predictors p arrays of n bytes; target n bytes. Cost O(n p depth); memory O(n + p bins classes depth).
 * Source: Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees, chapter 2.
 */
public final class Cart {
    static final int SEARCH_ROWS = 60_000;

    /**
     * What a tree is grown on.
     *
     * @param predictors [p][n] codes as unsigned bytes
     * @param bins [p] how many codes each predictor has
     * @param target [n] class of each row as an unsigned byte
     * @param classes how many classes there are
     * @param alike fewest rows of a leaf whose rows are all of one class, where that is one value: knowing it is
     *     knowing a rule, not a row; 0 where a class is a range of values
     */
    public record Data(byte[][] predictors, int[] bins, byte[] target, int classes, int alike) {}

    private final int[] predictor;
    private final int[] code;
    private final int[] left;
    private final int leaves;

    Cart(int[] predictor, int[] code, int[] left, int leaves) {
        this.predictor = predictor;
        this.code = code;
        this.left = left;
        this.leaves = leaves;
    }

    /** The tree as it was stored: see {@link #predictors()}, {@link #codes()} and {@link #children()}. */
    public static Cart restore(int[] predictor, int[] code, int[] left) {
        int nodes = predictor.length;
        if (nodes == 0 || code.length != nodes || left.length != nodes) {
            throw new IllegalArgumentException("the arrays of the tree do not fit together");
        }
        int leaves = (nodes + 1) / 2;
        for (int i = 0; i < nodes; i++) {
            if (predictor[i] >= 0 && (left[i] <= i || left[i] >= nodes - 1)) {
                throw new IllegalArgumentException("node " + i + " has no children");
            }
            if (predictor[i] < 0 && (code[i] < 0 || code[i] >= leaves)) {
                throw new IllegalArgumentException("node " + i + " is no leaf");
            }
        }
        return new Cart(predictor, code, left, leaves);
    }

    public int leaves() {
        return leaves;
    }

    /** The predictor each node splits on; -1 for a leaf. */
    public int[] predictors() {
        return predictor.clone();
    }

    /** The last code that goes left; for a leaf, its number. */
    public int[] codes() {
        return code.clone();
    }

    /** Each node's left child; the right one follows it. */
    public int[] children() {
        return left.clone();
    }

    /** The leaf that row {@code row} of the predictors falls into. */
    public int leaf(byte[][] predictors, int row) {
        int node = 0;
        while (predictor[node] >= 0) {
            node = (predictors[predictor[node]][row] & 0xFF) <= code[node] ? left[node] : left[node] + 1;
        }
        return code[node];
    }

    /** A tree together with its training rows by leaf: rows of leaf l are {@code rows[start[l] .. start[l + 1] - 1]}. */
    public record Grown(Cart tree, int[] rows, int[] start) {}

    /**
     * Grows a tree.
     *
     * @param minLeaf fewest rows of a leaf
     * @param pruning standard deviations above chance that a split must gain; 0 keeps every gain
     */
    public static Grown grow(Data data, int minLeaf, double pruning, Rng rng) {
        return new CartGrower(data, new SplitRule(minLeaf, data.alike(), pruning), rng).grow();
    }
}
