package org.semblance.model;

import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Metadata;

/** Whatever yields whole databases: related tables, sequences, or both. Immutable and thread-safe. */
public interface DatabaseModel {
    /** What it yields, without the rows. */
    Metadata metadata();

    /**
     * The same whose scale 1 is the size of other data than it was learnt from: of all data, where some were held back.
     *
     * @param data with the tables of the model
     */
    DatabaseModel sized(Database data);

    /** What a size asks for, in words: "500 patients and 4 wards, as many as the data". */
    String counted(Size size);

    /**
     * Refuses a size that names tables whose rows are not for choosing.
     *
     * @throws ProblemException (usage) with all of them
     */
    default void check(Size size) {}

    /** A stream of new rows of all tables. The same randomness gives the same bytes on any number of threads. */
    DatabaseRows sample(Size size, Run run);

    /**
     * The same where all rows of some tables satisfy conditions.
     *
     * @param conditions expressions, each over the columns of one table: {@code patients.sex = 'F'}
     * @throws ProblemException where a condition cannot be read, or the model knows no way to meet any (usage); while
     *     drawing, where it cannot be met (data)
     */
    default DatabaseRows sample(Size size, List<String> conditions, Run run) {
        if (!conditions.isEmpty()) {
            throw ProblemException.usage(Problem.of("this model cannot be asked for rows that satisfy a condition.")
                    .fix("Draw more rows, and take those that do."));
        }
        return sample(size, run);
    }

    /** Everything the model knows, as readable JSON and arrays: what {@link ModelFile} keeps. */
    Stored store();

    /** What the model holds of the real data, one sentence each, for people who decide who may see it. */
    List<String> contents();
}
