package org.semblance.io;

import java.util.List;
import org.semblance.table.Table;

/**
 * A table as it was read.
 *
 * @param table the rows, all or a uniform sample of them
 * @param dialect how the file was written, so that a new one can be written alike
 * @param rowsInSource how many rows the source has; more than the table's where it is a sample
 * @param notes what a user should know about the reading, one sentence each, with the lines of the file it is about
 * @param summary the same without line numbers, for what is kept or passed on: a line of the file is a person
 */
public record Loaded(Table table, Dialect dialect, long rowsInSource, List<String> notes, List<String> summary) {
    public Loaded {
        notes = List.copyOf(notes);
        summary = List.copyOf(summary);
    }
}
