package org.semblance.evaluate.alike;

import java.util.Arrays;
import org.semblance.evaluate.Labels;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.Binned;
import org.semblance.trees.Bins;

/**
 * The rows of two tables, one below the other, as codes for trees that are to tell them apart, made for each fold.
 *
 * <p>Labels are coded by what the training rows of the fold hold of them, both tables counted together: a label that is
 * not among them, or once only, shares a code with all others of its kind. A column of nearly unique labels (tickets,
 * names) would else give rows away that are no different: where there are more labels than codes, those listed first
 * get one, and the table listed first is the real one. Ties at the last code get none, so that no order of labels counts.
 * Cost: a pass over the rows per column and fold.
 *
 * @param numbers by column and row; an empty array for labels
 * @param labels by column and row, -1 missing; an empty array for numbers
 * @param bins by column, what codes of numbers mean
 * @param levels by column, how many labels there are
 */
record FoldCodes(short[][] numbers, int[][] labels, Bins[] bins, int[] levels, int rows) {
    /** Below this many training rows a label tells only of those rows. */
    private static final int LEAST = 2;

    static FoldCodes of(Table upper, Table lower) {
        int width = upper.width();
        int rows = upper.rows() + lower.rows();
        short[][] numbers = new short[width][];
        int[][] labels = new int[width][];
        Bins[] bins = new Bins[width];
        int[] levels = new int[width];
        for (int f = 0; f < width; f++) {
            numbers[f] = new short[0];
            labels[f] = new int[0];
            if (upper.column(f) instanceof NumberColumn) {
                double[] values = Arrays.copyOf(upper.numbers(f).toArray(), rows);
                System.arraycopy(lower.numbers(f).toArray(), 0, values, upper.rows(), lower.rows());
                bins[f] = Bins.ofNumbers(values, Bins.MOST);
                numbers[f] = bins[f].codes(values);
            } else {
                Labels both = Labels.of(upper.column(f), lower.column(f));
                labels[f] = Arrays.copyOf(both.codes()[0], rows);
                System.arraycopy(both.codes()[1], 0, labels[f], upper.rows(), lower.rows());
                levels[f] = both.levels();
                bins[f] = Bins.ofLabels(new int[0], 0, Bins.MOST);
            }
        }
        return new FoldCodes(numbers, labels, bins, levels, rows);
    }

    /** The codes of all rows for a fold that learns from {@code train}. */
    Binned seenFrom(int[] train) {
        short[][] codes = new short[labels.length][];
        int[] sizes = new int[labels.length];
        boolean[] unordered = new boolean[labels.length];
        for (int f = 0; f < codes.length; f++) {
            unordered[f] = bins[f].labels();
            if (!unordered[f]) {
                codes[f] = numbers[f];
                sizes[f] = bins[f].size();
                continue;
            }
            short[] codeOf = codes(labels[f], levels[f], train);
            codes[f] = new short[rows];
            for (int row = 0; row < rows; row++) {
                codes[f][row] = labels[f][row] < 0 ? 0 : codeOf[labels[f][row]];
                sizes[f] = Math.max(sizes[f], codes[f][row] + 1);
            }
        }
        return new Binned(codes, sizes, unordered, rows);
    }

    /** The code of each label: 1 for those that are too rare, then one by one. */
    private static short[] codes(int[] column, int levels, int[] train) {
        int[] counts = new int[levels];
        for (int row : train) {
            if (column[row] >= 0) {
                counts[column[row]]++;
            }
        }
        int least = LEAST;
        if (levels >= Bins.MOST) {
            int[] sorted = counts.clone();
            Arrays.sort(sorted);
            // What as many labels have as there are codes left for, and one more: only what is more frequent than that.
            least = Math.max(LEAST, sorted[levels - Bins.MOST] + 1);
        }
        short[] codeOf = new short[levels];
        short next = 2;
        for (int k = 0; k < levels; k++) {
            codeOf[k] = counts[k] >= least ? next++ : 1;
        }
        return codeOf;
    }
}
