package org.semblance.impute;

import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/** Any column as numbers: labels by their place in the dictionary, from 1; NaN is missing. */
final class Numbers {
    private Numbers() {}

    static double[] of(Column column) {
        if (column instanceof NumberColumn numbers) {
            return numbers.toArray();
        }
        double[] out = new double[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.isMissing(i) ? Double.NaN : ((CodeColumn) column).code(i) + 1;
        }
        return out;
    }
}
