package org.semblance.trees;

import java.util.Arrays;

/** Numbers: parted so that the sum of squares within falls most. Labels are tried in the order of their means (exact). */
class NumberTarget extends RiskTarget {
    /** Gains below this share of the node's sum of squares are rounding error. */
    private static final double SMALL = 1e-12;

    private final double[] values;
    /** The value of each row of the node, and that times its weight. */
    private final double[] plain;

    private final double[] own;
    /** 1 / k. */
    private final double[] inverse;

    private double[] byCode = new double[64];
    private double[] sums = new double[64];
    private double[] means = new double[64];
    private double squares;
    double sum;

    /**
     * @param values of all rows, about their mean
     * @param weights of all rows; empty where each counts once
     * @param most how many rows a node can have
     * @param heaviest what they can weigh
     */
    NumberTarget(double[] values, int[] weights, int most, int heaviest) {
        this(values, weights, most, new double[heaviest + 1]);
        for (int k = 1; k <= heaviest; k++) {
            inverse[k] = 1.0 / k;
        }
    }

    /** For a few rows of another. */
    NumberTarget(NumberTarget whole, int most) {
        this(new double[most], new int[whole.weights.length == 0 ? 0 : most], most, whole.inverse);
    }

    private NumberTarget(double[] values, int[] weights, int most, double[] inverse) {
        super(weights, most);
        this.values = values;
        this.inverse = inverse;
        plain = new double[most];
        own = new double[most];
    }

    @Override
    RiskTarget few(int most) {
        return new NumberTarget(this, most);
    }

    @Override
    void take(RiskTarget whole, int[] rows) {
        super.take(whole, rows);
        for (int j = 0; j < rows.length; j++) {
            values[j] = ((NumberTarget) whole).values[rows[j]];
        }
    }

    @Override
    void begin(int[] rows, int from, int to) {
        super.begin(rows, from, to);
        sum = 0;
        int m = to - from;
        for (int j = 0; j < m; j++) {
            double value = values[rows[from + j]];
            plain[j] = value;
            double weighted = weight[j] * value;
            own[j] = weighted;
            sum += weighted;
        }
        double mean = sum / total;
        squares = 0;
        for (int j = 0; j < m; j++) {
            double off = plain[j] - mean;
            squares += weight[j] * (off * off);
        }
    }

    @Override
    double risk() {
        return squares;
    }

    @Override
    boolean pure() {
        return squares <= SMALL * SMALL;
    }

    @Override
    void room(int codes) {
        super.room(codes);
        if (byCode.length < codes) {
            byCode = new double[2 * codes];
            means = new double[2 * codes];
        }
    }

    @Override
    boolean search(Feature feature, int[] rows, int from, int to, int minLeaf) {
        room(feature.size());
        after = -1;
        if (feature.labels()) {
            return searchLabels(feature, rows, from, to, minLeaf);
        }
        if (sparse(feature, to - from)) {
            return searchFew(feature.codes(), rows, from, to, minLeaf);
        }
        tally(feature.codes(), rows, from, to);
        boolean varies = scanCodes(feature.size(), minLeaf);
        Arrays.fill(byCode, 0, feature.size(), 0);
        Arrays.fill(tally(), 0, feature.size(), 0);
        return varies;
    }

    private void tally(int[] codes, int[] rows, int from, int to) {
        int[] tally = tally();
        double[] by = byCode;
        for (int i = from, j = 0; i < to; i++, j++) {
            int c = codes[rows[i]];
            by[c] += own[j];
            tally[c] += weight[j];
        }
    }

    /** Cuts after every code; one that does not occur is as good as the one before it, and so never better. */
    private boolean scanCodes(int codes, int minLeaf) {
        int[] tally = tally();
        double[] by = byCode;
        int k = 0;
        while (tally[k] == 0) {
            k++;
        }
        if (tally[k] == total) {
            return false;
        }
        double leftSum = 0;
        int left = 0;
        while (left < minLeaf && k < codes) {
            leftSum += by[k];
            left += tally[k++];
        }
        double best = SMALL * squares;
        double mean = sum * inverse[total];
        int most = total - minLeaf;
        while (left <= most) {
            double off = leftSum - left * mean;
            double better = off * off * (inverse[left] + inverse[total - left]);
            if (better > best) {
                best = better;
                after = k - 1;
            }
            leftSum += by[k];
            left += tally[k++];
        }
        gain = best;
        if (after >= 0) {
            next = after + 1;
            while (tally[next] == 0) {
                next++;
            }
        }
        return true;
    }

