package org.semblance.formats.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.duck.Duck;
import org.semblance.formats.duck.DuckStage;
import org.semblance.run.Run;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Tables of DuckDB being written: rows gather in temporary tables, from which the new ones are made at the end, parents
 * first, with the constraints that the rows keep. DuckDB has no foreign keys in circles or within one table that a table
 * could be filled under; those are left out.
 */
final class DuckLoading implements Loading {
    private final DuckDb engine;
    private final Connection connection;
    private final @Nullable DatabaseFile file;
    private final String schema;
    private final Map<String, DuckStage> stages = new LinkedHashMap<>();
    private List<String> replaced = List.of();
    private boolean done;

    private DuckLoading(DuckDb engine, Connection connection, @Nullable DatabaseFile file, String schema) {
        this.engine = engine;
        this.connection = connection;
        this.file = file;
        this.schema = schema;
    }

    static DuckLoading open(DuckDb engine, Engine.Place place, Run run) throws SQLException {
        String path = DuckDb.file(place.address());
        DatabaseFile file = path.isEmpty() ? null : DatabaseFile.at(Path.of(path));
        String url = file == null ? place.address().url() : "jdbc:duckdb:" + file.open();
        Connection connection = Duck.open(url, new Properties(), run.threads());
        try {
            connection.setAutoCommit(false);
            String schema = place.schema().isEmpty() ? engine.schema(connection) : place.schema();
            return new DuckLoading(engine, connection, file, schema);
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
        for (String kind : List.of("table", "view")) {
            names.addAll(Engine.list(
                    connection,
                    "SELECT " + kind + "_name FROM duckdb_" + kind
                            + "s() WHERE database_name = current_database() AND schema_name = ? AND NOT internal",
                    schema));
        }
        return names;
    }

    @Override
    public void attempt(List<NewTable> tables, List<String> there) throws SQLException {
        begin(there);
        drop();
        for (NewTable table : tables) {
            Engine.run(
                    connection,
                    "CREATE TABLE " + full(table.name()) + " (" + String.join(", ", table.definitions(engine)) + ")");
        }
        connection.rollback();
    }

    @Override
    public void begin(List<String> there) {
        replaced = there;
    }

    /** Children first: DuckDB drops no table that another one points at. */
    private void drop() throws SQLException {
        Engine.run(connection, "CREATE SCHEMA IF NOT EXISTS " + engine.quoted(schema));
        Catalogue now = engine.catalogue(connection, schema);
        List<String> left = new ArrayList<>(replaced);
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(table -> now.entries().stream()
                            .noneMatch(other -> !other.name().equals(table)
                                    && (left.contains(other.name()) || !replaced.contains(other.name()))
                                    && other.foreignKeys().stream()
                                            .anyMatch(key -> key.table().equals(table))))
                    .findFirst()
                    .orElseThrow(() -> new SQLException("referenced", "2BP01"));
            Engine.run(connection, "DROP TABLE " + full(next));
            left.remove(next);
        }
    }

    private String full(String table) {
        return engine.qualified(schema, table);
    }

    @Override
    public void create(NewTable table) throws SQLException {
        List<String> types = new ArrayList<>();
        for (int c = 0; c < table.fields().size(); c++) {
            types.add(table.type(c).text() ? "VARCHAR" : "");
        }
        stages.put(table.name(), new DuckStage(connection, "semblance " + table.name(), table.schema(), types));
    }

    @Override
    public void alter(NewTable table, int column) {
        // Types are given at the end.
    }

    @Override
    public void load(NewTable table, Table rows) throws SQLException {
        Objects.requireNonNull(stages.get(table.name())).add(rows);
    }

    @Override
    public List<String> commit(Map<String, NewTable> tables) throws SQLException {
        List<String> notes = new ArrayList<>();
        drop();
        Map<String, Set<List<String>>> keys = new LinkedHashMap<>();
        for (NewTable table : tables.values()) {
            keys.put(table.name(), keys(table, tables, notes));
        }
        Set<String> made = new LinkedHashSet<>();
        for (NewTable table : parentsFirst(tables)) {
            Run.checkCancelled();
            make(table, made, keys, notes);
            made.add(table.name());
        }
        connection.commit();
        done = true;
        connection.close();
        if (file != null) {
            file.show();
        }
        return notes;
    }

