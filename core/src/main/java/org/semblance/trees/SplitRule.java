package org.semblance.trees;

/**
 * Which splits of a node are allowed.
 *
 * @param minLeaf fewest rows of a leaf
 * @param alike fewest rows of a leaf whose rows are all of one class; 0 for {@code minLeaf}
 * @param pruning standard deviations above chance that a split must gain; 0 keeps every gain
 */
record SplitRule(int minLeaf, int alike, double pruning) {
    /** The fewest rows that any leaf can have. */
    int smallest() {
        return alike > 0 ? Math.min(alike, minLeaf) : minLeaf;
    }

    /** Whether a side may be a leaf: enough rows, or fewer that are all alike. */
    boolean fits(long size, double squares, int least) {
        return size >= least || (alike > 0 && size >= alike && squares == (double) size * size);
    }

    /** The gain that chance alone would hardly reach. */
    double threshold(int[] total, int m) {
        double sum = 0;
        double sumSquares = 0;
        for (int count : total) {
            double p = count / (double) m;
            double v = p * (1 - p);
            sum += v;
            sumSquares += v * v;
        }
        if (pruning <= 0 || sumSquares == 0) {
            return 1e-9 * Math.max(1, sum);
        }
        double freedom = Math.max(1, sum * sum / sumSquares - 1);
        return sum * (1 + pruning * Math.sqrt(2 / freedom));
    }

    /** Which split of a node: predictor, or -1 for none, and the last code that goes left. */
    record Split(int predictor, int code) {
        static final Split NONE = new Split(-1, 0);
    }
}
