package org.semblance.formats.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.semblance.io.Dialect;
import org.semblance.io.PartWriter;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Tables of PostgreSQL being written by COPY within one transaction, in which tables are made and replaced too. */
final class PostgresLoading implements Loading {
    private static final Dialect CSV = new Dialect(StandardCharsets.UTF_8, false, ',', '"', "\n", false);

    /** How a missing value is written; a text that looks like it is quoted. */
    private static final String NULL = "\\N";

    private final Postgres engine;
    private final Connection connection;
    private final String schema;
    private final Run run;
    private boolean done;

    PostgresLoading(Postgres engine, Engine.Place place, Run run) throws SQLException {
        this.engine = engine;
        this.run = run.silent();
        connection = engine.open(place.address(), place.login(), false, run);
        try {
            // Points in time are told in UTC; a driver would tell them in the zone of this machine.
            Engine.run(connection, "SET TIME ZONE 'UTC'");
            connection.setAutoCommit(false);
            schema = place.schema().isEmpty() ? engine.schema(connection) : place.schema();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String identity() throws SQLException {
        return engine.identity(connection, schema);
    }

    @Override
    public Set<String> existing() throws SQLException {
        return new HashSet<>(Engine.list(
                connection,
                "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = ?",
                schema));
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
    public void begin(List<String> replaced) throws SQLException {
        boolean there = !Engine.list(connection, "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?", schema)
                .isEmpty();
        if (!there) {
            Engine.run(connection, "CREATE SCHEMA " + engine.quoted(schema));
        }
        if (!replaced.isEmpty()) {
            Engine.run(
                    connection,
                    "DROP TABLE "
                            + String.join(
                                    ", ", replaced.stream().map(this::full).toList()));
        }
    }

    private String full(String table) {
        return engine.qualified(schema, table);
    }

    @Override
    public void create(NewTable table) throws SQLException {
        Engine.run(
                connection,
                "CREATE TABLE " + full(table.name()) + " (" + String.join(", ", table.definitions(engine)) + ")");
    }

    @Override
    public void alter(NewTable table, int column) throws SQLException {
        String name = engine.quoted(table.schema().field(column).name());
        Engine.run(
                connection,
                "ALTER TABLE " + full(table.name()) + " ALTER COLUMN " + name + " TYPE "
                        + engine.declare(table.type(column))
                        + (table.required(column) ? "" : ", ALTER COLUMN " + name + " DROP NOT NULL"));
    }

    @Override
    public void load(NewTable table, Table rows) throws SQLException {
        List<Field> fields = new ArrayList<>();
        for (int c = 0; c < table.fields().size(); c++) {
            Field plain = Fit.plain(table.schema().field(c), table.type(c));
            fields.add(plain.format(plain.format().missing(NULL)));
        }
        Table plain = Table.of(
                new Schema(fields),
                java.util.stream.IntStream.range(0, rows.width())
                        .mapToObj(rows::column)
                        .toList());
        String copy = "COPY " + full(table.name()) + " FROM STDIN (FORMAT csv, NULL '" + NULL + "', ENCODING 'UTF8')";
        try (PGCopyOutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy, 1 << 16)) {
            PartWriter.begin(plain.schema(), CSV, out).write(plain, run);
        } catch (IOException | UncheckedIOException e) {
            throw cause(e);
        }
    }

    /** The fault of the database behind one of the stream. */
    private static SQLException cause(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException("the connection was lost", "08006", fault);
    }

    @Override
    public List<String> commit(Map<String, NewTable> tables) throws SQLException {
        List<String> notes = new ArrayList<>();
        for (NewTable table : tables.values()) {
            String alter = "ALTER TABLE " + full(table.name()) + " ADD ";
            if (!table.key().isEmpty()) {
                bind(alter + "PRIMARY KEY (" + columns(table.key()) + ")", "the primary key of " + table.name(), notes);
            }
            for (List<String> unique : table.uniques()) {
                String what = "\"" + String.join(", ", unique) + "\" of " + table.name() + " differs in every row";
                bind(alter + "UNIQUE (" + columns(unique) + ")", what, notes);
            }
        }
        Set<String> bound = new HashSet<>();
        for (NewTable table : tables.values()) {
            for (Relationship key : table.above()) {
                unique(tables, key, bound, notes);
                bind(
                        "ALTER TABLE " + full(table.name()) + " ADD FOREIGN KEY (" + columns(key.foreignKey())
                                + ") REFERENCES " + full(key.parent()) + " (" + columns(key.parentKey()) + ")",
                        "the foreign key " + key.name(),
                        notes);
            }
        }
        connection.commit();
        done = true;
        return notes;
    }

    /** What a foreign key points at must be a key of its table. */
    private void unique(Map<String, NewTable> tables, Relationship key, Set<String> bound, List<String> notes)
            throws SQLException {
        NewTable parent = tables.get(key.parent());
        if (parent == null
                || parent.key().equals(key.parentKey())
                || parent.uniques().contains(key.parentKey())
                || !bound.add(key.parent() + key.parentKey())) {
            return;
        }
        bind(
                "ALTER TABLE " + full(key.parent()) + " ADD UNIQUE (" + columns(key.parentKey()) + ")",
                "\"" + String.join(", ", key.parentKey()) + "\" of " + key.parent() + " differs in every row",
                notes);
    }

    private String columns(List<String> names) {
        return String.join(", ", names.stream().map(engine::quoted).toList());
    }

    /** Adds a constraint, or says that the rows do not keep it. */
    private void bind(String sql, String what, List<String> notes) throws SQLException {
        Run.checkCancelled();
        Savepoint before = connection.setSavepoint();
        try {
            Engine.run(connection, sql);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            // 23: rows that break it. 42804, 42830: no such key to point at, or of another type.
            if (!state.startsWith("23") && !state.equals("42830") && !state.equals("42804")) {
                throw e;
            }
            connection.rollback(before);
            notes.add(what + " does not hold in the rows, and was left out.");
        }
    }

    @Override
    public void close() {
        try {
            if (!done) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The server takes back what a lost connection left.
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone.
        }
    }
}
