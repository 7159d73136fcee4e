package org.semblance.synthesize.related;

import java.util.List;
import org.semblance.table.Schema;

/**
 * A table's place in the plan of a database.
 *
 * @param index its place in the order of drawing
 * @param roles what each column of the table is
 * @param refs its foreign keys, in the order in which their rows are found
 * @param owner which of them is {@link Ref.Way#OWNER}, or -1 where nobody owns it
 * @param root the part from which its owners come: itself where nobody owns it
 * @param own what is learnt of it: position, ways, values, counts
 */
record Part(
        int index, String name, Schema schema, List<Role> roles, List<Ref> refs, int owner, int root, List<Own> own) {
    /** What a column of a table is. */
    enum Role {
        /** Learnt and drawn. */
        LEARNT,
        /** Made anew, without a meaning in the database. */
        MADE,
        /** Different in every row, by the row's number. */
        KEY,
        /** Part of a foreign key: what it names. */
        FOREIGN
    }

    boolean owned() {
        return owner >= 0;
    }

    /** The part that owns this one; only where {@link #owned}. */
    int ownerPart() {
        return refs.get(owner).target();
    }

    Schema ownSchema() {
        return new Schema(own.stream().map(Own::field).toList());
    }

    /** Where among {@link #own} something is, or -1. */
    int find(Own.What what, int at, int ref) {
        for (int k = 0; k < own.size(); k++) {
            Own one = own.get(k);
            if (one.what() == what && one.at() == at && one.ref() == ref) {
                return k;
            }
        }
        return -1;
    }

    int position() {
        return find(Own.What.POSITION, 0, 0);
    }

    /** The foreign key that gives a column its values, and which of its columns that is; only of {@link Role#FOREIGN}. */
    int[] giver(int column) {
        String name = schema.field(column).name();
        int[] last = {-1, -1};
        for (int r = 0; r < refs.size(); r++) {
            int k = refs.get(r).relationship().foreignKey().indexOf(name);
            if (k >= 0 && (r == owner || last[0] < 0)) {
                last = new int[] {r, k};
            }
        }
        return last;
    }
}
