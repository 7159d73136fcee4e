package org.semblance.trees;

import java.util.Arrays;

/**
 * Labels: parted so that the Gini impurity falls most.
 *
 * <p>Labels of a predictor are tried in the order of their share of one class where there are two (exact), else along
 * the first principal component of their class shares, by power iteration: O(rows) or O(labels x classes) a step,
 * whichever is less, never 2^labels. Source: Coppersmith, Hong and Hosking (1999), doi:10.1023/A:1009869804967.
 */
final class ClassTarget extends RiskTarget {
    private static final int STEPS = 8;

    private final int[] of;
    /** The class of each row of the node. */
    private final int[] own;

    private final int[] byClass;
    private final int[] left;
    private final boolean byError;
    private final double[] axis;
    private final double[] turned;
    /** Classes and weights of the node's rows, by run. */
    private final int[] sorted;

    private final int[] sortedWeight;
    private int[] start = new int[65];
    private double[] scores = new double[64];
    /** What each class weighs at each code or in each run, where that is shorter than the rows. */
    private int[] table = new int[0];
    /** Where a run begins there. */
    private int[] cell = new int[64];

    private boolean tabled;
    private double squares;

    ClassTarget(int[] of, int classes, boolean byError, int[] weights, int most) {
        super(weights, most);
        this.of = of;
        this.byError = byError;
        own = new int[most];
        sorted = new int[most];
        sortedWeight = new int[most];
        byClass = new int[classes];
        left = new int[classes];
        axis = new double[classes];
        turned = new double[classes];
    }

    @Override
    RiskTarget few(int most) {
        return new ClassTarget(new int[most], byClass.length, byError, new int[weights.length == 0 ? 0 : most], most);
    }

    @Override
    void take(RiskTarget whole, int[] rows) {
        super.take(whole, rows);
        for (int j = 0; j < rows.length; j++) {
            of[j] = ((ClassTarget) whole).of[rows[j]];
        }
    }

    @Override
    void begin(int[] rows, int from, int to) {
        super.begin(rows, from, to);
        Arrays.fill(byClass, 0);
        for (int i = from; i < to; i++) {
            own[i - from] = of[rows[i]];
            byClass[own[i - from]] += weight[i - from];
        }
        squares = 0;
        for (int one : byClass) {
            squares += (double) one * one;
        }
    }

    @Override
    double risk() {
        if (!byError) {
            return total - squares / Math.max(1, total);
        }
        int most = 0;
        for (int one : byClass) {
            most = Math.max(most, one);
        }
        return total - most;
    }

    @Override
    boolean pure() {
        return squares == (double) total * total;
    }

    @Override
    void room(int codes) {
        super.room(codes);
        if (start.length <= codes) {
            start = new int[2 * codes + 1];
            cell = new int[2 * codes];
            scores = new double[2 * codes];
        }
    }

    @Override
    boolean search(Feature feature, int[] rows, int from, int to, int minLeaf) {
        room(feature.size());
        after = -1;
        int m = to - from;
        long cells = (long) feature.size() * byClass.length;
        // Labels: a sum over the rows and one over the table are rounded differently, so the shorter one is taken
        // always.
        tabled = feature.labels() ? cells < m : cells <= 4L * m;
        if (tabled) {
            tabulate(feature, rows, from, to);
        } else {
            parted(feature, rows, from, to);
        }
        if (runs.count < 2) {
            return false;
        }
        if (feature.labels() && runs.count > 2) {
            if (!tabled && (long) runs.count * byClass.length < m) {
                tabulate();
            }
            order(scores(), runs.count);
        } else {
            inOrder(runs.count);
        }
        if (tabled) {
            scanTable(minLeaf);
        } else {
            scan(minLeaf);
        }
        if (after >= 0 && !feature.labels()) {
            next = runs.code[after + 1];
            after = runs.code[after];
        }
        return true;
    }

    /** What each class weighs at each code. */
    private void tabulate(Feature feature, int[] rows, int from, int to) {
        int classes = byClass.length;
        int cells = feature.size() * classes;
        empty(cells);
        int[] codes = feature.codes();
        int[] weighs = table;
        int[] tally = tally();
        for (int i = from, j = 0; i < to; i++, j++) {
            int c = codes[rows[i]];
            weighs[c * classes + own[j]] += weight[j];
            tally[c] += weight[j];
        }
        gather(feature.size());
        for (int k = 0; k < runs.count; k++) {
            cell[k] = runs.code[k] * classes;
        }
    }

