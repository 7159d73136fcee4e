package org.semblance.evaluate;

import java.util.Arrays;

/**
 * The rows of one table as a tree of boxes, in which the nearest rows of a given row are found without looking at most
 * of the others; the very same rows and distances that a loop would find.
 *
 * <p>A k-d tree (Bentley 1975, doi:10.1145/361002.361007): each inner node asks one question, a number or a label's
 * code not above a cut; the question is about the column in which the node's rows differ most. On the way down, the
 * least distance that the questions allow is kept per column (Arya and Mount 1993, doi:10.1109/DCC.1993.253111), and a
 * branch that cannot hold a nearer row is left out. Built in O(rows x log rows); a search costs from O(log rows), where
 * labels or few numbers set the rows apart, up to a look at all rows, where many independent numbers do. May be
 * searched by many threads at once.
 */
public final class Neighbours {
    private static final int LEAF = 48;
    private static final int PAIRS = 24;
    /** After so many numbers it is asked whether any row of a leaf can still be near enough. */
    private static final int EVERY = 8;

    /** Stands for a missing number where all others lie within 0 and 1: farther from these than the 1 that counts. */
    private static final float MISSING = 3;

    private final Distances distances;
    private final Packed rows;
    private final int[] order;
    /** The numbers, leaf by leaf and in it column by column, so that a leaf's rows are added up side by side. */
    private final float[] values;

    /** Per number whether some row lacks it, and then whether the others lie within 0 and 1. */
    private final boolean[] gappy;

    private final boolean[] within;
    private final int longestLeaf;
    private final float slack;
    private int nodes;
    /** The feature asked about, or -1 for a leaf. */
    private int[] feature = new int[64];
    /** Left are values not above the cut. */
    private float[] cut = new float[64];
    /** The least value right of the cut. */
    private float[] above = new float[64];
    /** Whether missing numbers lie on the left. */
    private boolean[] gaps = new boolean[64];
    /** The right child (the left one is the next node), or the first row of a leaf. */
    private int[] right = new int[64];
    /** The end of a leaf's rows. */
    private int[] end = new int[64];

    Neighbours(Distances distances, int table) {
        this.distances = distances;
        Packed all = distances.table(table);
        order = new int[all.rows];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        build(all, 0, order.length);
        rows = all.ordered(order);
        gappy = rows.gappy();
        within = rows.within();
        values = new float[order.length * gappy.length];
        int longest = 0;
        for (int node = 0; node < nodes; node++) {
            if (feature[node] < 0) {
                transpose(right[node], end[node]);
                longest = Math.max(longest, end[node] - right[node]);
            }
        }
        longestLeaf = longest;
        // Sums of floats are off by a few units in the last place for each term.
        slack = 1 - 1.2e-7f * (all.layout.features() + 8);
    }

    private void transpose(int from, int to) {
        int numbers = gappy.length;
        for (int c = 0; c < numbers; c++) {
            for (int i = from; i < to; i++) {
                float value = rows.get(i, c);
                values[from * numbers + c * (to - from) + i - from] = within[c] && Float.isNaN(value) ? MISSING : value;
            }
        }
    }

    private void build(Packed all, int from, int to) {
        int node = nodes++;
        grow(node);
        int asked = to - from <= LEAF ? -1 : widest(all, from, to);
        feature[node] = asked;
        if (asked < 0) {
            right[node] = from;
            end[node] = to;
            return;
        }
        cut[node] = middle(all, asked, from, to);
        int middle = split(all, node, from, to);
        build(all, from, middle);
        right[node] = nodes;
        build(all, middle, to);
    }

    private void grow(int node) {
        if (node == feature.length) {
            feature = Arrays.copyOf(feature, 2 * node);
            cut = Arrays.copyOf(cut, 2 * node);
            above = Arrays.copyOf(above, 2 * node);
            gaps = Arrays.copyOf(gaps, 2 * node);
            right = Arrays.copyOf(right, 2 * node);
            end = Arrays.copyOf(end, 2 * node);
        }
    }

    /** The feature in which some pairs of rows differ most; -1 where they are all alike. */
    private int widest(Packed all, int from, int to) {
        int half = (to - from) / 2;
        int pairs = Math.min(PAIRS, half);
        int best = -1;
        float most = 0;
        for (int f = 0; f < all.layout.features(); f++) {
            float sum = 0;
            for (int i = 0; i < pairs; i++) {
                int at = from + (int) ((long) i * half / pairs);
                sum += all.gap(f, order[at], all, order[at + half]);
            }
            if (sum > most) {
                most = sum;
                best = f;
            }
        }
        return best;
    }

    /** The median of some values of a feature, but below the largest of them. */
    private float middle(Packed all, int asked, int from, int to) {
        int half = (to - from) / 2;
        int pairs = Math.min(PAIRS, half);
        float[] values = new float[2 * pairs];
        for (int i = 0; i < pairs; i++) {
            int at = from + (int) ((long) i * half / pairs);
            values[2 * i] = key(all, order[at], asked);
            values[2 * i + 1] = key(all, order[at + half], asked);
        }
        Arrays.sort(values);
        int at = pairs;
        while (values[at] == values[values.length - 1]) {
            at--;
        }
        return values[at];
    }

