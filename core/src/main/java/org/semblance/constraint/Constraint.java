package org.semblance.constraint;

import java.util.List;
import java.util.Set;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/** Something that the rows of a table keep, told by the names of its columns. Immutable. */
public interface Constraint {
    /**
     * How something is learnt.
     *
     * @param rare what fewer rows than this share is not taken into what is learnt
     * @param given columns that new rows have beforehand, and that nothing may change
     */
    record Terms(int rare, Set<String> given) {
        public static final Terms ALL = new Terms(1, Set.of());

        public Terms {
            given = Set.copyOf(given);
        }
    }

    /** The word of its {@link Form}, which begins its line in a file: "order". */
    String form();

    /** What stands behind that word: a text, a number, a flag, a list or a map of these. */
    Object value();

    /** What it says, as people would: "arrival <= leaving". */
    String words();

    /** The columns that it is about. */
    List<String> columns();

    /** What must be known of the real rows to tell who breaks it, and to keep new rows from it. */
    Keeper learn(Table real, Terms terms);

    /**
     * The same as {@link Keeper#store} wrote it.
     *
     * @param like a table of the same columns, without rows
     * @throws RuntimeException where it did not
     */
    Keeper load(JsonNode json, Table like);
}
