package org.semblance.synthesize.related;

import org.semblance.table.Relationship;

/**
 * A foreign key of a part, and how the rows it names are found.
 *
 * @param target the part that it points at
 */
record Ref(Relationship relationship, int target, Way way) {
    /** How the row that a foreign key names is found. */
    enum Way {
        /** Rows are drawn under it: it says how many there are. */
        OWNER,
        /** Chosen among rows that were drawn before. */
        CHOSEN,
        /** Chosen last, when all tables are there: the foreign key that closes a circle. */
        LAST
    }
}
