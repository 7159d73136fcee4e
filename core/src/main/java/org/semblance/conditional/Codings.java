package org.semblance.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.Feature;

/** What trees need to know of columns, found out once for each column however often it is a predictor. */
public final class Codings {
    private final Map<Column, Feature> known = new ConcurrentHashMap<>();

    Feature of(Column column) {
        return known.computeIfAbsent(
                column,
                c -> c instanceof NumberColumn numbers
                        ? Feature.ofNumbers(numbers.toArray())
                        : Feature.ofLabels(
                                ((CodeColumn) c).toArray(),
                                ((CodeColumn) c).labels().size()));
    }

    List<Feature> of(Table table) {
        List<Feature> features = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            features.add(of(table.column(c)));
        }
        return features;
    }

    /** Says that a column is no predictor any more. */
    public void forget(Column column) {
        known.remove(column);
    }
}
