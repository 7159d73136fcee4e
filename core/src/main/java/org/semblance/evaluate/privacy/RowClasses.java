package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.List;
import org.semblance.evaluate.Labels;

/**
 * The rows of several tables in classes: rows that agree in every one of some columns, missing being a value like
 * others, are of one class. Cost: rows x columns, one hash each.
 *
 * @param of per table and row, the number of its class
 * @param count how many classes there are
 */
public record RowClasses(int[][] of, int count) {
    /**
     * @param columns each in one coding for all tables; none puts all rows into one class
     * @param rows how many rows each table has
     */
    public static RowClasses of(List<Labels> columns, int... rows) {
        int[][] classes = new int[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            classes[t] = new int[rows[t]];
        }
        int count = Arrays.stream(rows).sum() == 0 ? 0 : 1;
        for (Labels column : columns) {
            Numbering next = new Numbering(Math.max(count, column.levels()));
            for (int t = 0; t < rows.length; t++) {
                int[] codes = column.codes()[t];
                for (int i = 0; i < codes.length; i++) {
                    classes[t][i] = next.of(classes[t][i] * (column.levels() + 1L) + codes[i] + 1);
                }
            }
            count = next.size();
        }
        return new RowClasses(classes, count);
    }

    /** Per column and class, the level that the rows of the class have; -1 is missing. */
    int[][] levels(List<Labels> columns) {
        int[][] levels = new int[columns.size()][count];
        for (int k = 0; k < levels.length; k++) {
            int[][] codes = columns.get(k).codes();
            for (int t = 0; t < codes.length; t++) {
                for (int i = 0; i < codes[t].length; i++) {
                    levels[k][of[t][i]] = codes[t][i];
                }
            }
        }
        return levels;
    }

    /** How many rows of a table each class has. */
    public int[] sizes(int table) {
        int[] sizes = new int[count];
        for (int k : of[table]) {
            sizes[k]++;
        }
        return sizes;
    }
}
