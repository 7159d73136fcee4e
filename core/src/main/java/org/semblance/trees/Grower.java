package org.semblance.trees;

import java.util.Arrays;

/**
 * Grows one tree after the other on the same predictors. A node's rows lie side by side with their derivatives; its
 * histogram is added up from its rows for the smaller child and subtracted for the larger one. Derivatives are
 * rounded to a common grid of 24 bits, so sums are exact: an empty code is exactly zero after a subtraction, and the
 * order of rows does not matter.
 */
final class Grower {
    /** Where the sums of the trees are kept, of which one output is being grown. */
    record Margins(float[] values, int outputs, int output) {
        void add(int row, float more) {
            values[row * outputs + output] += more;
        }
    }

    private final Binned x;
    private final Boosting.Settings settings;
    private final Forest forest;
    private final int[] from;
    private final double[][] histograms;
    private final double[] gain;
    private final Split split;
    private int[] rows = new int[0];
    private float[] g = new float[0];
    private float[] h = new float[0];
    private int[] otherRows = new int[0];
    private float[] otherG = new float[0];
    private float[] otherH = new float[0];

    Grower(Binned x, Boosting.Settings settings, Forest forest) {
        this.x = x;
        this.settings = settings;
        this.forest = forest;
        from = new int[x.features() + 1];
        for (int f = 0; f < x.features(); f++) {
            from[f + 1] = Math.addExact(from[f], x.sizes()[f]);
        }
        histograms = new double[settings.depth() + 1][0];
        gain = new double[x.features()];
        split = new Split(settings);
    }

    /** What the splits on each feature have gained so far. */
    double[] gain() {
        return gain;
    }

    /** Grows a tree from the given rows, adds it to their margins and returns its root. */
    int grow(int[] train, float[] gradient, float[] hessian, Margins margins) {
        int n = train.length;
        if (rows.length < n) {
            rows = new int[n];
            g = new float[n];
            h = new float[n];
            otherRows = new int[n];
            otherG = new float[n];
            otherH = new float[n];
        }
        System.arraycopy(train, 0, rows, 0, n);
        double unitG = grid(train, gradient);
        double unitH = grid(train, hessian);
        double sumG = 0;
        double sumH = 0;
        for (int i = 0; i < n; i++) {
            g[i] = (float) (Math.rint(gradient[train[i]] / unitG) * unitG);
            h[i] = (float) (Math.rint(hessian[train[i]] / unitH) * unitH);
            sumG += g[i];
            sumH += h[i];
        }
        int root = forest.tree();
        double[] histogram = histogram(0);
        if (settings.depth() > 0) {
            addUp(histogram, 0, n);
        }
        grow(new Node(root, 0, n, 0, sumG, sumH), histogram, margins);
        return root;
    }

    private static double grid(int[] train, float[] values) {
        float most = Float.MIN_NORMAL;
        for (int row : train) {
            most = Math.max(most, Math.abs(values[row]));
        }
        return Math.scalb(1.0, Math.getExponent(most) - 22);
    }

    private double[] histogram(int level) {
        double[] found = histograms[level];
        if (found.length == 0) {
            found = new double[2 * from[x.features()]];
            histograms[level] = found;
        } else {
            Arrays.fill(found, 0);
        }
        return found;
    }

    /** A node of the tree: its rows, how deep it is, and the sums of its derivatives. */
    private record Node(int id, int begin, int end, int depth, double g, double h) {}

