package org.semblance.trees;

/**
 * A binary tree that asks of numbers whether they are at most a cut, and of labels whether they are in a set, and ends in
 * numbered leaves; stored as flat arrays.
 *
 * @param predictor [nodes] what is asked; -1 for a leaf
 * @param cut [nodes] numbers at most this go left
 * @param left [nodes] the left child, which the right one follows; of a leaf its number
 * @param set [nodes] labels: where the set of those that go left begins in {@code words}; -1 for numbers
 * @param words sets of labels as bits, bit 0 for labels that were not in the node, bit k + 1 for label k
 */
public record LeafTree(int[] predictor, double[] cut, int[] left, int[] set, int[] words) {
    /** A row's values as the tree asks for them. */
    public interface Row {
        double number(int predictor);

        int label(int predictor);
    }

    /** Some rows, one after another. */
    public interface Rows {
        /** No row in particular. */
        Rows ALL = new Rows() {
            @Override
            public int count() {
                return 0;
            }

            @Override
            public Row at(int row) {
                throw new IndexOutOfBoundsException(row);
            }
        };

        int count();

        /** One of them, until the next is asked for. */
        Row at(int row);
    }

    /** A tree with the rows of its leaves: those of leaf l are {@code rows[start[l] .. start[l + 1] - 1]}, ascending. */
    public record Grown(LeafTree tree, int[] rows, int[] start) {}

    /**
     * How a tree is grown.
     *
     * @param minSplit fewest rows of a node that is split
     * @param minLeaf fewest rows of a leaf
     * @param cp a split, with all below it, must lower the whole tree's risk by this share, as in rpart
     * @param depth how many questions in a row at most
     * @param tried how many predictors, drawn anew, are tried at each node; 0 for all
     * @param byError whether the risk of labels is how many are not of their leaf's commonest, as in rpart, instead of
     *     their Gini impurity
     */
    public record Rules(int minSplit, int minLeaf, double cp, int depth, int tried, boolean byError) {}

    public int leaves() {
        return (predictor.length + 1) / 2;
    }

    /** The leaf a row comes to. */
    public int leaf(Row row) {
        int node = 0;
        while (predictor[node] >= 0) {
            int asked = predictor[node];
            boolean goes = set[node] < 0 ? row.number(asked) <= cut[node] : in(words, set[node], row.label(asked));
            node = goes ? left[node] : left[node] + 1;
        }
        return left[node];
    }

    /** Whether a set holds a label. */
    static boolean in(int[] words, int from, int label) {
        // The set's length stands before it.
        int bit = label < 0 || label + 1 >= 32 * words[from] ? 0 : label + 1;
        return (words[from + 1 + (bit >>> 5)] >>> bit & 1) != 0;
    }
}
