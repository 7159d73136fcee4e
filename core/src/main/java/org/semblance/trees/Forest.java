package org.semblance.trees;

import java.util.Arrays;

/** Trees under construction: the arrays of an {@link Ensemble} with room to grow. */
final class Forest {
    private int trees;
    private int nodes;
    private int words;
    private int[] roots = new int[128];
    private int[] firstWord = new int[128];
    private int[] feature = new int[4096];
    private int[] split = new int[4096];
    private byte[] route = new byte[4096];
    private int[] left = new int[4096];
    private float[] value = new float[4096];
    private int[] sets = new int[256];

    /** A new tree of one leaf; returns its root. */
    int tree() {
        if (trees == roots.length) {
            roots = Arrays.copyOf(roots, 2 * trees);
            firstWord = Arrays.copyOf(firstWord, 2 * trees);
        }
        int root = nodes(1);
        firstWord[trees] = words;
        roots[trees++] = root;
        return root;
    }

    /** Two new leaves, side by side; returns the first. */
    int pair() {
        return nodes(2);
    }

    private int nodes(int count) {
        if (nodes + count > feature.length) {
            int room = 2 * feature.length;
            feature = Arrays.copyOf(feature, room);
            split = Arrays.copyOf(split, room);
            route = Arrays.copyOf(route, room);
            left = Arrays.copyOf(left, room);
            value = Arrays.copyOf(value, room);
        }
        Arrays.fill(feature, nodes, nodes + count, -1);
        nodes += count;
        return nodes - count;
    }

    void leaf(int node, double adds) {
        value[node] = (float) adds;
    }

    float value(int node) {
        return value[node];
    }

    /** Turns a leaf into a question; returns its left child. */
    int question(int node, Split found) {
        int children = pair();
        feature[node] = found.feature;
        left[node] = children;
        route[node] = found.route;
        if (found.route == Ensemble.SET) {
            int length = found.set.length;
            while (words + length > sets.length) {
                sets = Arrays.copyOf(sets, 2 * sets.length);
            }
            System.arraycopy(found.set, 0, sets, words, length);
            split[node] = words;
            words += length;
        } else {
            split[node] = found.at;
        }
        return children;
    }

    /** Adds the tree's values to the margins of rows that did not grow it. */
    void add(int root, Binned x, int[] rows, Grower.Margins margins) {
        Ensemble all = new Ensemble(new float[0], roots, feature, split, route, left, value, sets);
        for (int row : rows) {
            margins.add(row, value[all.leaf(root, x.codes(), row)]);
        }
    }

    /** The first {@code kept} trees, in arrays of their size. */
    Ensemble ensemble(float[] base, int kept) {
        int end = kept < trees ? roots[kept] : nodes;
        int endOfSets = kept < trees ? firstWord[kept] : words;
        return new Ensemble(
                base,
                Arrays.copyOf(roots, kept),
                Arrays.copyOf(feature, end),
                Arrays.copyOf(split, end),
                Arrays.copyOf(route, end),
                Arrays.copyOf(left, end),
                Arrays.copyOf(value, end),
                Arrays.copyOf(sets, endOfSets));
    }
}
