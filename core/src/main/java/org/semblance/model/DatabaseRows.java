package org.semblance.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    }

    /**
     * Draws everything, on the run's threads, and hands it over in order on the calling thread. May be asked again, and
     * yields the same.
     */
    void forEach(Sink sink, Run run);

    /** All rows as one database; for sizes that fit in memory. */
    default Database toDatabase(Run run) {
        Map<String, List<Table>> parts = new LinkedHashMap<>();
        metadata().schemas().keySet().forEach(name -> parts.put(name, new ArrayList<>()));
        forEach(
                (name, rows) -> {
                    if (rows.rows() > 0) {
                        Objects.requireNonNull(parts.get(name)).add(rows);
                    }
                },
                run);
        Map<String, Table> tables = new LinkedHashMap<>();
        parts.forEach((name, list) -> tables.put(name, Table.join(metadata().schema(name), list)));
        return new Database(metadata(), tables);
    }
}
