package org.semblance.conditional;

import java.util.List;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/** Numbers that stand for places in a dictionary, as a column. */
final class Labelled {
    private Labelled() {}

    /** @param labels the dictionary; empty for numbers that are numbers */
    static Column column(double[] values, List<String> labels) {
        if (labels.isEmpty()) {
            return NumberColumn.of(values);
        }
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Double.isNaN(values[i]) ? -1 : (int) values[i];
        }
        return CodeColumn.of(codes, labels);
    }
}
