package org.semblance.linkage;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the person in the row beyond the row's own cells. It looks at the row's person when it is asked, so
 * one of it serves a thread for all rows.
 */
public interface Known {
    /** Nothing is known: for a table of the user's own. */
    Known NOTHING = new Known() {};

    /** How many others live in the household. */
    default int relatives() {
        return 0;
    }

    /** What the row would say here, in the column's own format, were it about the given relative; null for missing. */
    default @Nullable String relative(int relative, int variable) {
        return null;
    }

    /** A short or pet form of the first name, in its language, or null. */
    default @Nullable String nickname() {
        return null;
    }

    /** The cell in the other script, Latin for a native one and the other way round, or null where there is none. */
    default @Nullable String otherScript(int variable) {
        return null;
    }
}
