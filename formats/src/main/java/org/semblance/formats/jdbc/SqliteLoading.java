package org.semblance.formats.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Relationship;

/**
 * Tables of SQLite being written: in a new file that is moved into place, or in one transaction of a file that is there.
 * Keys are made with the tables, because SQLite adds none later; whether rows keep the foreign keys is asked at the end.
 */
final class SqliteLoading extends BatchLoading {
    private final @Nullable DatabaseFile file;

    private SqliteLoading(Sqlite engine, Engine.Place place, Connection connection, @Nullable DatabaseFile file)
            throws SQLException {
        super(engine, place, connection);
        this.file = file;
    }

    static SqliteLoading open(Sqlite engine, Engine.Place place) throws SQLException {
        String path = Sqlite.file(place.address());
        DatabaseFile file = path.isEmpty() ? null : DatabaseFile.at(Path.of(path));
        String parameters = String.join("&", place.address().parameters());
        String url = file == null
                ? place.address().url()
                : "jdbc:sqlite:" + file.open() + (parameters.isEmpty() ? "" : "?" + parameters);
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", "10000");
        properties.setProperty("foreign_keys", "false");
        return new SqliteLoading(engine, place, Sqlite.connect(url, properties), file);
    }

    @Override
    public Set<String> existing() throws SQLException {
        return new HashSet<>(Engine.list(connection, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"));
    }

    @Override
    public void attempt(List<NewTable> tables, List<String> replaced) throws SQLException {
        begin(replaced);
        for (NewTable table : tables) {
            create(table);
        }
        connection.rollback();
    }

    @Override
    List<String> inside(NewTable table) {
        List<String> parts = new ArrayList<>();
        if (!table.key().isEmpty()) {
            parts.add("PRIMARY KEY (" + columns(table.key()) + ")");
        }
        table.above().forEach(key -> parts.add(foreign(key) + " DEFERRABLE INITIALLY DEFERRED"));
        return parts;
    }

    @Override
    public void alter(NewTable table, int column) {
        // A column of SQLite holds values of any type.
    }

    @Override
    public List<String> commit(Map<String, NewTable> tables) throws SQLException {
        List<String> notes = new ArrayList<>();
        Set<List<String>> bound = new HashSet<>();
        for (NewTable table : tables.values()) {
            for (List<String> unique : table.uniques()) {
                unique(table.name(), unique, bound, notes);
            }
            for (Relationship key : table.above()) {
                if (pointsBesideKey(tables.get(key.parent()), key)) {
                    unique(key.parent(), key.parentKey(), bound, notes);
                }
            }
        }
        for (NewTable table : tables.values()) {
            String broken = broken(table);
            if (!broken.isEmpty()) {
                notes.add("foreign keys of " + table.name() + " " + broken + "; SQLite keeps them, and complains only "
                        + "where it is asked to.");
            }
        }
        finish();
        return notes;
    }

    /** What is wrong with the foreign keys of a table, or empty. */
    private String broken(NewTable table) throws SQLException {
        try {
            String count = Engine.list(connection, "SELECT count(*) FROM pragma_foreign_key_check(?)", table.name())
                    .get(0);
            return count.equals("0") ? "" : "point nowhere in " + count + " rows";
        } catch (SQLException e) {
            // Not a fault of rows: what is pointed at is no key.
            if ((e.getErrorCode() & 0xFF) != 1) {
                throw e;
            }
            return "point at columns that do not differ in every row";
        }
    }

    private void unique(String table, List<String> columns, Set<List<String>> bound, List<String> notes)
            throws SQLException {
        List<String> what = new ArrayList<>(columns);
        what.add(0, table);
        if (!bound.add(what)) {
            return;
        }
        try {
            String index = "unique " + String.join(" ", what);
            Engine.run(
                    connection,
                    "CREATE UNIQUE INDEX " + engine.quoted(index) + " ON " + engine.quoted(table) + " ("
                            + columns(columns) + ")");
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xFF) != 19) {
                throw e;
            }
            notes.add(left(differs(table, columns)));
        }
    }

    @Override
    void shown() throws SQLException {
        if (file != null) {
            connection.close();
            file.show();
        }
    }

    @Override
    void undo(List<String> made) {
        // The transaction took everything back.
    }

    @Override
    public void close() {
        super.close();
        if (file != null) {
            file.delete();
        }
    }
}
