package org.semblance.trees;

/**
 * How a node is parted: which codes of a feature go left.
 *
 * @param cut numbers at most this go left
 * @param last numbers: the highest code that goes left
 * @param next numbers: the code that follows it in the node
 * @param set labels: the length of the set, then bit k + 1 for label k; empty for numbers
 */
record Parting(double cut, int last, int next, int[] set) {
    static final Parting NONE = new Parting(0, 0, 0, new int[0]);

    /**
     * The way of parting that a search has found.
     *
     * @param runs of the feature in the node
     * @param y which runs go left
     * @param cut where numbers are parted
     */
    static Parting of(Feature feature, Occurring runs, NodeTarget y, double cut) {
        if (!feature.labels()) {
            return new Parting(cut, runs.code[y.after], runs.code[y.after + 1], new int[0]);
        }
        int words = (feature.size() + 32) >>> 5;
        int[] set = new int[words + 1];
        set[0] = words;
        int goes = 0;
        for (int j = 0; j <= y.after; j++) {
            int run = y.order[j];
            int bit = runs.code[run] + 1;
            set[1 + (bit >>> 5)] |= 1 << bit;
            goes += runs.size[run];
        }
        int all = 0;
        for (int run = 0; run < runs.count; run++) {
            all += runs.size[run];
        }
        if (2 * goes > all) {
            others(runs, words, set);
        }
        return new Parting(0, 0, 0, set);
    }

    /** Numbers parted half-way between two codes that follow each other in the node. */
    static Parting between(Feature feature, int last, int next) {
        return new Parting(feature.between(last, next), last, next, new int[0]);
    }

    /** Labels that are not in the node go left too, where most rows go. */
    private static void others(Occurring runs, int words, int[] set) {
        int[] here = new int[words];
        for (int run = 0; run < runs.count; run++) {
            int bit = runs.code[run] + 1;
            here[bit >>> 5] |= 1 << bit;
        }
        for (int w = 0; w < words; w++) {
            set[1 + w] |= ~here[w];
        }
    }

    boolean goesLeft(int code) {
        int bit = code + 1;
        return set.length == 0 ? code <= last : (set[1 + (bit >>> 5)] >>> bit & 1) != 0;
    }
}
