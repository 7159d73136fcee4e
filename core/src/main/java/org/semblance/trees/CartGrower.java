package org.semblance.trees;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.trees.SplitRule.Split;

/** The work of growing one {@link Cart}: large nodes by histograms, small ones in {@link SmallNodes}. */
final class CartGrower {
    private static final int DEPTH = 100;

    private final Cart.Data data;
    private final SplitRule rule;
    private final Rng rng;
    private final int classes;
    private final int[] offset;
    private final int histogramSize;
    private final int[] rows;
    private final int[] spare;
    private final int[] searched;
    private final SmallNodes small;

    private int[] predictor = new int[64];
    private int[] code = new int[64];
    private int[] left = new int[64];
    private int[] start = new int[64];
    private int nodes;
    private int leaves;

    CartGrower(Cart.Data data, SplitRule rule, Rng rng) {
        this.data = data;
        this.rule = rule;
        this.rng = rng;
        classes = data.classes();
        int p = data.predictors().length;
        offset = new int[p + 1];
        for (int f = 0; f < p; f++) {
            offset[f + 1] = offset[f] + data.bins()[f] * classes;
        }
        histogramSize = offset[p];
        int n = data.target().length;
        rows = new int[n];
        Arrays.setAll(rows, i -> i);
        spare = new int[n];
        searched = new int[Math.min(n, Cart.SEARCH_ROWS)];
        small = new SmallNodes(data, rule, n);
    }

    Cart.Grown grow() {
        add();
        split(0, 0, rows.length, null, 0);
        start = Arrays.copyOf(start, leaves + 1);
        start[leaves] = rows.length;
        Cart tree = new Cart(
                Arrays.copyOf(predictor, nodes), Arrays.copyOf(code, nodes), Arrays.copyOf(left, nodes), leaves);
        return new Cart.Grown(tree, rows, start);
    }

    private int add() {
        if (nodes == predictor.length) {
            predictor = Arrays.copyOf(predictor, nodes * 2);
            code = Arrays.copyOf(code, nodes * 2);
            left = Arrays.copyOf(left, nodes * 2);
        }
        return nodes++;
    }

    private boolean splittable(int m, int depth) {
        return m >= rule.minLeaf() + rule.smallest() && depth < DEPTH && data.predictors().length > 0;
    }

    /** Splits the rows from .. to-1 of a node as far as it pays; the histogram, where given, is the node's own. */
    private void split(int node, int from, int to, int @Nullable [] histogram, int depth) {
        int m = to - from;
        if (m <= SmallNodes.MOST) {
            small.load(rows, from, to);
            int[] all = IntStream.range(0, data.predictors().length).toArray();
            splitSmall(node, 0, m, from, all, all.length, depth);
            small.store(rows, from);
            return;
        }
        Split best = Split.NONE;
        int[] own = histogram;
        if (splittable(m, depth)) {
            if (m > Cart.SEARCH_ROWS) {
                Run.checkCancelled();
                best = searchPart(from, to);
            } else {
                own = own == null ? histogram(rows, from, to) : own;
                best = search(own, m, rule.minLeaf());
            }
        }
        if (best.predictor() < 0) {
            leaf(node, from);
            return;
        }
        int middle = partition(from, to, best);
        int child = inner(node, best);
        int[] leftHistogram = null;
        int[] rightHistogram = null;
        boolean leftIsSmall = middle - from <= to - middle;
        if (own != null && Math.max(middle - from, to - middle) > SmallNodes.MOST) {
            int[] lesser = leftIsSmall ? histogram(rows, from, middle) : histogram(rows, middle, to);
            for (int i = 0; i < histogramSize; i++) {
                own[i] -= lesser[i];
            }
            leftHistogram = leftIsSmall ? lesser : own;
            rightHistogram = leftIsSmall ? own : lesser;
        }
        split(child, from, middle, leftHistogram, depth + 1);
        split(child + 1, middle, to, rightHistogram, depth + 1);
    }

