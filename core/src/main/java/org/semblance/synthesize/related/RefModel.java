package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.trees.ColumnTree;

/**
 * How the rows that a foreign key names are found, as it was learnt.
 *
 * @param agreements by which paths they are found; ways {@link #BY} and following
 * @param kinds what tells the rows that may be named apart, where it hangs on who names them; else null
 * @param required whether every real row names one
 */
record RefModel(List<Agreement> agreements, @Nullable Kinds kinds, boolean required) {
    /** Codes of the ways: no row is named. */
    static final int NONE = 0;
    /** Any row that has a place free, of the kind that was drawn. */
    static final int CHOSEN = 1;
    /** The row that the owner's row before named. */
    static final int AGAIN = 2;
    /** The row itself. */
    static final int ITSELF = 3;
    /** Nothing that is there: an orphan. */
    static final int ASTRAY = 4;
    /** The first agreement. */
    static final int BY = 5;

    /** What a foreign key names that names nothing that is there; one that is missing is -1. */
    static final int NOBODY = -2;

    /**
     * Two paths that lead to the same row: from who names, and from who is named. A visit's ward is that of its doctor.
     *
     * @param there {@link Path#SELF} where the first path leads to the named row itself
     */
    record Agreement(Path here, Path there) {
        boolean exact() {
            return there.self();
        }
    }

    /**
     * The leaves of a tree on the columns of the rows that may be named, grown for what tells most about the choice.
     *
     * @param response what that is: a column of the owners of who names
     * @param tree over the own columns of the part that is pointed at, and the response behind them
     */
    record Kinds(Feature response, ColumnTree tree) {}

    RefModel {
        agreements = List.copyOf(agreements);
    }

    /** Labels of the ways. */
    List<String> ways() {
        List<String> out = new ArrayList<>(List.of("none", "chosen", "again", "itself", "astray"));
        for (int k = 0; k < agreements.size(); k++) {
            out.add("by " + k);
        }
        return out;
    }

    /** Labels of the kinds. */
    List<String> classes() {
        List<String> out = new ArrayList<>();
        int count = kinds == null ? 1 : kinds.tree().leaves();
        for (int k = 0; k < count; k++) {
            out.add("kind " + k);
        }
        return out;
    }
}
