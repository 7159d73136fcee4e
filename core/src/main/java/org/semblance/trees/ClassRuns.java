package org.semblance.trees;

import java.util.Arrays;

/**
 * What the classes of a node's rows weigh in each run of a feature: a class and a weight at a time, from a table of codes
 * by class where that is shorter than the rows, else from the rows in the order of their codes. Cost as {@link RiskTarget}.
 */
final class ClassRuns {
    private final RiskTarget node;
    /** The class of each row of the node. */
    private final int[] own;
    /** Every class once. */
    private final int[] each;
    /** Classes and weights of the node's rows, by run. */
    private final int[] sorted;

    private final int[] sortedWeight;
    /** What each class weighs at each code or in each run. */
    private int[] table = new int[0];

    private boolean tabled;
    /** Where each run begins and ends among {@link #weights}. */
    int[] begin = new int[64];

    int[] end = new int[64];

    /**
     * @param node whose runs these are
     * @param own the class of each row of the node, which it fills
     */
    ClassRuns(RiskTarget node, int[] own, int classes) {
        this.node = node;
        this.own = own;
        each = new int[classes];
        Arrays.setAll(each, c -> c);
        sorted = new int[own.length];
        sortedWeight = new int[own.length];
    }

    /** The weights of all runs, each from {@link #begin} to {@link #end}. */
    int[] weights() {
        return tabled ? table : sortedWeight;
    }

    /** The classes that they are of: that of weight i is at i - {@link #shift}. */
    int[] classes() {
        return tabled ? each : sorted;
    }

    int shift(int run) {
        return tabled ? begin[run] : 0;
    }

    void room(int runs) {
        if (begin.length < runs) {
            begin = new int[2 * runs];
            end = new int[2 * runs];
        }
    }

    /** Makes runs of the node's rows by a feature; fewer than two are not looked at. */
    void of(Feature feature, int[] rows, int from, int to) {
        int m = to - from;
        long cells = (long) feature.size() * each.length;
        // Labels: a sum over the rows and one over the table are rounded differently, so the shorter one is taken
        // always.
        tabled = feature.labels() ? cells < m : cells <= 4L * m;
        if (tabled) {
            tabulate(feature, rows, from, to);
        } else if (!feature.labels() && RiskTarget.sparse(feature, m)) {
            byRank(feature, rows, from, to);
        } else {
            byCode(feature, rows, from, to);
        }
        if (feature.labels() && !tabled && node.runs.count > 1) {
            weigh();
            if (node.runs.count > 2 && (long) node.runs.count * each.length < m) {
                tabulate();
            }
        }
    }

    /**
     * The same of rows whose codes are given in their order.
     *
     * @param codes the code of a row, then the row in the lowest 16 bits
     * @param of the class of each row
     */
    void ofSorted(int[] codes, int from, int to, int[] of) {
        tabled = false;
        int[] weights = node.weights;
        boolean alike = weights.length == 0;
        int[] found = node.runs.code;
        int code = codes[from] >>> 16;
        int k = 0;
        begin[0] = 0;
        for (int i = from, j = 0; i < to; i++, j++) {
            int row = codes[i] & 0xFFFF;
            int here = codes[i] >>> 16;
            if (here != code) {
                end[k] = j;
                found[k++] = code;
                begin[k] = j;
                code = here;
            }
            sorted[j] = of[row];
            sortedWeight[j] = alike ? 1 : weights[row];
        }
        end[k] = to - from;
        found[k++] = code;
        node.runs.count = k;
    }

    /** What each class weighs at each code. */
    private void tabulate(Feature feature, int[] rows, int from, int to) {
        int classes = each.length;
        empty(feature.size() * classes);
        int[] codes = feature.codes();
        int[] weight = node.weight;
        int[] weighs = table;
        int[] tally = node.tally();
        for (int i = from, j = 0; i < to; i++, j++) {
            int c = codes[rows[i]];
            weighs[c * classes + own[j]] += weight[j];
            tally[c] += weight[j];
        }
        node.gather(feature.size());
        for (int k = 0; k < node.runs.count; k++) {
            begin[k] = node.runs.code[k] * classes;
            end[k] = begin[k] + classes;
        }
    }

    /** What each class weighs in each run of rows. */
    private void tabulate() {
        int classes = each.length;
        empty(node.runs.count * classes);
        for (int k = 0; k < node.runs.count; k++) {
            int base = k * classes;
            for (int i = begin[k]; i < end[k]; i++) {
                table[base + sorted[i]] += sortedWeight[i];
            }
            begin[k] = base;
            end[k] = base + classes;
        }
        tabled = true;
    }

    /** An empty table. */
    private void empty(int cells) {
        if (table.length < cells) {
            table = new int[2 * cells];
        }
        Arrays.fill(table, 0, cells, 0);
    }

    private void byRank(Feature feature, int[] rows, int from, int to) {
        Ranks ranks = node.ranks();
        ranks.of(feature.codes(), rows, from, to);
        node.runs.count = ranks.count;
        if (ranks.count < 2) {
            return;
        }
        System.arraycopy(ranks.code, 0, node.runs.code, 0, ranks.count);
        int m = to - from;
        int[] tally = node.tally();
        int[] rank = ranks.rank;
        for (int j = 0; j < m; j++) {
            tally[rank[j]]++;
        }
        int at = 0;
        for (int k = 0; k < ranks.count; k++) {
            begin[k] = at;
            at += tally[k];
            end[k] = at;
            tally[k] = begin[k];
        }
        int[] weight = node.weight;
        for (int j = 0; j < m; j++) {
            int place = tally[rank[j]]++;
            sorted[place] = own[j];
            sortedWeight[place] = weight[j];
        }
        Arrays.fill(tally, 0, ranks.count, 0);
    }

    private void byCode(Feature feature, int[] rows, int from, int to) {
        int[] codes = feature.codes();
        int[] tally = node.tally();
        if (RiskTarget.sparse(feature, to - from)) {
            long[] seen = node.seen();
            long words = 0;
            for (int i = from; i < to; i++) {
                int c = codes[rows[i]];
                tally[c]++;
                seen[c >>> 6] |= 1L << c;
                words |= 1L << (c >>> 6);
            }
            node.gatherSeen(feature.size(), words);
        } else {
            for (int i = from; i < to; i++) {
                tally[codes[rows[i]]]++;
            }
            node.gather(feature.size());
        }
        Occurring runs = node.runs;
        if (runs.count < 2) {
            return;
        }
        int at = 0;
        for (int k = 0; k < runs.count; k++) {
            begin[k] = at;
            tally[runs.code[k]] = at;
            at += runs.size[k];
            end[k] = at;
        }
        int[] weight = node.weight;
        for (int i = from, j = 0; i < to; i++, j++) {
            int place = tally[codes[rows[i]]]++;
            sorted[place] = own[j];
            sortedWeight[place] = weight[j];
        }
        for (int k = 0; k < runs.count; k++) {
            tally[runs.code[k]] = 0;
        }
    }

    /** The sizes of runs, from how many rows they have to what those weigh. */
    private void weigh() {
        for (int k = 0; k < node.runs.count; k++) {
            int size = 0;
            for (int i = begin[k]; i < end[k]; i++) {
                size += sortedWeight[i];
            }
            node.runs.size[k] = size;
        }
    }
}
