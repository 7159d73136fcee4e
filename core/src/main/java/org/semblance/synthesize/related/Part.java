package org.semblance.synthesize.related;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * @param distinct what must differ in every row beside the keys that do by themselves
 */
record Part(
        int index,
        String name,
        Schema schema,
        List<Role> roles,
        List<Ref> refs,
        int owner,
        int root,
        List<Own> own,
        List<Distinct> distinct) {
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

    Part differing(List<Distinct> other) {
        return new Part(index, name, schema, roles, refs, owner, root, own, List.copyOf(other));
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

    /** The columns of a foreign key. */
    List<Integer> columns(int ref) {
        return refs.get(ref).relationship().foreignKey().stream()
                .map(schema::index)
                .toList();
    }

    /** Whether the columns of a foreign key differ in every row: each row is named once. */
    boolean once(int ref) {
        return distinct.stream().anyMatch(one -> Set.copyOf(columns(ref)).equals(Set.copyOf(one.columns())));
    }

    /** Whether the rows of one owner must name different rows by a foreign key. */
    boolean apart(int ref) {
        if (owner < 0 || owner == ref) {
            return false;
        }
        Set<Integer> both = new HashSet<>(columns(ref));
        both.addAll(columns(owner));
        return distinct.stream()
                .anyMatch(one -> one.columns().containsAll(columns(ref)) && both.containsAll(one.columns()));
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