    /** Grows below a node; uses up its histogram and those of deeper levels. */
    private void grow(Node node, double[] histogram, Margins margins) {
        split.begin(node.g, node.h);
        if (node.depth < settings.depth() && node.end - node.begin > 1 && node.h >= 2 * settings.minChild()) {
            search(histogram);
        }
        if (!split.found()) {
            leaf(node, margins);
            return;
        }
        gain[split.feature] += split.gain;
        int children = forest.question(node.id, split);
        double[] sums = new double[2];
        int middle = partition(node, sums);
        Node first = new Node(children, node.begin, middle, node.depth + 1, sums[0], sums[1]);
        Node second = new Node(children + 1, middle, node.end, node.depth + 1, node.g - sums[0], node.h - sums[1]);
        boolean firstSmaller = middle - node.begin <= node.end - middle;
        Node smaller = firstSmaller ? first : second;
        Node larger = firstSmaller ? second : first;
        if (node.depth + 1 == settings.depth()) {
            leaf(first, margins);
            leaf(second, margins);
            return;
        }
        double[] own = histogram(node.depth + 1);
        addUp(own, smaller.begin, smaller.end);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] -= own[i];
        }
        grow(smaller, own, margins);
        grow(larger, histogram, margins);
    }

    private void search(double[] histogram) {
        for (int f = 0; f < x.features(); f++) {
            if (x.labels()[f]) {
                split.labels(f, histogram, from[f], x.sizes()[f]);
            } else {
                split.numbers(f, histogram, from[f], x.sizes()[f]);
            }
        }
    }

    private void leaf(Node node, Margins margins) {
        double step = node.h + settings.lambda() > 0 ? -node.g / (node.h + settings.lambda()) : 0;
        forest.leaf(node.id, settings.eta() * step);
        float adds = forest.value(node.id);
        for (int i = node.begin; i < node.end; i++) {
            margins.add(rows[i], adds);
        }
    }

    private void addUp(double[] histogram, int begin, int end) {
        short[][] codes = x.codes();
        int f = 0;
        for (; f + 1 < codes.length; f += 2) {
            addUpTwo(histogram, f, begin, end);
        }
        if (f < codes.length) {
            addUpOne(histogram, f, begin, end);
        }
    }

    /** Two features in one pass: their additions do not wait for one another. */
    private void addUpTwo(double[] histogram, int f, int begin, int end) {
        short[] first = x.codes()[f];
        short[] second = x.codes()[f + 1];
        int firstFrom = 2 * from[f];
        int secondFrom = 2 * from[f + 1];
        int[] nodeRows = rows;
        float[] nodeG = g;
        float[] nodeH = h;
        for (int i = begin; i < end; i++) {
            int row = nodeRows[i];
            double gradient = nodeG[i];
            double hessian = nodeH[i];
            int a = firstFrom + 2 * first[row];
            int b = secondFrom + 2 * second[row];
            histogram[a] += gradient;
            histogram[a + 1] += hessian;
            histogram[b] += gradient;
            histogram[b + 1] += hessian;
        }
    }

    private void addUpOne(double[] histogram, int f, int begin, int end) {
        short[] codes = x.codes()[f];
        int offset = 2 * from[f];
        for (int i = begin; i < end; i++) {
            int at = offset + 2 * codes[rows[i]];
            histogram[at] += g[i];
            histogram[at + 1] += h[i];
        }
    }

    /** Puts the rows that go left before the others, keeping their order; returns where the others begin. */
    private int partition(Node node, double[] leftSums) {
        short[] codes = x.codes()[split.feature];
        boolean[] left = new boolean[x.sizes()[split.feature]];
        for (int code = 0; code < left.length; code++) {
            left[code] = split.goesLeft(code);
        }
        int kept = node.begin;
        int moved = 0;
        double sumG = 0;
        double sumH = 0;
        for (int i = node.begin; i < node.end; i++) {
            int row = rows[i];
            if (left[codes[row]]) {
                rows[kept] = row;
                g[kept] = g[i];
                h[kept] = h[i];
                sumG += g[i];
                sumH += h[i];
                kept++;
            } else {
                otherRows[moved] = row;
                otherG[moved] = g[i];
                otherH[moved] = h[i];
                moved++;
            }
        }
        System.arraycopy(otherRows, 0, rows, kept, moved);
        System.arraycopy(otherG, 0, g, kept, moved);
        System.arraycopy(otherH, 0, h, kept, moved);
        leftSums[0] = sumG;
        leftSums[1] = sumH;
        return kept;
    }
}
