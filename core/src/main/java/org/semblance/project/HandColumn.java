package org.semblance.project;

import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;

/**
 * One column of a model written by hand.
 *
 * @param missing the share of rows without a value
 */
record HandColumn(String name, Make make, double missing) {
    Field field() {
        return Field.of(name, make.kind()).format(make.format());
    }

    /** Rows {@code first} to {@code first + count - 1}. */
    Column draw(long first, int count, Rng column) {
        Column full = make.draw(first, count, column);
        if (missing <= 0) {
            return full;
        }
        Rng rng = column.child("missing").child(first);
        if (full instanceof NumberColumn numbers) {
            double[] values = numbers.toArray();
            for (int i = 0; i < count; i++) {
                values[i] = rng.nextDouble() < missing ? Double.NaN : values[i];
            }
            return NumberColumn.of(values);
        }
        CodeColumn labels = (CodeColumn) full;
        int[] codes = labels.toArray();
        for (int i = 0; i < count; i++) {
            codes[i] = rng.nextDouble() < missing ? -1 : codes[i];
        }
        return CodeColumn.of(codes, labels.labels());
    }
}
