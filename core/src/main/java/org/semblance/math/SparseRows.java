package org.semblance.math;

import java.util.Arrays;

/**
 * Rows of numbers most of which are zero: entries of row i are those at {@code start[i] .. start[i + 1] - 1}.
 *
 * @param start n + 1 places
 * @param columns of each entry
 * @param values of each entry
 * @param width how many columns there are
 */
public record SparseRows(int[] start, int[] columns, double[] values, int width) {
    public int rows() {
        return start.length - 1;
    }

    /** The sum over the entries of a row of value times weight. */
    public double dot(int row, double[] weights) {
        double sum = 0;
        for (int k = start[row]; k < start[row + 1]; k++) {
            sum += values[k] * weights[columns[k]];
        }
        return sum;
    }

    /** Collects rows one after another. */
    public static final class Builder {
        private final int width;
        private int[] start;
        private int[] columns;
        private double[] values;
        private int rows;
        private int entries;

        public Builder(int rows, int width) {
            this.width = width;
            start = new int[rows + 1];
            columns = new int[Math.max(16, rows)];
            values = new double[columns.length];
        }

        /** An entry of the row under way; zeros are left out. */
        public Builder add(int column, double value) {
            if (value != 0) {
                if (entries == columns.length) {
                    columns = Arrays.copyOf(columns, Math.multiplyExact(2, entries));
                    values = Arrays.copyOf(values, columns.length);
                }
                columns[entries] = column;
                values[entries++] = value;
            }
            return this;
        }

        /** The row under way is complete. */
        public void end() {
            if (rows + 1 == start.length) {
                start = Arrays.copyOf(start, 2 * start.length);
            }
            start[++rows] = entries;
        }

        public SparseRows build() {
            return new SparseRows(
                    Arrays.copyOf(start, rows + 1),
                    Arrays.copyOf(columns, entries),
                    Arrays.copyOf(values, entries),
                    width);
        }
    }
}
