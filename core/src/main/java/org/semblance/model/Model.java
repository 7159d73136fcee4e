package org.semblance.model;

import java.util.List;
import java.util.OptionalLong;
import org.semblance.run.Run;
import org.semblance.table.Schema;

/** Whatever yields rows, learnt from a table or written by hand. Immutable and thread-safe. */
public interface Model {
    Schema schema();

    /**
     * A stream of {@code rows} new rows. The same randomness gives the same bytes on any number of threads.
     *
     * @param rows at least 0
     */
    Rows sample(long rows, Run run);

    /** Everything the model knows, as readable JSON and arrays: what {@link ModelFile} keeps. */
    Stored store();

    /** What the model holds of the real data, one sentence each, for people who decide who may see it. */
    List<String> contents();

    /** How many rows it makes, where it can make no other number. */
    default OptionalLong fixedRows() {
        return OptionalLong.empty();
    }
}
