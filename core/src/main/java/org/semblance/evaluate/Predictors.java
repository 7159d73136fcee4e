package org.semblance.evaluate;

import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.Binned;
import org.semblance.trees.Bins;

/** The columns of two tables, one below the other, as codes for tree growers. */
public final class Predictors {
    private Predictors() {}

    /**
     * Codes of the rows of {@code upper}, then those of {@code lower}; bins are cut from both.
     *
     * @param columns positions in both tables, which have the same columns
     */
    public static Binned of(Table upper, Table lower, int[] columns) {
        short[][] codes = new short[columns.length][];
        Bins[] bins = new Bins[columns.length];
        for (int f = 0; f < columns.length; f++) {
            int column = columns[f];
            if (upper.column(column) instanceof NumberColumn) {
                double[] values = new double[upper.rows() + lower.rows()];
                NumberColumn above = upper.numbers(column);
                NumberColumn below = lower.numbers(column);
                for (int i = 0; i < values.length; i++) {
                    values[i] = i < upper.rows() ? above.get(i) : below.get(i - upper.rows());
                }
                bins[f] = Bins.ofNumbers(values, Bins.MOST);
                codes[f] = bins[f].codes(values);
            } else {
                Labels labels = Labels.of(upper.column(column), lower.column(column));
                int[] both = new int[upper.rows() + lower.rows()];
                System.arraycopy(labels.codes()[0], 0, both, 0, upper.rows());
                System.arraycopy(labels.codes()[1], 0, both, upper.rows(), lower.rows());
                bins[f] = Bins.ofLabels(both, labels.levels(), Bins.MOST);
                codes[f] = bins[f].codes(both);
            }
        }
        return Binned.of(codes, bins, upper.rows() + lower.rows());
    }
}
