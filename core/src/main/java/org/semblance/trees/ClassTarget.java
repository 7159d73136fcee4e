package org.semblance.trees;

import java.util.Arrays;

/**
 * Labels: parted so that the Gini impurity falls most.
 *
 * <p>Labels of a predictor are tried in the order of their share of one class where there are two (exact), else along
 * the {@link PrincipalAxis} of their class shares. Cost of a search O(rows), as {@link RiskTarget} says.
 */
final class ClassTarget extends RiskTarget {
    private final int[] of;
    /** The class of each row of the node. */
    private final int[] own;

    private final int[] byClass;
    private final int[] left;
    private final boolean byError;
    private final PrincipalAxis axis;
    private final ClassRuns parts;
    private double squares;

    ClassTarget(int[] of, int classes, boolean byError, int[] weights, int most) {
        super(weights, most);
        this.of = of;
        this.byError = byError;
        own = new int[most];
        byClass = new int[classes];
        left = new int[classes];
        axis = new PrincipalAxis(classes);
        parts = new ClassRuns(this, own, classes);
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
        parts.room(codes);
    }

    @Override
    boolean search(Feature feature, int[] rows, int from, int to, int minLeaf) {
        room(feature.size());
        parts.of(feature, rows, from, to);
        if (runs.count < 2) {
            after = -1;
            return false;
        }
        if (feature.labels() && runs.count > 2) {
            order(axis.scores(parts, runs, byClass, total), runs.count);
        } else {
            inOrder(runs.count);
        }
        scan(minLeaf);
        if (!feature.labels()) {
            toCodes();
        }
        return true;
    }

    @Override
    boolean searchSorted(int[] sorted, int from, int to, int minLeaf) {
        if (sorted[from] >>> 16 == sorted[to - 1] >>> 16) {
            after = -1;
            return false;
        }
        room(to - from);
        parts.ofSorted(sorted, from, to, of);
        inOrder(runs.count);
        scan(minLeaf);
        toCodes();
        return true;
    }

    private void toCodes() {
        if (after >= 0) {
            next = runs.code[after + 1];
            after = runs.code[after];
        }
    }

    /** Cuts after every run but the last, in their order. */
    private void scan(int minLeaf) {
        int[] classes = parts.classes();
        int[] weighs = parts.weights();
        int[] begin = parts.begin;
        int[] end = parts.end;
        Arrays.fill(left, 0);
        after = -1;
        double best = 1e-9;
        double whole = squares / total;
        // Of the left side; and what it shares with the node, from which the right side's squares follow.
        long leftSquares = 0;
        long shared = 0;
        int leftSize = 0;
        for (int j = 0; j + 1 < runs.count; j++) {
            int k = order[j];
            int shift = parts.shift(k);
            for (int i = begin[k], last = end[k]; i < last; i++) {
                int c = classes[i - shift];
                int weight = weighs[i];
                long w = weight;
                long l = left[c];
                left[c] = (int) (l + w);
                leftSquares += w * (2 * l + w);
                shared += w * byClass[c];
                leftSize += weight;
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
}
