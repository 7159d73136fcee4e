package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.semblance.io.ReadOptions;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Counts the rows of tables before they are read. */
final class TableSizes {
    /** Bytes a cell: a number, or a code with its share of the label. */
    private static final long CELL = 8;

    private final Engine engine;
    private final Connection connection;

    TableSizes(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /**
     * How many rows there are in all.
     *
     * @throws ProblemException where they do not fit in the memory that the options allow
     */
    long check(List<Catalogue.Entry> entries, ReadOptions options, String name) throws SQLException {
        long rows = 0;
        double bytes = 0;
        String largest = "";
        long most = -1;
        for (Catalogue.Entry entry : entries) {
            Run.checkCancelled();
            long count = count(entry);
            rows += count;
            bytes += (double) CELL * count * entry.items().size();
            if (count > most) {
                most = count;
                largest = entry.name();
            }
        }
        if (bytes > options.maxBytes()) {
            throw ProblemException.data(Problem.of(String.format(
                            Locale.ROOT,
                            "the tables have %,d rows in all, of which \"%s\" has %,d: they need %.1f GB, and %.1f GB are allowed.",
                            rows,
                            largest,
                            most,
                            bytes / 1e9,
                            options.maxBytes() / 1e9))
                    .at(name)
                    .fix("Give more memory (SEMBLANCE_JAVA_OPTS=-Xmx16g), or leave tables out: --tables a,b,c"));
        }
        return rows;
    }

    private long count(Catalogue.Entry entry) throws SQLException {
        try {
            return Long.parseLong(
                    Engine.list(connection, "SELECT count(*) FROM " + engine.qualified(entry.schema(), entry.name()))
                            .get(0));
        } catch (SQLException e) {
            throw Faults.of(e, engine, name(entry), entry.name());
        }
    }

    private static String name(Catalogue.Entry entry) {
        return entry.schema().isEmpty() ? entry.name() : entry.schema() + "." + entry.name();
    }
}
