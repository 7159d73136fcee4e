package org.semblance.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who knows says of how tables are related: a person in a file, or the catalogue of a database. What is not
 * said is looked for.
 *
 * @param keys the primary keys of the tables of which it is said; an empty list says that there is none
 * @param relationships all foreign keys there are, or null where it is not said
 * @param sequences all tables whose rows are steps of sequences, or null where it is not said
 */
public record Declared(
        Map<String, List<String>> keys,
        @Nullable List<Relationship> relationships,
        @Nullable List<Sequence> sequences) {
    /** Nothing is known. */
    public static final Declared NOTHING = new Declared(Map.of(), null, null);

    public Declared {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        keys.forEach((table, columns) -> copy.put(table, List.copyOf(columns)));
        keys = Collections.unmodifiableMap(copy);
        relationships = relationships == null ? null : List.copyOf(relationships);
        sequences = sequences == null ? null : List.copyOf(sequences);
    }

    /** The same, where the other says nothing; what the other says is stronger. */
    public Declared under(Declared stronger) {
        Map<String, List<String>> all = new LinkedHashMap<>(keys);
        all.putAll(stronger.keys);
        return new Declared(
                all,
                stronger.relationships == null ? relationships : stronger.relationships,
                stronger.sequences == null ? sequences : stronger.sequences);
    }
}
