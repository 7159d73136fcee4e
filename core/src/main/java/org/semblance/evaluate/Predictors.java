package org.semblance.evaluate;

import java.util.Arrays;
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
                if (labels.levels() > Bins.MOST) {
                    renumber(both, upper.rows(), labels.levels());
                }
                bins[f] = Bins.ofLabels(both, labels.levels(), Bins.MOST);
                codes[f] = bins[f].codes(both);
            }
        }
        return Binned.of(codes, bins, upper.rows() + lower.rows());
    }

    /**
     * Numbers labels by their first row, both tables read side by side. Of more labels than codes those with the lower
     * number get one where they are equally frequent: that must not be all labels of the upper table.
     */
    private static void renumber(int[] both, int upper, int levels) {
        int[] numberOf = new int[levels];
        Arrays.fill(numberOf, -1);
        int lower = both.length - upper;
        int next = 0;
        int a = 0;
        int b = 0;
        while (a < upper || b < lower) {
            boolean above = b == lower || a < upper && (long) a * lower <= (long) b * upper;
            int label = both[above ? a++ : upper + b++];
            if (label >= 0 && numberOf[label] < 0) {
                numberOf[label] = next++;
            }
        }
        for (int i = 0; i < both.length; i++) {
            both[i] = both[i] < 0 ? -1 : numberOf[both[i]];
        }
    }
}
