package org.semblance.linkage.score;

/** Things that are joined and asked who hangs together (union-find with path halving, by the smaller number). */
final class Union {
    private final int[] parent;

    Union(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The smallest number that hangs together with {@code i}, as far as it is known by now. */
    int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        if (x < y) {
            parent[y] = x;
        } else {
            parent[x] = y;
        }
    }

    /** The root of every number; the array is this one's own. */
    int[] labels() {
        for (int i = 0; i < parent.length; i++) {
            parent[i] = parent[parent[i]];
        }
        return parent;
    }
}
