package org.semblance.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The values of a numeric column that a control may change: those that are there and are no excluded codes (-8 for "does
 * not know", 0 for "none").
 *
 * @param position of the column
 * @param rows where they stand, ascending
 */
record Part(int position, Field field, NumberColumn column, int[] rows) {
    static Part of(Table table, int position, List<String> exclude) {
        Field field = table.schema().field(position);
        NumberColumn column = table.numbers(position);
        double[] codes = Written.read(field, exclude, "exclude");
        int[] rows = IntStream.range(0, column.size())
                .filter(i -> !column.isMissing(i) && Arrays.stream(codes).noneMatch(code -> code == column.get(i)))
                .toArray();
        return new Part(position, field, column, rows);
    }

    /** The rows by their values, ascending; equal ones in the order they have. */
    int[] sorted() {
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(column::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The values of {@link #rows}. */
    double[] values() {
        return Arrays.stream(rows).mapToDouble(column::get).toArray();
    }

    /** How its values are spaced and bounded. */
    Grain grain() {
        return Grain.of(field, NumberColumn.of(values()));
    }

    /** The column with other values at {@link #rows}, made to look like those. */
    double[] with(double[] values) {
        Grain grain = grain();
        double[] out = column.toArray();
        for (int k = 0; k < rows.length; k++) {
            out[rows[k]] = grain.fit(values[k]);
        }
        return out;
    }
}
