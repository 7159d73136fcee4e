package org.semblance.evaluate.related;

import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * A foreign key, followed: which parent row each child row points at. Where parent keys repeat, a child belongs to all
 * rows that have its key. Cost: one hash of each row; a million children in a second.
 */
public final class Link {
    private final KeyIndex index;
    private final int[] parents;
    private final int[] children;
    private final int missing;
    private final int orphans;

    private Link(KeyIndex index, int[] parents, int[] children, int missing, int orphans) {
        this.index = index;
        this.parents = parents;
        this.children = children;
        this.missing = missing;
        this.orphans = orphans;
    }

    /** Follows the foreign key of every child row. */
    public static Link of(Table parent, Table child, Relationship relationship) {
        boolean[] asNumbers = new boolean[relationship.foreignKey().size()];
        for (int k = 0; k < asNumbers.length; k++) {
            asNumbers[k] = parent.column(relationship.parentKey().get(k)) instanceof NumberColumn
                    || child.column(relationship.foreignKey().get(k)) instanceof NumberColumn;
        }
        KeyIndex index = new KeyIndex(KeyHashes.of(parent, relationship.parentKey(), asNumbers));
        KeyHashes keys = KeyHashes.of(child, relationship.foreignKey(), asNumbers);
        int[] parents = new int[child.rows()];
        int[] children = new int[parent.rows()];
        int missing = 0;
        int orphans = 0;
        for (int i = 0; i < parents.length; i++) {
            parents[i] = keys.missing()[i] ? -1 : index.first(keys.hashes()[i]);
            missing += keys.missing()[i] ? 1 : 0;
            orphans += parents[i] < 0 && !keys.missing()[i] ? 1 : 0;
            for (int row = parents[i]; row >= 0; row = index.next(row)) {
                children[row]++;
            }
        }
        return new Link(index, parents, children, missing, orphans);
    }

    /** For a child row the (first) parent row, or -1 where its foreign key is missing or points nowhere. */
    public int parent(int child) {
        return parents[child];
    }

    /** How many child rows there are. */
    public int size() {
        return parents.length;
    }

    /** How many children each parent row has. */
    public int[] children() {
        return children.clone();
    }

    /** How many child rows miss their foreign key, or a part of it. */
    public int missing() {
        return missing;
    }

    /** How many child rows have a foreign key that no parent row has. */
    public int orphans() {
        return orphans;
    }

    /** The inner join: parent rows, and beside them child rows, in the order of the children. */
    int[][] join() {
        int count = 0;
        for (int some : children) {
            count = Math.addExact(count, some);
        }
        int[] parent = new int[count];
        int[] child = new int[count];
        int n = 0;
        for (int i = 0; i < parents.length; i++) {
            for (int row = parents[i]; row >= 0; row = index.next(row)) {
                parent[n] = row;
                child[n++] = i;
            }
        }
        return new int[][] {parent, child};
    }

    /** How many children each parent row has in {@link #groups}: where keys repeat, the first row has them all. */
    int[] sizes() {
        int[] sizes = new int[children.length];
        for (int parent : parents) {
            if (parent >= 0) {
                sizes[parent]++;
            }
        }
        return sizes;
    }

    /** The child rows of each (first) parent row, in the given order. */
    Groups groups(int[] order) {
        return Groups.of(parents, children.length, order);
    }

    /** The parent row of each child row, not to be written to. */
    int[] parents() {
        return parents;
    }

    /** How many parent rows there are. */
    int families() {
        return children.length;
    }
}
