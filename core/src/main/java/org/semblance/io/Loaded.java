package org.semblance.io;

import java.util.List;
import org.semblance.table.Table;

/**
 * A table as it was read.
 *
 * @param table the rows, all or a uniform sample of them
 * @param dialect how the file was written, so that a new one can be written alike
 * @param rowsInSource how many rows the source has; more than the table's where it is a sample
 * @param notes what a user should know about the reading, one sentence each
 */
public record Loaded(Table table, Dialect dialect, long rowsInSource, List<String> notes) {
    public Loaded {
        notes = List.copyOf(notes);
    }
}
