package org.semblance.disclosure;

import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * One way of making a synthetic table tell less. Stateless; copes with 0 rows; random only through {@link Run#rng}.
 * Values keep their column's decimals and stay within what occurs in it. None of them is a guarantee: what is left to
 * learn is for the metrics of disclosure to say.
 */
public interface Control {
    /**
     * The table after it, and what it changed.
     *
     * @param synthetic n rows
     * @param real the rows the synthesizer has seen, for controls that look for them; else null
     * @throws org.semblance.plugin.ProblemException where the table has no such columns, or they are of a kind that the
     *     control cannot change
     */
    Controlled apply(Table synthetic, @Nullable Table real, Run run);

    /** Whether the real table is needed. */
    default boolean needsReal() {
        return false;
    }
}
