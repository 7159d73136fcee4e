package org.semblance.io.database;

import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Metadata;
import org.semblance.table.Table;

/**
 * Where the rows of a database go: a folder of files, one file of another format, a database. All of it appears or
 * nothing.
 *
 * <pre>{@code
 * sink.check(force);                       // before long work
 * try (DatabaseSink.Writing to = sink.begin(metadata, run)) {
 *     rows.forEach(to::write, run);        // DatabaseRows: parents before their children, but for keys in circles
 *     to.commit();
 * }
 * }</pre>
 */
public interface DatabaseSink {
    /** What messages call it: nothing in it is secret. */
    String name();

    /**
     * Whether it could be written, to be asked before long work.
     *
     * @param force whether what is there already may be replaced
     * @throws ProblemException naming everything that stands in the way
     */
    void check(Metadata metadata, boolean force);

    /** Begins to write; {@link #check} was asked before. */
    Writing begin(Metadata metadata, Run run);

    /** A database being written. Closing it without {@link #commit} leaves nothing behind. */
    interface Writing extends AutoCloseable {
        /** Some more rows of a table, in the order of the table; a table may never come, and is empty then. */
        void write(String table, Table rows);

        /** Everything was written: it may be seen. */
        void commit();

        @Override
        void close();
    }
}
