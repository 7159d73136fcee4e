package org.semblance.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Metadata;
import org.semblance.table.Table;

/**
 * The rows of a database as a stream of parts: each part holds some rows of some tables. A row comes after the rows that
 * its foreign keys name, in an earlier part or in the same one, but for keys in circles. Memory does not grow with the
 * number of rows.
 */
public interface DatabaseRows {
    Metadata metadata();

    /** Takes parts of a stream, one at a time. */
    interface Sink {
        /** Some more rows of a table; they come in the order of the table. */
        void accept(String table, Table rows);

        /**
         * Takes what must be known of all the rows, such as a rule that some of them break; comes after the last rows.
         *
         * @return whether it is passed on: where it is not, it becomes a note of progress, so that nobody overlooks it
         */
        default boolean told(String words) {
            return false;
        }
    }

    /**
     * Draws everything, on the run's threads, and hands it over in order on the calling thread. May be asked again, and
     * yields the same.
     */
    void forEach(Sink sink, Run run);

    /** All rows as one database; for sizes that fit in memory. */
    default Database toDatabase(Run run) {
        return toDatabase(run, words -> false);
    }

    /**
     * The same.
     *
     * @param told takes what {@link Sink#told} would
     */
    default Database toDatabase(Run run, Predicate<String> told) {
        Map<String, List<Table>> parts = new LinkedHashMap<>();
        metadata().schemas().keySet().forEach(name -> parts.put(name, new ArrayList<>()));
        Sink sink = new Sink() {
            @Override
            public void accept(String name, Table rows) {
                if (rows.rows() > 0) {
                    Objects.requireNonNull(parts.get(name)).add(rows);
                }
            }

            @Override
            public boolean told(String words) {
                return told.test(words);
            }
        };
        forEach(sink, run);
        Map<String, Table> tables = new LinkedHashMap<>();
        parts.forEach((name, list) -> tables.put(name, Table.join(metadata().schema(name), list)));
        return new Database(metadata(), tables);
    }
}
