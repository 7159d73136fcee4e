package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Gives every row the value that the row of the fit has which it stands for ({@link Predictors#self}): for columns that
 * are not synthesised at all. Holds the real column, row by row.
 *
 * @param values of the rows of the fit; places in the dictionary for labels
 * @param labels the dictionary, empty for numbers
 */
public record RealValues(double[] values, List<String> labels) implements Conditional.Drawer {
    public RealValues {
        labels = List.copyOf(labels);
    }

    public static RealValues of(Column column) {
        return column instanceof NumberColumn numbers
                ? new RealValues(numbers.toArray(), List.of())
                : new RealValues(
                        Arrays.stream(((CodeColumn) column).toArray())
                                .mapToDouble(code -> code < 0 ? Double.NaN : code)
                                .toArray(),
                        ((CodeColumn) column).labels());
    }

    /** How many rows there are to stand for. */
    public int rows() {
        return values.length;
    }

    @Override
    public Column draw(Predictors x, Rng rng) {
        double[] out = new double[x.rows()];
        for (int i = 0; i < out.length; i++) {
            int row = x.self(i);
            out[i] = row < 0 || row >= values.length ? Double.NaN : values[row];
        }
        return Labelled.column(out, labels);
    }
}
