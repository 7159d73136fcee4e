package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.Table;

/** The labels of each column of the context and of the steps; empty for numbers. */
record Dictionaries(List<List<String>> context, List<List<String>> rows) {
    static Dictionaries of(Table context, Table rows) {
        return new Dictionaries(labels(context), labels(rows));
    }

    private static List<List<String>> labels(Table table) {
        List<List<String>> out = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            out.add(table.column(c) instanceof CodeColumn codes ? codes.labels() : List.of());
        }
        return out;
    }

    /** The codes of a column of the context by this dictionary; a label that was never seen is missing. */
    int[] codes(int column, CodeColumn given) {
        List<String> known = context.get(column);
        int[] codes = given.toArray();
        if (given.labels().equals(known)) {
            return codes;
        }
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            index.put(known.get(i), i);
        }
        int[] renamed = given.labels().stream()
                .mapToInt(label -> index.getOrDefault(label, -1))
                .toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? -1 : renamed[codes[i]];
        }
        return codes;
    }
}
