package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Tables being written through JDBC alone: rows in batches within one transaction, constraints at the end. Where a
 * database ends the transaction with every change of a table, what was made is dropped when the work fails.
 */
class BatchLoading implements Loading {
    private static final int BATCH = 1000;

    final Engine engine;
    final Connection connection;
    final String schema;
    private final boolean force;
    private final List<String> made = new ArrayList<>();
    private boolean done;

    BatchLoading(Engine engine, Engine.Place place, Run run) throws SQLException {
        this(engine, place, engine.open(place.address(), place.login(), false, run));
    }

    BatchLoading(Engine engine, Engine.Place place, Connection connection) throws SQLException {
        this.engine = engine;
        this.connection = connection;
        this.force = place.force();
        try {
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
        Set<String> names = new HashSet<>();
        String catalog = engine.catalogues() ? schema : connection.getCatalog();
        try (ResultSet set = connection
                .getMetaData()
                .getTables(catalog, engine.catalogues() || schema.isEmpty() ? null : schema, "%", null)) {
            while (set.next()) {
                names.add(set.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    @Override
    public void attempt(List<NewTable> tables, List<String> replaced) throws SQLException {
        // What a database that nobody has looked at can take back is not known.
    }

    @Override
    public void begin(List<String> replaced) throws SQLException {
        for (String table : replaced) {
            Engine.run(connection, "DROP TABLE " + full(table));
        }
    }

    /** What a table is called while it is filled. */
    String working(String table) {
        return table;
    }

    final String full(String table) {
        return engine.qualified(schema, table);
    }

    @Override
    public void create(NewTable table) throws SQLException {
        List<String> parts = table.definitions(engine);
        parts.addAll(inside(table));
        String name = working(table.name());
        Engine.run(connection, "CREATE TABLE " + full(name) + " (" + String.join(", ", parts) + ")" + options());
        made.add(name);
    }

    /** Constraints that are made with the table. */
    List<String> inside(NewTable table) {
        return List.of();
    }

    /** What follows the columns. */
    String options() {
        return "";
    }

    @Override
    public void alter(NewTable table, int column) throws SQLException {
        Engine.run(
                connection,
                "ALTER TABLE " + full(working(table.name())) + " ALTER COLUMN "
                        + engine.quoted(table.schema().field(column).name()) + " SET DATA TYPE "
                        + engine.declare(table.type(column)));
    }

    @Override
    public void load(NewTable table, Table rows) throws SQLException {
        int width = rows.width();
        CellBinder[] cells = new CellBinder[width];
        for (int c = 0; c < width; c++) {
            cells[c] = new CellBinder(table.schema().field(c), table.type(c), engine.moments());
        }
        String sql = "INSERT INTO " + full(working(table.name())) + " VALUES ("
                + String.join(", ", Collections.nCopies(width, "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < rows.rows(); row++) {
                for (int c = 0; c < width; c++) {
                    cells[c].bind(statement, c + 1, rows.column(c), row);
                }
                statement.addBatch();
                if ((row + 1) % BATCH == 0) {
                    Run.checkCancelled();
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    @Override
    public List<String> commit(Map<String, NewTable> tables) throws SQLException {
        List<String> notes = new ArrayList<>();
        for (NewTable table : tables.values()) {
            String alter = "ALTER TABLE " + full(working(table.name())) + " ADD ";
            if (!table.key().isEmpty()) {
                bind(alter + "PRIMARY KEY (" + columns(table.key()) + ")", "the primary key of " + table.name(), notes);
            }
            for (List<String> unique : table.uniques()) {
                bind(alter + "UNIQUE (" + columns(unique) + ")", differs(table.name(), unique), notes);
            }
        }
        Set<String> bound = new HashSet<>();
        for (NewTable table : tables.values()) {
            for (Relationship key : table.above()) {
                NewTable parent = tables.get(key.parent());
                if (pointsBesideKey(parent, key) && bound.add(key.parent() + key.parentKey())) {
                    String alter = "ALTER TABLE " + full(working(key.parent())) + " ADD ";
                    bind(
                            alter + "UNIQUE (" + columns(key.parentKey()) + ")",
                            differs(key.parent(), key.parentKey()),
                            notes);
                }
                bind(
                        "ALTER TABLE " + full(working(table.name())) + " ADD " + foreign(key),
                        "the foreign key " + key.name(),
                        notes);
            }
        }
        show(tables);
        finish();
        return notes;
    }

    final void finish() throws SQLException {
        connection.commit();
        done = true;
        shown();
    }

    /** Everything is committed. */
    void shown() throws SQLException {}

    /** Makes what was written seen under its names. */
    void show(Map<String, NewTable> tables) throws SQLException {}

    /** Whether a foreign key points at columns that are not yet said to be different in every row. */
    static boolean pointsBesideKey(@Nullable NewTable parent, Relationship key) {
        return parent != null
                && !parent.key().equals(key.parentKey())
                && !parent.uniques().contains(key.parentKey());
    }

    static String differs(String table, List<String> columns) {
        return "\"" + String.join(", ", columns) + "\" of " + table + " differs in every row";
    }

    static String left(String what) {
        return what + " does not hold in the rows, and was left out.";
    }

    final String foreign(Relationship key) {
        return "FOREIGN KEY (" + columns(key.foreignKey()) + ") REFERENCES " + full(working(key.parent())) + " ("
                + columns(key.parentKey()) + ")";
    }

    final String columns(List<String> names) {
        return String.join(", ", names.stream().map(engine::quoted).toList());
    }

    /** Adds a constraint, or says that the rows do not keep it. */
    private void bind(String sql, String what, List<String> notes) throws SQLException {
        Run.checkCancelled();
        try {
            Engine.run(connection, sql);
        } catch (SQLException e) {
            if (!broken(e)) {
                throw e;
            }
            notes.add(left(what));
        }
    }

    /** Whether a fault says that rows do not keep a constraint, or that it can not be had. */
    boolean broken(SQLException fault) {
        return String.valueOf(fault.getSQLState()).startsWith("23");
    }

    /** Takes away what is left of work that failed. */
    void undo(List<String> made) throws SQLException {
        for (String table : made) {
            if (!force && existing().contains(table)) {
                Engine.run(connection, "DROP TABLE " + full(table));
            }
        }
        connection.commit();
    }

    @Override
    public void close() {
        try {
            if (!done) {
                connection.rollback();
                undo(made);
            }
        } catch (SQLException e) {
            // The connection is lost, and with it what could be done.
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone.
        }
    }
}
