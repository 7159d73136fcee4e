package org.semblance.linkage;

import org.jspecify.annotations.Nullable;

/** Where changes are told, in the order in which they happen. {@link Change#between} cuts one to what differs. */
public interface Log {
    /** Keeps nothing. */
    Log NONE = (row, variable, operator, before, after) -> {};

    /** A cell was {@code before} and is {@code after}, both in full; null is a missing cell. */
    void change(long row, int variable, String operator, @Nullable String before, @Nullable String after);
}
