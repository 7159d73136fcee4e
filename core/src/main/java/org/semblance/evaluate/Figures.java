package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A small table of numbers that stands behind a score: coefficients with their intervals, attacks with their
 * baselines, groups with their rates. Row names are names of columns, terms or groups, never values of single rows.
 *
 * @param title what the table shows, as a heading
 * @param columns the heads of its columns
 * @param rows each with one number per column; NaN where there is none
 */
public record Figures(String title, List<String> columns, List<Row> rows) {
    /** One row. */
    public record Row(String name, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    public Figures {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.values.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.name + " has " + row.values.size() + " values for " + columns.size() + " columns");
            }
        }
    }

    /** Collects rows. */
    public static Builder of(String title, String... columns) {
        return new Builder(title, List.of(columns));
    }

    /** Rows so far. */
    public static final class Builder {
        private final String title;
        private final List<String> columns;
        private final List<Row> rows = new ArrayList<>();

        private Builder(String title, List<String> columns) {
            this.title = title;
            this.columns = columns;
        }

        public Builder row(String name, double... values) {
            List<Double> boxed = new ArrayList<>();
            for (double value : values) {
                boxed.add(value);
            }
            rows.add(new Row(name, boxed));
            return this;
        }

        public Figures build() {
            return new Figures(title, columns, rows);
        }
    }
}
