package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.trees.LeafTree;

/**
 * A value of one of the observed rows that come to the same leaf as the row; of several trees, all their leaves' rows
 * together, one that is in several as often.
 *
 * @param leaves of each tree
 * @param rows [donors] which row of the fit each donor is, ascending
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
        if (labels.isEmpty()) {
            return NumberColumn.of(out);
        }
        int[] codes = new int[out.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Double.isNaN(out[i]) ? -1 : (int) out[i];
        }
        return CodeColumn.of(codes, labels);
    }

    /** One row of predictors. */
    static final class Cells implements LeafTree.Row {
        private final double[][] numbers;
        private final int[][] codes;
        int row;

        Cells(Predictors x) {
            int p = x.table().width();
            numbers = new double[p][];
            codes = new int[p][];
            for (int c = 0; c < p; c++) {
                if (x.table().column(c) instanceof NumberColumn column) {
                    numbers[c] = column.toArray();
                } else {
                    codes[c] = ((CodeColumn) x.table().column(c)).toArray();
                }
            }
        }

        @Override
        public double number(int predictor) {
            return numbers[predictor][row];
        }

        @Override
        public int label(int predictor) {
            return codes[predictor][row];
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
            if (rows.length < 2 || not < 0) {
                return rows.length == 0 ? -1 : rng.nextInt(rows.length);
            }
            int donor = rng.nextInt(rows.length - 1);
            return donor >= not ? donor + 1 : donor;
        }
    }
}