    private static float key(Packed all, int row, int asked) {
        float value = all.get(row, asked);
        return Float.isNaN(value) ? Float.NEGATIVE_INFINITY : value;
    }

    /** Puts the rows not above the node's cut first, and says where the others begin. */
    private int split(Packed all, int node, int from, int to) {
        int asked = feature[node];
        int left = from;
        int last = to;
        float least = Float.POSITIVE_INFINITY;
        while (left < last) {
            float key = key(all, order[left], asked);
            if (key <= cut[node]) {
                gaps[node] |= key == Float.NEGATIVE_INFINITY;
                left++;
            } else {
                least = Math.min(least, key);
                last--;
                int moved = order[left];
                order[left] = order[last];
                order[last] = moved;
            }
        }
        above[node] = least;
        return left;
    }

    /** What is done with the rows that a search meets. */
    public abstract static class Hunt {
        /** Only rows nearer than this are met; may be lowered while the search goes on. */
        protected float limit = Float.POSITIVE_INFINITY;

        /** A row of the index, by its place in the table, and its distance, below the limit; in no certain order. */
        protected abstract void meet(int row, float distance);

        /** A row's lot in a draw among equally far rows, the lowest wins; another one for each salt. SplitMix64's finaliser. */
        protected static long lot(long salt, int row) {
            long z = salt + (row + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }

    /** Meets all rows that are nearer to a row of one of the tables than the hunt's limit; how many were looked at. */
    public int search(int fromTable, int row, Hunt hunt) {
        Search search = new Search(distances.table(fromTable), row, hunt);
        if (order.length > 0) {
            search.visit(0, 0);
        }
        return search.looked;
    }

    /** How many columns a row has. */
    public int width() {
        return rows.layout.features();
    }

    /** One walk through the tree. */
    private final class Search {
        private final Packed from;
        private final int row;
        private final Packed.Point point;
        private final Hunt hunt;
        private final float[] paid;
        private final float[] sums;
        private int looked;

        Search(Packed from, int row, Hunt hunt) {
            this.from = from;
            this.row = row;
            this.hunt = hunt;
            point = from.point(row);
            paid = new float[from.layout.features()];
            sums = new float[longestLeaf];
        }

        /** @param bound no row below the node is nearer than this: the sum of what is paid per feature */
        void visit(int node, double bound) {
            if (feature[node] < 0) {
                leaf(right[node], end[node]);
                return;
            }
            float left = toLeft(node);
            float other = toRight(node);
            if (left <= other) {
                enter(node + 1, node, left, bound);
                enter(right[node], node, other, bound);
            } else {
                enter(right[node], node, other, bound);
                enter(node + 1, node, left, bound);
            }
        }

        private void leaf(int begin, int end) {
            int count = end - begin;
            looked += count;
            float least = Float.POSITIVE_INFINITY;
            for (int j = 0; j < count; j++) {
                sums[j] = rows.labels(point, begin + j);
                least = Math.min(least, sums[j]);
            }
            for (int c = 0; c < gappy.length && least < hunt.limit; c++) {
                add(point.values()[c], begin * gappy.length + c * count, count, c);
                if (c % EVERY == EVERY - 1) {
                    least = least(count);
                }
            }
            if (least >= hunt.limit) {
                return;
            }
            for (int j = 0; j < count; j++) {
                if (sums[j] < hunt.limit) {
                    hunt.meet(order[begin + j], sums[j]);
                }
            }
        }

        /** Adds what one number adds; mostly a plain loop, which the compiler turns into vector instructions. */
        private void add(float own, int from, int count, int column) {
            float[] into = sums;
            float[] all = values;
            if (!gappy[column] && !Float.isNaN(own)) {
                for (int j = 0; j < count; j++) {
                    into[j] += Math.abs(own - all[from + j]);
                }
            } else if (within[column] && own >= 0 && own <= 1) {
                for (int j = 0; j < count; j++) {
                    into[j] += Math.min(1, Math.abs(own - all[from + j]));
                }
            } else {
                for (int j = 0; j < count; j++) {
                    float other = all[from + j];
                    into[j] += Packed.gap(own, within[column] && other == MISSING ? Float.NaN : other);
                }
            }
        }

        private float least(int count) {
            float least = Float.POSITIVE_INFINITY;
            for (int j = 0; j < count; j++) {
                least = Math.min(least, sums[j]);
            }
            return least;
        }

        private void enter(int child, int node, float toll, double bound) {
            int asked = feature[node];
            float before = paid[asked];
            float now = Math.max(before, toll);
            double least = bound - before + now;
            if (least * slack < hunt.limit) {
                paid[asked] = now;
                visit(child, least);
                paid[asked] = before;
            }
        }

        private float toLeft(int node) {
            float value = from.get(row, feature[node]);
            if (feature[node] >= from.layout.numbers()) {
                return value <= cut[node] ? 0 : from.layout.apart();
            }
            if (Float.isNaN(value)) {
                return gaps[node] ? 0 : 1;
            }
            float far = Math.max(0, value - cut[node]);
            return gaps[node] ? Math.min(1, far) : far;
        }

        private float toRight(int node) {
            float value = from.get(row, feature[node]);
            if (feature[node] >= from.layout.numbers()) {
                return value > cut[node] ? 0 : from.layout.apart();
            }
            return Float.isNaN(value) ? 1 : Math.max(0, above[node] - value);
        }
    }
}
