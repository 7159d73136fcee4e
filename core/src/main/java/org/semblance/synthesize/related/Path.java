package org.semblance.synthesize.related;

/**
 * A way from a row to another: some owners up, and from there along a foreign key.
 *
 * @param up how many owners: 0 for the row itself
 * @param ref the foreign key that is followed from there, or -1
 */
record Path(int up, int ref) {
    static final Path SELF = new Path(0, -1);

    boolean self() {
        return up == 0 && ref < 0;
    }

    /** The part that is reached from one. */
    Part from(Blueprint plan, Part start) {
        Part part = start;
        for (int k = 0; k < up; k++) {
            part = plan.parts().get(part.ownerPart());
        }
        return ref < 0 ? part : plan.parts().get(part.refs().get(ref).target());
    }
}
