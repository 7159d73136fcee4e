package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * A table as numbers, in the coding of a whole real table: a label is its place among the real labels, or their number
 * where there is no such label in the real table; NaN is missing.
 *
 * @param values one array per column
 * @param levels how many real labels a column has; 0 for numbers
 */
record Coded(double[][] values, int[] levels, int rows) {
    /** How to code tables with the columns of {@code whole}. */
    static final class Key {
        private final List<Map<String, Integer>> labels = new ArrayList<>();

        Key(Table whole) {
            for (int c = 0; c < whole.width(); c++) {
                Map<String, Integer> places = new HashMap<>();
                if (whole.column(c) instanceof CodeColumn codes) {
                    codes.compact().labels().forEach(label -> places.put(label, places.size()));
                }
                labels.add(places);
            }
        }

        Coded code(Table table) {
            double[][] values = new double[table.width()][];
            int[] levels = new int[table.width()];
            for (int c = 0; c < values.length; c++) {
                if (table.column(c) instanceof NumberColumn numbers) {
                    values[c] = numbers.toArray();
                    continue;
                }
                CodeColumn codes = table.codes(c);
                Map<String, Integer> places = labels.get(c);
                levels[c] = places.size();
                double[] ofLabel = codes.labels().stream()
                        .mapToDouble(label -> places.getOrDefault(label, places.size()))
                        .toArray();
                values[c] = Arrays.stream(codes.toArray())
                        .mapToDouble(code -> code < 0 ? Double.NaN : ofLabel[code])
                        .toArray();
            }
            return new Coded(values, levels, table.rows());
        }
    }

    int width() {
        return values.length;
    }

    boolean label(int column) {
        return levels[column] > 0;
    }

    Coded take(int[] positions) {
        double[][] taken = new double[values.length][positions.length];
        for (int c = 0; c < values.length; c++) {
            for (int i = 0; i < positions.length; i++) {
                taken[c][i] = values[c][positions[i]];
            }
        }
        return new Coded(taken, levels, positions.length);
    }

    /** The rows from one position to before another. */
    Coded slice(int from, int to) {
        return new Coded(
                Arrays.stream(values)
                        .map(column -> Arrays.copyOfRange(column, from, to))
                        .toArray(double[][]::new),
                levels,
                to - from);
    }

    /** At most so many rows, the first ones. */
    Coded first(int most) {
        return most >= rows ? this : slice(0, most);
    }

    /** How often each real label occurs in a column; labels that are not real are left out. */
    int[] counts(int column) {
        int[] counts = new int[levels[column] + 1];
        for (double value : values[column]) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
            }
        }
        return Arrays.copyOf(counts, levels[column]);
    }

    /** The known values of a column of numbers, ascending. */
    double[] sorted(int column) {
        return Arrays.stream(values[column])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    double missing(int column) {
        return Arrays.stream(values[column]).filter(Double::isNaN).count() / (double) Math.max(1, rows);
    }
}
