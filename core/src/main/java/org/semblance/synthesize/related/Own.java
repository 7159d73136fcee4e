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
    /** What a learnt column holds, in the order in which they are drawn. */
    enum What {
        /** The how-manieth child of its owner a row is. */
        POSITION,
        /** How many rows of its own table are above a row. */
        DEPTH,
        /** By which way a foreign key found its row. */
        WAY,
        /** Of which kind the row is that a foreign key names. */
        CLASS,
        /** The table's own values. */
        VALUES,
        /** How many rows another part has for this one. */
        COUNT,
        /** As {@link #WAY}, of a foreign key that is followed last. */
        LAST_WAY;

        /** Whether it says something about the row that a part below it, or one that points at it, may be told. */
        boolean telling() {
            return this == DEPTH || this == VALUES || this == COUNT;
        }
    }

    static Own number(What what, int at, int ref, String name) {
        return new Own(what, at, ref, Field.of(name, Kind.WHOLE));
    }

    static Own label(What what, int at, String name) {
        return new Own(what, at, 0, Field.of(name, Kind.CATEGORY));
    }

    static Own values(int column, Field field) {
        return new Own(What.VALUES, column, 0, field);
    }

    /** The stage in which it is drawn: what foreign keys name is found one after the other. */
    int stage(int refs) {
        return switch (what) {
            case POSITION, DEPTH -> 0;
            case WAY -> 1 + 2 * at;
            case CLASS -> 2 + 2 * at;
            case VALUES -> 1 + 2 * refs;
            case COUNT -> 2 + 2 * refs;
            case LAST_WAY -> 3 + 2 * refs;
        };
    }
}
