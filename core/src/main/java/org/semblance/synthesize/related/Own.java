package org.semblance.synthesize.related;

import org.semblance.table.Field;
import org.semblance.table.Kind;

/**
 * A column of a part as it is learnt: one of the table's own, or one that says how the rows hang together.
 *
 * @param at the column of the table, the part that is counted, or the foreign key; 0 for the position
 * @param ref the foreign key of the counted part by which its rows are counted
 */
record Own(What what, int at, int ref, Field field) {
    /** What a learnt column holds. */
    enum What {
        /** The how-manieth child of its owner a row is. */
        POSITION,
        /** By which way a foreign key found its row. */
        WAY,
        /** The table's own values. */
        VALUES,
        /** How many rows another part has for this one. */
        COUNT,
        /** As {@link #WAY}, of a foreign key that is followed last. */
        LAST_WAY
    }

    static Own position(String name) {
        return new Own(What.POSITION, 0, 0, Field.of(name, Kind.WHOLE));
    }

    static Own way(int ref, String name) {
        return new Own(What.WAY, ref, 0, Field.of(name, Kind.CATEGORY));
    }

    static Own lastWay(int ref, String name) {
        return new Own(What.LAST_WAY, ref, 0, Field.of(name, Kind.CATEGORY));
    }

    static Own values(int column, Field field) {
        return new Own(What.VALUES, column, 0, field);
    }

    static Own count(int part, int ref, String name) {
        return new Own(What.COUNT, part, ref, Field.of(name, Kind.WHOLE));
    }
}
