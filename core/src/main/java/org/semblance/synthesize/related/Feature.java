package org.semblance.synthesize.related;

/**
 * A column by which the columns of a part are told: that of an owner, of an owner's owner, or of a row that one of them
 * or the row itself points at.
 *
 * @param up how many owners away: 0 for the row itself
 * @param ref the foreign key that is followed from there, or -1
 * @param own which of the own columns of the part that is reached
 */
record Feature(int up, int ref, int own) {
    /** The part that is reached from one. */
    static Part reached(Blueprint plan, Part from, int up, int ref) {
        Part part = from;
        for (int k = 0; k < up; k++) {
            part = plan.parts().get(part.ownerPart());
        }
        return ref < 0 ? part : plan.parts().get(part.refs().get(ref).target());
    }
}
