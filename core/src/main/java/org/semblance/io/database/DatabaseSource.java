package org.semblance.io.database;

import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Where the tables of a database come from: a folder of files, a workbook, a database. It is never changed. */
public interface DatabaseSource {
    /** What messages, reports and models call it: nothing in it is secret. */
    String name();

    /**
     * All tables that are asked for, on the run's threads; the result does not depend on them.
     *
     * @throws ProblemException of kind DATA with everything that is wrong with any table
     */
    LoadedDatabase read(DatabaseOptions options, Run run);
}
