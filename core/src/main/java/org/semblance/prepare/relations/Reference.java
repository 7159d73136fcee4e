package org.semblance.prepare.relations;

import org.semblance.table.Relationship;

/**
 * A foreign key that was found or is known.
 *
 * @param why why it is taken for one, in words
 */
public record Reference(Relationship relationship, Counted counted, String why) {
    /** As people say it: {@code each of patients has 0..n of visits}. */
    public String cardinality() {
        return "each of " + relationship.parent() + " has " + counted.children() + " of " + relationship.child();
    }
}
