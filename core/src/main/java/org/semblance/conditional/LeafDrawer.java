package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Table;
import org.semblance.trees.LeafTree;

/**
 * A value of one of the observed rows that come to the same leaf as the row; of several trees, all their leaves' rows
 * together, one that is in several as often.
 *
 * @param leaves of each tree
 * @param rows [donors] which row of the fit each donor is, ascending; empty where that is forgotten
 * @param values [donors] their values; places in the dictionary for labels
 * @param labels the dictionary, empty for numbers
 * @param self whether a row may be its own donor
 */
record LeafDrawer(List<Leaves> leaves, int[] rows, double[] values, List<String> labels, boolean self)
        implements Conditional.Drawer {
    /**
     * A tree and the donors of its leaves.
     *
     * @param donors places of donors, by leaf, ascending in each
     * @param start where each leaf's donors begin, and where the last's end
     */
    record Leaves(LeafTree tree, int[] donors, int[] start) {}

    @Override
    public Column draw(Predictors x, Rng rng) {
        Cells cells = new Cells(x);
        double[] out = new double[x.rows()];
        Pool pool = new Pool();
        for (int i = 0; i < out.length; i++) {
            cells.row = i;
            int not = self || x.self(i) < 0 ? -1 : Arrays.binarySearch(rows, x.self(i));
            int donor = pool.draw(cells, not, rng);
            out[i] = donor < 0 ? Double.NaN : values[donor];
        }
        return Labelled.column(out, labels);
    }

    /** The leaves hold how often each value occurs, in order of the values. */
    @Override
    public Conditional.Drawer forgetful() {
        double[] different = Arrays.stream(values).distinct().sorted().toArray();
        int[] place = Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(different, value))
                .toArray();
        List<Leaves> anonymous = leaves.stream()
                .map(leaf -> {
                    int[] donors = Arrays.stream(leaf.donors).map(d -> place[d]).toArray();
                    for (int l = 0; l + 1 < leaf.start.length; l++) {
                        Arrays.sort(donors, leaf.start[l], leaf.start[l + 1]);
                    }
                    return new Leaves(leaf.tree, donors, leaf.start);
                })
                .toList();
        return new LeafDrawer(anonymous, new int[0], different, labels, self);
    }

    /** Rows of predictors, one at a time. */
    static final class Cells implements LeafTree.Row, LeafTree.Rows {
        private final Table table;
        private final double[][] numbers;
        private final int[][] codes;
        int row;

        Cells(Predictors x) {
            table = x.table();
            numbers = new double[table.width()][0];
            codes = new int[table.width()][0];
        }

        @Override
        public int count() {
            return table.rows();
        }

        @Override
        public LeafTree.Row at(int position) {
            row = position;
            return this;
        }

        @Override
        public double number(int predictor) {
            double[] known = numbers[predictor];
            if (known.length == 0) {
                // Most predictors of a wide table are never asked.
                known = table.numbers(predictor).toArray();
                numbers[predictor] = known;
            }
            return known[row];
        }

        @Override
        public int label(int predictor) {
            int[] known = codes[predictor];
            if (known.length == 0) {
                known = table.codes(predictor).toArray();
                codes[predictor] = known;
            }
            return known[row];
        }
    }

    /** The donors of one row. */
    private final class Pool {
        private final int[] leaf = new int[leaves.size()];
        private final int[] own = new int[leaves.size()];

        int draw(LeafTree.Row row, int not, Rng rng) {
            long total = 0;
            for (int t = 0; t < leaf.length; t++) {
                Leaves tree = leaves.get(t);
                leaf[t] = tree.tree.leaf(row);
                int from = tree.start[leaf[t]];
                int to = tree.start[leaf[t] + 1];
                own[t] = not < 0 ? -1 : Arrays.binarySearch(tree.donors, from, to, not);
                total += to - from - (own[t] >= 0 ? 1 : 0);
            }
            if (total == 0) {
                return elsewhere(not, rng);
            }
            int at = rng.nextInt((int) total);
            for (int t = 0; ; t++) {
                Leaves tree = leaves.get(t);
                int from = tree.start[leaf[t]];
                int size = tree.start[leaf[t] + 1] - from - (own[t] >= 0 ? 1 : 0);
                if (at < size) {
                    int place = from + at;
                    return tree.donors[own[t] >= 0 && place >= own[t] ? place + 1 : place];
                }
                at -= size;
            }
        }

        /** Any donor but the row itself; the row itself where it is the only one. */
        private int elsewhere(int not, Rng rng) {
            if (values.length < 2 || not < 0) {
                return values.length == 0 ? -1 : rng.nextInt(values.length);
            }
            int donor = rng.nextInt(values.length - 1);
            return donor >= not ? donor + 1 : donor;
        }
    }
}
