package org.semblance.impute;

import java.util.Arrays;
import org.semblance.table.Column;
import org.semblance.table.Table;

/** Which cells of a table: a bit for each, by column. */
public final class Cells {
    private final boolean[][] chosen;

    private Cells(boolean[][] chosen) {
        this.chosen = chosen;
    }

    /** The missing ones: what imputation fills. */
    public static Cells missing(Table table) {
        boolean[][] chosen = new boolean[table.width()][table.rows()];
        for (int c = 0; c < chosen.length; c++) {
            Column column = table.column(c);
            for (int row = 0; row < chosen[c].length; row++) {
                chosen[c][row] = column.isMissing(row);
            }
        }
        return new Cells(chosen);
    }

    /** Every one: imputations are drawn beside what is observed, which itself stays. */
    public static Cells all(Table table) {
        boolean[][] chosen = new boolean[table.width()][table.rows()];
        for (boolean[] column : chosen) {
            Arrays.fill(column, true);
        }
        return new Cells(chosen);
    }

    public static Cells none(Table table) {
        return new Cells(new boolean[table.width()][table.rows()]);
    }

    /** Those that are not missing. */
    public static Cells observed(Table table) {
        Cells missing = missing(table);
        for (boolean[] column : missing.chosen) {
            for (int row = 0; row < column.length; row++) {
                column[row] = !column[row];
            }
        }
        return missing;
    }

    /** As given: [columns][rows], copied. */
    public static Cells of(boolean[][] chosen) {
        boolean[][] copy = new boolean[chosen.length][];
        for (int c = 0; c < copy.length; c++) {
            copy[c] = chosen[c].clone();
        }
        return new Cells(copy);
    }

    public boolean has(int column, int row) {
        return chosen[column][row];
    }

    public int width() {
        return chosen.length;
    }

    /** The rows of a column's chosen cells, in order. */
    public int[] rows(int column) {
        boolean[] of = chosen[column];
        int count = 0;
        for (boolean cell : of) {
            count += cell ? 1 : 0;
        }
        int[] rows = new int[count];
        int at = 0;
        for (int row = 0; row < of.length; row++) {
            if (of[row]) {
                rows[at++] = row;
            }
        }
        return rows;
    }

    public int count(int column) {
        return rows(column).length;
    }
}
