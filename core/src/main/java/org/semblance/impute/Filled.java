package org.semblance.impute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/** A column with other values in some of its rows. */
final class Filled {
    private Filled() {}

    /** The column with {@code values[i]} in row {@code rows[i]} where that is missing; what is there stays. */
    static Column with(Column column, int[] rows, Column values) {
        if (column instanceof NumberColumn numbers) {
            double[] out = numbers.toArray();
            for (int i = 0; i < rows.length; i++) {
                out[rows[i]] = Double.isNaN(out[rows[i]]) ? ((NumberColumn) values).get(i) : out[rows[i]];
            }
            return NumberColumn.of(out);
        }
        CodeColumn codes = (CodeColumn) column;
        CodeColumn put = (CodeColumn) values;
        List<String> labels = codes.labels();
        int[] renamed = new int[put.labels().size()];
        if (!put.labels().equals(labels)) {
            labels = new ArrayList<>(labels);
            Map<String, Integer> known = new HashMap<>();
            for (int k = 0; k < labels.size(); k++) {
                known.put(labels.get(k), k);
            }
            for (int k = 0; k < renamed.length; k++) {
                Integer at = known.putIfAbsent(put.labels().get(k), labels.size());
                renamed[k] = at == null ? labels.size() : at;
                if (at == null) {
                    labels.add(put.labels().get(k));
                }
            }
        } else {
            for (int k = 0; k < renamed.length; k++) {
                renamed[k] = k;
            }
        }
        int[] out = codes.toArray();
        for (int i = 0; i < rows.length; i++) {
            if (out[rows[i]] < 0 && put.code(i) >= 0) {
                out[rows[i]] = renamed[put.code(i)];
            }
        }
        return CodeColumn.of(out, labels);
    }

    /** The column with every value taken out that is not of the given rows. */
    static Column only(Column column, boolean[] rows) {
        if (column instanceof NumberColumn numbers) {
            double[] values = numbers.toArray();
            for (int row = 0; row < values.length; row++) {
                values[row] = rows[row] ? values[row] : Double.NaN;
            }
            return NumberColumn.of(values);
        }
        int[] codes = ((CodeColumn) column).toArray();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = rows[row] ? codes[row] : -1;
        }
        return CodeColumn.of(codes, ((CodeColumn) column).labels());
    }
}