    private void make(NewTable table, Set<String> made, Map<String, Set<List<String>>> keys, List<String> notes)
            throws SQLException {
        DuckStage stage = Objects.requireNonNull(stages.get(table.name()));
        List<String> parts = table.definitions(engine);
        for (List<String> key : keys.getOrDefault(table.name(), Set.of())) {
            parts.add((key.equals(table.key()) ? "PRIMARY KEY (" : "UNIQUE (") + columns(key) + ")");
        }
        for (Relationship key : table.above()) {
            boolean kept = keys.getOrDefault(key.parent(), Set.of()).contains(key.parentKey());
            if (!made.contains(key.parent())) {
                notes.add("the foreign key " + key.name() + " points at its own table or in a circle, which DuckDB "
                        + "can not fill, and was left out.");
            } else if (!kept || orphans(table, key)) {
                notes.add(BatchLoading.left("the foreign key " + key.name()));
            } else {
                parts.add("FOREIGN KEY (" + columns(key.foreignKey()) + ") REFERENCES " + full(key.parent()) + " ("
                        + columns(key.parentKey()) + ")");
            }
        }
        List<String> types = new ArrayList<>();
        for (int c = 0; c < table.fields().size(); c++) {
            types.add(engine.declare(table.type(c)));
        }
        Engine.run(connection, "CREATE TABLE " + full(table.name()) + " (" + String.join(", ", parts) + ")");
        Engine.run(connection, "INSERT INTO " + full(table.name()) + " " + stage.select(types));
        stage.drop();
    }

    /** The sets of columns that differ in every row, of those that should. */
    private Set<List<String>> keys(NewTable table, Map<String, NewTable> tables, List<String> notes)
            throws SQLException {
        Set<List<String>> wanted = new LinkedHashSet<>();
        if (!table.key().isEmpty()) {
            wanted.add(table.key());
        }
        wanted.addAll(table.uniques());
        for (NewTable child : tables.values()) {
            child.above().stream()
                    .filter(key -> key.parent().equals(table.name()))
                    .forEach(key -> wanted.add(key.parentKey()));
        }
        Set<List<String>> kept = new LinkedHashSet<>();
        for (List<String> key : wanted) {
            String columns = columns(key);
            String filled = String.join(
                    " AND ",
                    key.stream()
                            .map(name -> engine.quoted(name) + " IS NOT NULL")
                            .toList());
            String twice = Engine.list(
                            connection,
                            "SELECT count(*) FROM (SELECT 1 FROM " + staged(table.name()) + " WHERE " + filled
                                    + " GROUP BY " + columns + " HAVING count(*) > 1 LIMIT 1)")
                    .get(0);
            if (twice.equals("0")) {
                kept.add(key);
            } else {
                notes.add(BatchLoading.left(
                        key.equals(table.key())
                                ? "the primary key of " + table.name()
                                : BatchLoading.differs(table.name(), key)));
            }
        }
        return kept;
    }

    private static String staged(String table) {
        return Duck.name("semblance " + table);
    }

    private boolean orphans(NewTable child, Relationship key) throws SQLException {
        List<String> same = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        for (int k = 0; k < key.foreignKey().size(); k++) {
            String column = "c." + engine.quoted(key.foreignKey().get(k));
            same.add(column + "::VARCHAR = p." + engine.quoted(key.parentKey().get(k)) + "::VARCHAR");
            filled.add(column + " IS NOT NULL");
        }
        return !Engine.list(
                        connection,
                        "SELECT count(*) FROM (SELECT 1 FROM " + staged(child.name()) + " c WHERE "
                                + String.join(" AND ", filled) + " AND NOT EXISTS (SELECT 1 FROM " + full(key.parent())
                                + " p WHERE " + String.join(" AND ", same) + ") LIMIT 1)")
                .get(0)
                .equals("0");
    }

    /** Those of a circle come in the order they have. */
    private static List<NewTable> parentsFirst(Map<String, NewTable> tables) {
        List<NewTable> out = new ArrayList<>();
        List<NewTable> left = new ArrayList<>(tables.values());
        while (!left.isEmpty()) {
            NewTable next = left.stream()
                    .filter(table -> table.above().stream()
                            .allMatch(key -> key.toItself()
                                    || left.stream()
                                            .noneMatch(other -> other.name().equals(key.parent()))))
                    .findFirst()
                    .orElse(left.get(0));
            out.add(next);
            left.remove(next);
        }
        return Collections.unmodifiableList(out);
    }

    private String columns(List<String> names) {
        return String.join(", ", names.stream().map(engine::quoted).toList());
    }

    @Override
    public void close() {
        try {
            if (!done) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // Nothing was committed.
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone.
        }
        if (file != null) {
            file.delete();
        }
    }
}
