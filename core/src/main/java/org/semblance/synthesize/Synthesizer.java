package org.semblance.synthesize;

import java.util.Set;
import org.semblance.model.Model;
import org.semblance.model.ModelLoader;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Learns a model from a table. It is given only columns whose kind is {@link org.semblance.table.Kind#modelled},
 * already curated (rare labels and extremes taken out); {@link Synthesis} does that and makes keys, identifiers and
 * texts anew. Must cope with 0 rows, 1 row, constant and all-missing columns, and any number of columns.
 */
public interface Synthesizer extends ModelLoader {
    Model fit(Table real, Run run);

    /**
     * Refuses, before anything is learnt, options that do not fit the table; it is given what {@link #fit} would be.
     *
     * @throws org.semblance.plugin.ProblemException naming everything that does not fit
     */
    default void check(Table real, Run run) {}

    /** Whether new rows keep orders of numbers that all rows keep, such as that nobody leaves before arriving. */
    default boolean keepsOrders() {
        return false;
    }

    /** The columns whose values its options name, so that these must reach it as they are and not rewritten. */
    default Set<String> namedValues(Schema schema) {
        return Set.of();
    }

    /** The columns that its options name. */
    default Set<String> named() {
        return Set.of();
    }

    /**
     * Whether each new row stands for one of the real rows, so that there can be only as many; such a model says how many
     * ({@link Model#fixedRows}).
     */
    default boolean keepsRows() {
        return false;
    }

    /** Whether learning spends a privacy budget: to learn twice from the same rows spends it twice. */
    default boolean spendsBudget() {
        return false;
    }
}
