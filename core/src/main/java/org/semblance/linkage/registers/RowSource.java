package org.semblance.linkage.registers;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Log;
import org.semblance.linkage.Row;
import org.semblance.linkage.Tally;
import org.semblance.linkage.Variable;

/** Makes the rows of one file, in any order, for one thread. */
interface RowSource {
    /**
     * A file to be made.
     *
     * @param name source or target
     * @param rows makes a source of rows for one thread, whose changes go to the log
     * @param omitted tells the rows of a table of the user's own that are left out of the file
     */
    record Table(
            String name,
            Register register,
            List<Variable> variables,
            Errors mistakes,
            Function<Log, RowSource> rows,
            Omitted omitted) {}

    /** Where rows are told by their numbers. */
    interface Rows {
        void row(long number) throws IOException;
    }

    /** Which rows are left out of a file. */
    interface Omitted {
        /** There are no rows but those of the file. */
        Omitted NONE = told -> {};

        void tell(Rows told) throws IOException;
    }

    Row row();

    /** Writes the row as it should be, as a line that {@link #row} then holds. */
    void fill(long number, CsvText line);

    /** Makes the errors of the row that was filled. */
    void spoil(long number);

    Tally tally();

    /** A line of people.csv about the row. */
    void who(long number, CsvText text);
}
