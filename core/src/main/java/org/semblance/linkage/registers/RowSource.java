package org.semblance.linkage.registers;

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
     */
    record Table(
            String name, Register register, List<Variable> variables, Errors mistakes, Function<Log, RowSource> rows) {}

    Row row();

    /** Fills the row as it should be. */
    void fill(long number);

    /** Makes the errors of the row that was filled. */
    void spoil(long number);

    Tally tally();

    /** A line of people.csv about the row. */
    void who(long number, CsvText text);
}
