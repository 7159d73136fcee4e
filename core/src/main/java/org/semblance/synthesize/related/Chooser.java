package org.semblance.synthesize.related;

import org.semblance.synthesize.related.RefModel.Agreement;

/**
 * Finds the rows that a foreign key of drawn rows names, by the ways and kinds that were drawn for it.
 *
 * <p>A way that leads nowhere (the owner names nothing there either) becomes a choice among all. Where the rows of one owner
 * must name different rows, or all rows must, a row for which none is left is dropped, or names none where that may be.
 */
final class Chooser {
    private static final int TRIES = 20;

    private final Drawn rows;
    private final int ref;
    private final RefModel model;
    private final Pool pool;
    private final Pool.Taker taker;
    private final boolean apart;
    private final int[][] here;
    private final int[] named;
    /** By row that may be named, the last family that named it, counted from 1. */
    private final int[] takenBy;

    Chooser(Drawn rows, int ref, RefModel model, Pool pool, Pool.Taker taker) {
        this.rows = rows;
        this.ref = ref;
        this.model = model;
        this.pool = pool;
        this.taker = taker;
        apart = rows.part().apart(ref);
        here = new int[model.agreements().size()][];
        for (int k = 0; k < here.length; k++) {
            here[k] = rows.reach(model.agreements().get(k).here()).rows();
        }
        named = new int[rows.rows()];
        takenBy = new int[apart ? pool.target().rows() : 0];
    }

    /**
     * Finds them and tells the rows.
     *
     * @param ways by row
     * @param kinds by row
     */
    void choose(int[] ways, int[] kinds) {
        int family = 0;
        for (int i = 0; i < named.length; i++) {
            family = sibling(i) ? family : i;
            int row = ways[i] == RefModel.NONE || ways[i] == RefModel.ASTRAY ? -1 : found(i, ways[i], kinds[i], family);
            boolean none = ways[i] == RefModel.NONE && !model.required();
            if (row >= 0 && apart) {
                row = other(row, kinds[i], family + 1);
                if (row >= 0) {
                    takenBy[row] = family + 1;
                }
            }
            if (ways[i] == RefModel.ASTRAY) {
                row = RefModel.NOBODY;
            } else if (row < 0 && !none && model.required()) {
                rows.drop(i);
            }
            named[i] = row;
        }
        rows.ref(ref, pool.target(), named);
    }

    /** Whether a row has the owner of the row before. */
    private boolean sibling(int i) {
        Part part = rows.part();
        if (i == 0 || !part.owned()) {
            return false;
        }
        int[] owner = rows.ref(part.owner());
        return owner[i] >= 0 && owner[i] == owner[i - 1];
    }

    private int found(int i, int way, int kind, int family) {
        int row = -1;
        if (way == RefModel.AGAIN && i > family) {
            row = Math.max(-1, named[i - 1]);
        } else if (way >= RefModel.BY) {
            Agreement agreement = model.agreements().get(way - RefModel.BY);
            int there = here[way - RefModel.BY][i];
            row = agreement.exact() ? Math.max(-1, there) : taker.bound(way - RefModel.BY, there);
        }
        return row >= 0 ? row : taker.ofKind(kind);
    }

    /** The row, or another one where a sibling has it; -1 where siblings have all. */
    private int other(int first, int kind, int family) {
        int row = first;
        for (int t = 0; t < TRIES && row >= 0 && takenBy[row] == family; t++) {
            row = taker.ofKind(kind);
        }
        if (row < 0 || takenBy[row] != family) {
            return row;
        }
        for (int k = 1; k < takenBy.length; k++) {
            int next = (row + k) % takenBy.length;
            if (!pool.target().gone(next) && takenBy[next] != family) {
                return next;
            }
        }
        return -1;
    }
}
