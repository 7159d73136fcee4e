package org.semblance.report.page;

import java.util.ArrayList;
import java.util.List;
import org.semblance.evaluate.Figures;

/**
 * A column of figures with the interval that stands beside it: "real", "real low", "real high", or "AUC", "low", "high".
 *
 * @param name of the column
 * @param at its position; those of the ends follow it
 */
record Series(String name, int at) {
    /** All of a table of figures, in its order. */
    static List<Series> of(Figures figures) {
        List<String> columns = figures.columns();
        List<Series> out = new ArrayList<>();
        for (int k = 0; k + 2 < columns.size(); k++) {
            String name = columns.get(k);
            boolean low = columns.get(k + 1).equals("low") || columns.get(k + 1).equals(name + " low");
            boolean high =
                    columns.get(k + 2).equals("high") || columns.get(k + 2).equals(name + " high");
            if (low && high) {
                out.add(new Series(name, k));
            }
        }
        return out;
    }

    double value(Figures.Row row) {
        return row.values().get(at);
    }

    double low(Figures.Row row) {
        return row.values().get(at + 1);
    }

    double high(Figures.Row row) {
        return row.values().get(at + 2);
    }
}
