package org.semblance.trees;

import java.util.Arrays;

/** A {@link LeafTree} while it is grown: nodes that may still become leaves again, and the rows in the order of the nodes. */
final class GrowingTree {
    /** Those of a node stand together. */
    final int[] rows;

    private final int[] spare;
    private int[] predictor = new int[64];
    private int[] left = new int[64];
    private int[] counting = new int[64];
    private int[] end = new int[64];
    private Parting[] parting = new Parting[64];
    private int nodes;

    /** One node with all rows. */
    GrowingTree(int[] rows) {
        this.rows = rows.clone();
        spare = new int[rows.length];
        add();
    }

    private int add() {
        if (nodes == predictor.length) {
            int room = 2 * nodes;
            predictor = Arrays.copyOf(predictor, room);
            left = Arrays.copyOf(left, room);
            counting = Arrays.copyOf(counting, room);
            end = Arrays.copyOf(end, room);
            parting = Arrays.copyOf(parting, room);
        }
        predictor[nodes] = -1;
        parting[nodes] = Parting.NONE;
        return nodes++;
    }

    /**
     * Makes a node a leaf, whatever is below it.
     *
     * @param from where its rows begin that do not count
     * @param to where its rows end
     */
    void leaf(int node, int from, int to) {
        predictor[node] = -1;
        counting[node] = from;
        end[node] = to;
    }

    /** The left child; the right one follows it. */
    int left(int node) {
        return left[node];
    }

    /** Gives a node two children and parts its rows, stable; returns where the right ones begin. */
    int part(int node, Feature feature, int asked, Parting way, int from, int to) {
        ask(node, asked, way);
        return part(rows, feature, way, from, to, to);
    }

    /** Gives a node two children. */
    void ask(int node, int asked, Parting way) {
        int child = add();
        add();
        left[node] = child;
        predictor[node] = asked;
        parting[node] = way;
    }

    /** Of the rows parted last, how many of those that count went left. */
    int counted;

    /**
     * Parts rows, stable; returns where the right ones begin.
     *
     * @param rows those of the tree, or others at the same places
     * @param counting where those begin that did not count when the way was found: a cut may lie beside their codes
     */
    int part(int[] rows, Feature feature, Parting way, int from, int counting, int to) {
        int[] codes = feature.codes();
        boolean numbers = !feature.labels();
        int l = from;
        int r = 0;
        for (int i = from; i < counting; i++) {
            int row = rows[i];
            boolean goes = numbers ? codes[row] <= way.last() : way.goesLeft(codes[row]);
            // Both are written and one is kept: a branch would be guessed wrong half of the time.
            rows[l] = row;
            spare[r] = row;
            l += goes ? 1 : 0;
            r += goes ? 0 : 1;
        }
        counted = l - from;
        for (int i = counting; i < to; i++) {
            int row = rows[i];
            // Only codes between those of the cut need the number itself.
            int c = codes[row];
            boolean goes =
                    !numbers ? way.goesLeft(c) : c <= way.last() || c < way.next() && feature.number(row) <= way.cut();
            rows[l] = row;
            spare[r] = row;
            l += goes ? 1 : 0;
            r += goes ? 0 : 1;
        }
        System.arraycopy(spare, 0, rows, l, r);
        return l;
    }

    LeafTree.Grown grown() {
        return new Flat().grown();
    }

    /** The nodes that were kept, numbered anew. */
    private final class Flat {
        private final int[] asked = new int[nodes];
        private final double[] cuts = new double[nodes];
        private final int[] children = new int[nodes];
        private final int[] set = new int[nodes];
        private int[] words = new int[16];
        private int[] start = new int[nodes + 1];
        /** Where each leaf's rows begin that do not count; -1 where splits below it were taken back. */
        private final int[] others = new int[nodes];

        private int used;
        private int length;
        private int leaves;

        LeafTree.Grown grown() {
            used = 1;
            copy(0, 0);
            start = Arrays.copyOf(start, leaves + 1);
            for (int l = 0; l < leaves; l++) {
                if (others[l] < 0) {
                    Arrays.sort(rows, start[l], start[l + 1]);
                } else {
                    merge(start[l], others[l], start[l + 1]);
                }
            }
            return new LeafTree.Grown(
                    new LeafTree(
                            Arrays.copyOf(asked, used),
                            Arrays.copyOf(cuts, used),
                            Arrays.copyOf(children, used),
                            Arrays.copyOf(set, used),
                            Arrays.copyOf(words, length)),
                    rows,
                    start);
        }

        /** Puts rows in order that are so in two parts, since parting is stable. */
        private void merge(int from, int middle, int to) {
            if (middle == from || middle == to) {
                return;
            }
            System.arraycopy(rows, from, spare, from, middle - from);
            int one = from;
            int other = middle;
            for (int at = from; one < middle; at++) {
                boolean second = other < to && rows[other] < spare[one];
                rows[at] = second ? rows[other++] : spare[one++];
            }
        }

        private void copy(int from, int to) {
            asked[to] = predictor[from];
            set[to] = -1;
            if (predictor[from] < 0) {
                children[to] = leaves;
                others[leaves] = left[from] > 0 ? -1 : counting[from];
                start[++leaves] = end[from];
                return;
            }
            int[] own = parting[from].set();
            cuts[to] = parting[from].cut();
            if (own.length > 0) {
                set[to] = length;
                while (length + own.length > words.length) {
                    words = Arrays.copyOf(words, 2 * words.length);
                }
                System.arraycopy(own, 0, words, length, own.length);
                length += own.length;
            }
            children[to] = used;
            used += 2;
            int child = children[to];
            copy(left[from], child);
            copy(left[from] + 1, child + 1);
        }
    }
}
