package org.semblance.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a control changed.
 *
 * @param control its name
 * @param columns those that are different now
 * @param rowsRemoved how many rows are gone
 * @param figures what else there is to tell in numbers, such as how many rows were unique, by name
 */
public record Change(String control, List<Changed> columns, long rowsRemoved, Map<String, Double> figures) {
    /**
     * One column.
     *
     * @param cells how many values are different
     * @param informationLoss IL1s, the sum over rows of |before - after| / (sqrt(2) x standard deviation before); NaN
     *     for labels and for columns that are numbers no more (Mateo-Sanz, Sebe and Domingo-Ferrer 2004,
     *     doi:10.1007/978-3-540-25955-8_16)
     */
    public record Changed(String column, long cells, double informationLoss) {}

    public Change {
        columns = List.copyOf(columns);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** How many values are different, in all columns together. */
    public long cells() {
        return columns.stream().mapToLong(Changed::cells).sum();
    }

    Change figures(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(figures);
        all.putAll(more);
        return new Change(control, columns, rowsRemoved, all);
    }
}
