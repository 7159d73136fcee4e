package org.semblance.constraint;

import java.util.List;
import org.semblance.table.Schema;

/** One kind of constraints, such as orders: how they are found in a table, and how they are read from a file. */
public interface Form {
    /** Those that a table seems to keep; whether all its rows do is looked at elsewhere. */
    List<Constraint> find(Seen seen);

    /**
     * One as it stands in a file.
     *
     * @param given what stands behind the form's word, where problems are told as well
     * @param schema the columns that there are
     * @return null where there was a problem
     */
    @org.jspecify.annotations.Nullable
    Constraint read(Given given, Schema schema);
}
