package org.semblance.table;

import java.util.List;

/**
 * A table whose rows are steps of sequences: the visits of a patient, the readings of a sensor.
 *
 * @param table its name
 * @param entity the columns that say whose step a row is; none where the whole table is one sequence
 * @param order the column that puts the steps in order, or empty where the rows stand in order
 */
public record Sequence(String table, List<String> entity, String order) {
    public Sequence {
        entity = List.copyOf(entity);
    }

    /** Of one entity column. */
    public static Sequence of(String table, String entity, String order) {
        return new Sequence(table, List.of(entity), order);
    }
}
