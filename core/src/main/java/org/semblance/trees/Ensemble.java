package org.semblance.trees;

/**
 * Boosted trees as flat arrays: what is kept of them in a file, and how they predict. Immutable by convention.
 *
 * <p>Tree t adds to output t % outputs. Node numbers run through all trees; the right child follows the left one. A
 * row goes left where its code is at most {@code split} (route 0: a missing value goes left as well; route 1: right)
 * or where its code's bit is set in the words of {@code sets} that begin at {@code split} (route 2). Cost: one step
 * per level, tree and row.
 *
 * @param base what every row starts from, by output
 * @param roots the first node of each tree
 * @param feature what an inner node asks, or -1 at a leaf
 * @param split the last code that goes left, or where the node's set begins
 * @param route how {@code split} is read
 * @param left the left child
 * @param value what a leaf adds, the learning rate included
 * @param sets bits of label codes
 */
public record Ensemble(
        float[] base, int[] roots, int[] feature, int[] split, byte[] route, int[] left, float[] value, int[] sets) {
    static final byte MISSING_LEFT = 0;
    static final byte MISSING_RIGHT = 1;
    static final byte SET = 2;

    public int outputs() {
        return base.length;
    }

    public int trees() {
        return roots.length;
    }

    /** The sums of the trees for the given rows: {@code [i * outputs + k]} for the i-th of them. */
    public float[] margins(Binned x, int[] rows) {
        int outputs = base.length;
        float[] out = new float[Math.multiplyExact(rows.length, outputs)];
        for (int i = 0; i < out.length; i++) {
            out[i] = base[i % outputs];
        }
        for (int t = 0; t < roots.length; t++) {
            int output = t % outputs;
            for (int i = 0; i < rows.length; i++) {
                out[i * outputs + output] += value[leaf(roots[t], x.codes(), rows[i])];
            }
        }
        return out;
    }

    /** The sums of the trees for one row given by its codes; {@code out} has one place per output. */
    public void margins(short[] row, float[] out) {
        System.arraycopy(base, 0, out, 0, out.length);
        for (int t = 0; t < roots.length; t++) {
            int node = roots[t];
            while (feature[node] >= 0) {
                node = left[node] + (goesLeft(node, row[feature[node]]) ? 0 : 1);
            }
            out[t % out.length] += value[node];
        }
    }

    /** The leaf of one tree that each of the given rows comes to, as a node number. */
    public int[] leaves(int tree, Binned x, int[] rows) {
        int[] out = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = leaf(roots[tree], x.codes(), rows[i]);
        }
        return out;
    }

    /** The leaf a row comes to. */
    int leaf(int root, short[][] codes, int row) {
        int node = root;
        while (feature[node] >= 0) {
            node = left[node] + (goesLeft(node, codes[feature[node]][row]) ? 0 : 1);
        }
        return node;
    }

    boolean goesLeft(int node, int code) {
        return switch (route[node]) {
            case MISSING_LEFT -> code <= split[node];
            case MISSING_RIGHT -> code != 0 && code <= split[node];
            default -> (sets[split[node] + (code >>> 5)] >>> code & 1) != 0;
        };
    }
}