    /** The same for loaded rows, of which those before {@code from} come at {@code base} of all. */
    private void splitSmall(int node, int from, int to, int base, int[] active, int count, int depth) {
        Split best = Split.NONE;
        int[] varying = active;
        int kept = count;
        if (splittable(to - from, depth)) {
            varying = active.clone();
            kept = small.search(from, to, varying, count);
            best = small.found();
        }
        if (best.predictor() < 0) {
            leaf(node, base + from);
            return;
        }
        int middle = small.partition(from, to, best);
        int child = inner(node, best);
        splitSmall(child, from, middle, base, varying, kept, depth + 1);
        splitSmall(child + 1, middle, to, base, varying, kept, depth + 1);
    }

    private void leaf(int node, int from) {
        predictor[node] = -1;
        code[node] = leaves;
        if (leaves + 1 >= start.length) {
            start = Arrays.copyOf(start, start.length * 2);
        }
        start[leaves++] = from;
    }

    /** Makes the node ask a question; its left child, which the right one follows. */
    private int inner(int node, Split split) {
        predictor[node] = split.predictor();
        code[node] = split.code();
        int child = add();
        add();
        left[node] = child;
        return child;
    }

    /** Stable, so that rows stay in ascending order and memory is walked forwards. */
    private int partition(int from, int to, Split split) {
        byte[] codes = data.predictors()[split.predictor()];
        int l = from;
        int r = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if ((codes[row] & 0xFF) <= split.code()) {
                rows[l++] = row;
            } else {
                spare[r++] = row;
            }
        }
        System.arraycopy(spare, 0, rows, l, r);
        return l;
    }

    private int[] histogram(int[] of, int from, int to) {
        int[] histogram = new int[histogramSize];
        byte[] target = data.target();
        for (int f = 0; f < offset.length - 1; f++) {
            byte[] codes = data.predictors()[f];
            int base = offset[f];
            for (int i = from; i < to; i++) {
                int row = of[i];
                histogram[base + (codes[row] & 0xFF) * classes + (target[row] & 0xFF)]++;
            }
        }
        return histogram;
    }

    private Split searchPart(int from, int to) {
        double stride = (to - from) / (double) searched.length;
        double at = rng.nextDouble() * stride;
        for (int i = 0; i < searched.length; i++) {
            searched[i] = rows[from + (int) (at + i * stride)];
        }
        int least = Math.max(1, (int) (rule.minLeaf() / stride));
        Split found = search(histogram(searched, 0, searched.length), searched.length, least);
        if (found.predictor() < 0) {
            return Split.NONE;
        }
        int size = 0;
        byte[] codes = data.predictors()[found.predictor()];
        for (int i = from; i < to; i++) {
            size += (codes[rows[i]] & 0xFF) <= found.code() ? 1 : 0;
        }
        return size >= rule.minLeaf() && to - from - size >= rule.minLeaf() ? found : Split.NONE;
    }

    private Split search(int[] histogram, int m, int least) {
        int[] total = new int[classes];
        for (int k = 0; k < data.bins()[0]; k++) {
            for (int t = 0; t < classes; t++) {
                total[t] += histogram[k * classes + t];
            }
        }
        double squares = 0;
        for (int count : total) {
            squares += (double) count * count;
        }
        double best = squares / m + rule.threshold(total, m);
        int smallest = Math.min(least, rule.smallest());
        Split found = Split.NONE;
        long[] leftOnes = new long[classes];
        for (int f = 0; f < offset.length - 1; f++) {
            Arrays.fill(leftOnes, 0);
            long size = 0;
            double leftSquares = 0;
            double rightSquares = squares;
            int at = offset[f];
            for (int k = 0; k < data.bins()[f] - 1; k++) {
                long before = size;
                for (int t = 0; t < classes; t++, at++) {
                    long c = histogram[at];
                    if (c > 0) {
                        long l = leftOnes[t];
                        long r = total[t] - l;
                        leftSquares += c * (2 * l + c);
                        rightSquares -= c * (2 * r - c);
                        leftOnes[t] = l + c;
                        size += c;
                    }
                }
                if (m - size < smallest) {
                    break;
                }
                if (size == before
                        || !rule.fits(size, leftSquares, least)
                        || !rule.fits(m - size, rightSquares, least)) {
                    continue;
                }
                double score = leftSquares / size + rightSquares / (m - size);
                if (score > best) {
                    best = score;
                    found = new Split(f, k);
                }
            }
        }
        return found;
    }
}