    /** An empty table. */
    private void empty(int cells) {
        if (table.length < cells) {
            table = new int[2 * cells];
        }
        Arrays.fill(table, 0, cells, 0);
    }

    /** The rows' classes by run. */
    private void parted(Feature feature, int[] rows, int from, int to) {
        int m = to - from;
        if (!feature.labels() && sparse(feature, m)) {
            Ranks ranks = ranks();
            ranks.of(feature.codes(), rows, from, to);
            runs.count = ranks.count;
            if (ranks.count < 2) {
                return;
            }
            System.arraycopy(ranks.code, 0, runs.code, 0, ranks.count);
            byRank(ranks, m);
            return;
        }
        byCode(feature, rows, from, to);
        if (feature.labels()) {
            weigh();
        }
    }

    private void byRank(Ranks ranks, int m) {
        int[] tally = tally();
        if (ranks.count == m) {
            for (int j = 0; j < m; j++) {
                int place = ranks.rank[j];
                sorted[place] = own[j];
                sortedWeight[place] = weight[j];
                start[j] = j;
            }
            start[m] = m;
            return;
        }
        for (int j = 0; j < m; j++) {
            tally[ranks.rank[j]]++;
        }
        int at = 0;
        for (int k = 0; k < ranks.count; k++) {
            start[k] = at;
            at += tally[k];
            tally[k] = start[k];
        }
        start[ranks.count] = at;
        for (int j = 0; j < m; j++) {
            int place = tally[ranks.rank[j]]++;
            sorted[place] = own[j];
            sortedWeight[place] = weight[j];
        }
        Arrays.fill(tally, 0, ranks.count, 0);
    }

    private void byCode(Feature feature, int[] rows, int from, int to) {
        int[] codes = feature.codes();
        int[] tally = tally();
        if (sparse(feature, to - from)) {
            long[] seen = seen();
            long words = 0;
            for (int i = from; i < to; i++) {
                int c = codes[rows[i]];
                tally[c]++;
                seen[c >>> 6] |= 1L << c;
                words |= 1L << (c >>> 6);
            }
            gatherSeen(feature.size(), words);
        } else {
            for (int i = from; i < to; i++) {
                tally[codes[rows[i]]]++;
            }
            gather(feature.size());
        }
        if (runs.count < 2) {
            return;
        }
        int at = 0;
        for (int k = 0; k < runs.count; k++) {
            start[k] = at;
            tally[runs.code[k]] = at;
            at += runs.size[k];
        }
        start[runs.count] = at;
        for (int i = from; i < to; i++) {
            int place = tally[codes[rows[i]]]++;
            sorted[place] = own[i - from];
            sortedWeight[place] = weight[i - from];
        }
        for (int k = 0; k < runs.count; k++) {
            tally[runs.code[k]] = 0;
        }
    }

    private void weigh() {
        for (int k = 0; k < runs.count; k++) {
            runs.size[k] = 0;
            for (int i = start[k]; i < start[k + 1]; i++) {
                runs.size[k] += sortedWeight[i];
            }
        }
    }

