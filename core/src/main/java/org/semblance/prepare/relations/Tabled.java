package org.semblance.prepare.relations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as far as keys go.
 *
 * @param forms what it is about, see {@link Names#forms}
 * @param columns in order
 */
record Tabled(String name, int rows, List<List<String>> forms, List<Values> columns) {
    /** The column of that name, or null. */
    @Nullable
    Values find(String column) {
        Optional<Values> found =
                columns.stream().filter(values -> values.name().equals(column)).findFirst();
        return found.orElse(null);
    }

    /** Whether it is the same table: names differ. */
    boolean is(Tabled other) {
        return name.equals(other.name);
    }

    Values get(String column) {
        return java.util.Objects.requireNonNull(find(column), column);
    }
}
