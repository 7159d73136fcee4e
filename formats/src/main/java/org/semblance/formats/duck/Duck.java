package org.semblance.formats.duck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.semblance.run.Run;

/**
 * An engine of DuckDB in this process, with limits set and without network: DuckDB would otherwise take 80 % of the
 * memory and all cores, and look for extensions on the internet. Opening it costs half a second, most of it for unpacking
 * its native library.
 */
public final class Duck implements AutoCloseable {
    /** Beside the heap; beyond it DuckDB writes to {@code java.io.tmpdir}. */
    private static final String MEMORY = "1GB";

    private final Connection connection;

    private Duck(Connection connection) {
        this.connection = connection;
    }

    /** An engine with tables in memory; what does not fit there goes to the folder for temporary files. */
    public static Duck inMemory(Run run) throws SQLException {
        return new Duck(open("jdbc:duckdb:", new Properties(), run.threads()));
    }

    /** An open connection as the driver makes it, with our settings. */
    public static Connection open(String url, Properties properties, int threads) throws SQLException {
        Properties all = new Properties();
        all.setProperty("autoinstall_known_extensions", "false");
        all.setProperty("autoload_known_extensions", "false");
        all.setProperty("memory_limit", MEMORY);
        all.setProperty("threads", Integer.toString(threads));
        all.setProperty("temp_directory", System.getProperty("java.io.tmpdir") + "/semblance-duckdb");
        all.putAll(properties);
        Connection made = java.util.Objects.requireNonNull(new DuckDBDriver().connect(url, all));
        run(made, "SET TimeZone = 'UTC'");
        return made;
    }

    DuckDBConnection connection() throws SQLException {
        return connection.unwrap(DuckDBConnection.class);
    }

    void run(String sql) throws SQLException {
        run(connection, sql);
    }

    /** One statement; DuckDB closes a statement that fails, so that each gets its own. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The cells of a short answer, row by row, as text; what is null is empty. */
    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet set = statement.executeQuery(sql)) {
            int width = set.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (set.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= width; c++) {
                    String cell = set.getString(c);
                    row.add(cell == null ? "" : cell);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** A name as SQL has it. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as SQL has it. */
    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