    private void scan(int minLeaf) {
        Arrays.fill(left, 0);
        double best = 1e-9;
        double whole = squares / total;
        // Of the left side; and what it shares with the node, from which the right side's squares follow.
        long leftSquares = 0;
        long shared = 0;
        int leftSize = 0;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            for (int i = start[k]; i < start[k + 1]; i++) {
                int c = sorted[i];
                long w = sortedWeight[i];
                long l = left[c];
                left[c] = (int) (l + w);
                leftSquares += w * (2 * l + w);
                shared += w * byClass[c];
                leftSize += sortedWeight[i];
            }
            if (leftSize < minLeaf) {
                continue;
            }
            if (total - leftSize < minLeaf) {
                break;
            }
            double rightSquares = squares - 2.0 * shared + leftSquares;
            double better = (double) leftSquares / leftSize + rightSquares / (total - leftSize) - whole;
            if (better > best) {
                best = better;
                after = j;
            }
        }
        gain = best;
    }

    @Override
    boolean searchSorted(int[] sorted, int from, int to, int minLeaf) {
        after = -1;
        int code = sorted[from] >>> 16;
        if (code == sorted[to - 1] >>> 16) {
            return false;
        }
        boolean alike = weights.length == 0;
        Arrays.fill(left, 0);
        double best = 1e-9;
        double whole = squares / total;
        int most = total - minLeaf;
        long leftSquares = 0;
        long shared = 0;
        int leftSize = 0;
        for (int i = from; i < to; i++) {
            int row = sorted[i] & 0xFFFF;
            int here = sorted[i] >>> 16;
            if (here != code) {
                if (leftSize > most) {
                    break;
                }
                if (leftSize >= minLeaf) {
                    double rightSquares = squares - 2.0 * shared + leftSquares;
                    double better = (double) leftSquares / leftSize + rightSquares / (total - leftSize) - whole;
                    if (better > best) {
                        best = better;
                        after = code;
                        next = here;
                    }
                }
                code = here;
            }
            int c = of[row];
            int w = alike ? 1 : weights[row];
            long l = left[c];
            left[c] = (int) (l + w);
            leftSquares += w * (2 * l + w);
            shared += (long) w * byClass[c];
            leftSize += w;
        }
        gain = best;
        return true;
    }

    /** The same of a table. */
    private void scanTable(int minLeaf) {
        Arrays.fill(left, 0);
        int classes = byClass.length;
        double best = 1e-9;
        double whole = squares / total;
        long leftSquares = 0;
        long shared = 0;
        int leftSize = 0;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            int base = cell[k];
            for (int c = 0; c < classes; c++) {
                long w = table[base + c];
                long l = left[c];
                left[c] = (int) (l + w);
                leftSquares += w * (2 * l + w);
                shared += w * byClass[c];
            }
            leftSize += runs.size[k];
            if (leftSize < minLeaf) {
                continue;
            }
            if (total - leftSize < minLeaf) {
                break;
            }
            double rightSquares = squares - 2.0 * shared + leftSquares;
            double better = (double) leftSquares / leftSize + rightSquares / (total - leftSize) - whole;
            if (better > best) {
                best = better;
                after = j;
            }
        }
        gain = best;
    }

    private double[] scores() {
        for (int c = 0; c < axis.length; c++) {
            axis[c] = (c * 0.6180339887498949) % 1;
        }
        for (int step = 0; ; step++) {
            for (int k = 0; k < runs.count; k++) {
                scores[k] = (tabled ? alongTable(k) : alongRows(k)) / runs.size[k];
            }
            if (step == STEPS || !turn()) {
                return scores;
            }
        }
    }

    /** What each class weighs in each run. */
    private void tabulate() {
        int classes = byClass.length;
        empty(runs.count * classes);
        for (int k = 0; k < runs.count; k++) {
            cell[k] = k * classes;
            for (int i = start[k]; i < start[k + 1]; i++) {
                table[cell[k] + sorted[i]] += sortedWeight[i];
            }
        }
        tabled = true;
    }

    private double alongTable(int run) {
        double sum = 0;
        int base = cell[run];
        for (int c = 0; c < axis.length; c++) {
            sum += axis[c] * table[base + c];
        }
        return sum;
    }

    private double alongRows(int run) {
        double sum = 0;
        for (int i = start[run]; i < start[run + 1]; i++) {
            sum += axis[sorted[i]] * sortedWeight[i];
        }
        return sum;
    }

    /** One step of the power iteration; false where the class shares do not differ. */
    private boolean turn() {
        double mean = 0;
        for (int c = 0; c < axis.length; c++) {
            mean += axis[c] * byClass[c] / total;
        }
        Arrays.fill(turned, 0);
        for (int k = 0; k < runs.count; k++) {
            double own = scores[k] - mean;
            if (tabled) {
                int base = cell[k];
                for (int c = 0; c < turned.length; c++) {
                    turned[c] += own * table[base + c];
                }
            } else {
                for (int i = start[k]; i < start[k + 1]; i++) {
                    turned[sorted[i]] += own * sortedWeight[i];
                }
            }
        }
        double largest = 0;
        for (double value : turned) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest > 1e-12)) {
            return false;
        }
        for (int c = 0; c < axis.length; c++) {
            axis[c] = turned[c] / largest;
        }
        return true;
    }
}
