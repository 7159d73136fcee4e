package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.List;
import org.semblance.evaluate.Labels;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The values of one column as levels, alike in several tables: labels as they are; numbers as so many different
 * values, or in groups cut at quantiles of the first table. Missing is -1. Cost: one pass, a hash a number.
 */
public final class Levels {
    private Levels() {}

    /** Every different value is a level. */
    public static Labels of(Column... tables) {
        return of(0, tables);
    }

    /** The same of some columns of one table. */
    static List<Labels> of(Table table, List<String> columns) {
        return columns.stream().map(name -> of(table.column(name))).toList();
    }

    /**
     * @param groups into how many groups of about equally many rows numbers are cut, where they have more different
     *     values than that in the first table; 0 for none. Quantiles of equal value are one edge; a group is open below
     *     and closed above, and the outer ones reach as far as there are values.
     */
    public static Labels of(int groups, Column... tables) {
        if (!(tables[0] instanceof NumberColumn first)) {
            return Labels.of(tables);
        }
        double[] edges = groups > 0 ? edges(first, groups) : new double[0];
        return edges.length == 0 ? values(tables) : grouped(edges, tables);
    }

    private static Labels values(Column... tables) {
        Numbering levels = new Numbering(tables[0].size() / 4);
        int[][] codes = new int[tables.length][];
        for (int t = 0; t < tables.length; t++) {
            NumberColumn column = (NumberColumn) tables[t];
            codes[t] = new int[column.size()];
            for (int i = 0; i < codes[t].length; i++) {
                double value = column.get(i);
                codes[t][i] = Double.isNaN(value) ? -1 : levels.of(Double.doubleToLongBits(value + 0.0));
            }
        }
        return new Labels(codes, levels.size());
    }

    private static Labels grouped(double[] edges, Column... tables) {
        int[][] codes = new int[tables.length][];
        for (int t = 0; t < tables.length; t++) {
            NumberColumn column = (NumberColumn) tables[t];
            codes[t] = new int[column.size()];
            for (int i = 0; i < codes[t].length; i++) {
                codes[t][i] = column.isMissing(i) ? -1 : group(edges, column.get(i));
            }
        }
        return new Labels(codes, edges.length + 1);
    }

    /** How many edges lie strictly below the value. */
    private static int group(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found : -found - 1;
    }

    /** The inner edges, ascending and different (quantiles by interpolation, type 7); none where there are few values. */
    private static double[] edges(NumberColumn column, int groups) {
        double[] sorted = Arrays.stream(column.toArray())
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (Arrays.stream(sorted).distinct().limit(groups + 1L).count() <= groups) {
            return new double[0];
        }
        double[] edges = new double[groups - 1];
        for (int g = 1; g < groups; g++) {
            double at = (sorted.length - 1.0) * g / groups;
            int below = (int) Math.floor(at);
            double above = sorted[Math.min(sorted.length - 1, below + 1)];
            edges[g - 1] = sorted[below] + (at - below) * (above - sorted[below]);
        }
        return Arrays.stream(edges)
                .map(edge -> edge + 0.0)
                .filter(edge -> edge < sorted[sorted.length - 1])
                .distinct()
                .toArray();
    }
}