    /** Of few rows: only codes that occur are looked at. */
    private boolean searchFew(int[] codes, int[] rows, int from, int to, int minLeaf) {
        Ranks ranks = ranks();
        double[] by = byCode;
        int[] tally = tally();
        ranks.addUp(codes, rows, from, to, new Ranks.Sums(own, weight, by, tally));
        int count = ranks.count;
        boolean varies = scanCodes(count, minLeaf);
        Arrays.fill(by, 0, count, 0);
        Arrays.fill(tally, 0, count, 0);
        if (after >= 0) {
            next = ranks.code[next];
            after = ranks.code[after];
        }
        return varies;
    }

    @Override
    boolean searchSorted(int[] sorted, int from, int to, int minLeaf) {
        after = -1;
        int code = sorted[from] >>> 16;
        if (code == sorted[to - 1] >>> 16) {
            return false;
        }
        boolean alike = weights.length == 0;
        double best = SMALL * squares;
        double mean = sum * inverse[total];
        int most = total - minLeaf;
        double leftSum = 0;
        double codeSum = 0;
        int left = 0;
        int counted = 0;
        for (int i = from; i < to; i++) {
            int row = sorted[i] & 0xFFFF;
            int here = sorted[i] >>> 16;
            if (here != code) {
                leftSum += codeSum;
                left = counted;
                codeSum = 0;
                if (left > most) {
                    break;
                }
                if (left >= minLeaf) {
                    double off = leftSum - left * mean;
                    double better = off * off * (inverse[left] + inverse[total - left]);
                    if (better > best) {
                        best = better;
                        after = code;
                        next = here;
                    }
                }
                code = here;
            }
            int weighs = alike ? 1 : weights[row];
            codeSum += weighs * values[row];
            counted += weighs;
        }
        gain = best;
        return true;
    }

    private boolean searchLabels(Feature feature, int[] rows, int from, int to, int minLeaf) {
        if (sparse(feature, to - from)) {
            gatherSeen(feature.size(), note(feature.codes(), rows, from, to));
        } else {
            tally(feature.codes(), rows, from, to);
            gather(feature.size());
        }
        int count = runs.count;
        if (sums.length < count) {
            sums = new double[2 * count];
        }
        for (int k = 0; k < count; k++) {
            int code = runs.code[k];
            sums[k] = byCode[code];
            byCode[code] = 0;
        }
        if (count < 2) {
            return false;
        }
        for (int k = 0; k < count; k++) {
            means[k] = sums[k] * inverse[runs.size[k]];
        }
        order(means, count);
        label(minLeaf);
        return true;
    }

    /** As {@link #tally}, noting which codes occur. */
    private long note(int[] codes, int[] rows, int from, int to) {
        int[] tally = tally();
        long[] seen = seen();
        double[] by = byCode;
        long words = 0;
        for (int i = from, j = 0; i < to; i++, j++) {
            int c = codes[rows[i]];
            by[c] += own[j];
            tally[c] += weight[j];
            seen[c >>> 6] |= 1L << c;
            words |= 1L << (c >>> 6);
        }
        return words;
    }

    private void label(int minLeaf) {
        int[] size = runs.size;
        double best = SMALL * squares;
        double leftSum = 0;
        int left = 0;
        double mean = sum * inverse[total];
        for (int j = 0; j + 1 < runs.count; j++) {
            leftSum += sums[order[j]];
            left += size[order[j]];
            if (left < minLeaf) {
                continue;
            }
            if (total - left < minLeaf) {
                break;
            }
            double off = leftSum - left * mean;
            double better = off * off * (inverse[left] + inverse[total - left]);
            if (better > best) {
                best = better;
                after = j;
            }
        }
        gain = best;
    }
}
