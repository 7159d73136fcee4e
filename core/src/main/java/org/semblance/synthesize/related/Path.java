package org.semblance.synthesize.related;

import java.util.List;

/**
 * A way from a row to another: some owners up, from there along a foreign key, and, where a rule looks further, along
 * others from the row that it names.
 *
 * @param up how many owners: 0 for the row itself
 * @param ref the foreign key that is followed from there, or -1
 * @param then those that are followed from there
 */
record Path(int up, int ref, List<Integer> then) {
    static final Path SELF = new Path(0, -1);

    Path {
        then = List.copyOf(then);
    }

    Path(int up, int ref) {
        this(up, ref, List.of());
    }

    boolean self() {
        return up == 0 && ref < 0;
    }

    /** The part that is reached from one. */
    Part from(Blueprint plan, Part start) {
        Part part = start;
        for (int k = 0; k < up; k++) {
            part = plan.parts().get(part.ownerPart());
        }
        part = ref < 0 ? part : plan.parts().get(part.refs().get(ref).target());
        for (int next : then) {
            part = plan.parts().get(part.refs().get(next).target());
        }
        return part;
    }
}
