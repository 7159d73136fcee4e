package org.semblance.formats.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.duck.Duck;
import org.semblance.formats.duck.DuckReader;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/** DuckDB, one file: read in chunks of columns, written through tables of plain types. */
final class DuckDb extends Engine {
    @Override
    String name() {
        return "DuckDB";
    }

    /** The file of an address; empty for a database in memory. */
    static String file(Address address) {
        return address.rest().equals(":memory:") ? "" : address.rest();
    }

    @Override
    Connection open(Address address, Login login, boolean read, Run run) throws SQLException {
        Properties properties = new Properties();
        String file = file(address);
        if (read && !file.isEmpty()) {
            DatabaseFile.check(Path.of(file), "DuckDB", "");
            properties.setProperty("duckdb.read_only", "true");
        }
        return Duck.open(address.url(), properties, run.threads());
    }

    @Override
    void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    String identity(Connection connection, String schema) throws SQLException {
        List<List<String>> files =
                rows(connection, "SELECT path FROM duckdb_databases() WHERE database_name = current_database()");
        String file = files.isEmpty() ? "" : files.get(0).get(0);
        try {
            return "duckdb " + (file.isEmpty() ? "" : Path.of(file).toRealPath()) + " " + schema;
        } catch (IOException e) {
            return "duckdb " + Path.of(file).toAbsolutePath().normalize() + " " + schema;
        }
    }

    @Override
    Catalogue catalogue(Connection connection, String schema) throws SQLException {
        String here = " WHERE database_name = current_database() AND schema_name = ?";
        Map<String, List<Catalogue.Item>> items = new LinkedHashMap<>();
        for (List<String> row : rows(
                connection,
                "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns()" + here
                        + " ORDER BY table_name, column_index",
                schema)) {
            items.computeIfAbsent(row.get(0), name -> new ArrayList<>())
                    .add(new Catalogue.Item(
                            row.get(1), type(row.get(2)), row.get(2), row.get(3).equals("true")));
        }
        List<String> views =
                list(connection, "SELECT view_name FROM duckdb_views()" + here + " AND NOT internal", schema);
        Map<String, List<List<String>>> constraints = new LinkedHashMap<>();
        for (List<String> row : rows(
                connection,
                "SELECT table_name, constraint_type, array_to_string(constraint_column_names, '\u0001'), referenced_table,"
                        + " array_to_string(referenced_column_names, '\u0001') FROM duckdb_constraints()" + here
                        + " ORDER BY ALL",
                schema)) {
            constraints.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row);
        }
        List<Catalogue.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, List<Catalogue.Item>> table : items.entrySet()) {
            String name = table.getKey();
            entries.add(entry(
                    schema, name, views.contains(name), table.getValue(), constraints.getOrDefault(name, List.of())));
        }
        return new Catalogue(entries);
    }

    private static Catalogue.Entry entry(
            String schema, String name, boolean view, List<Catalogue.Item> items, List<List<String>> constraints) {
        List<String> key = List.of();
        List<List<String>> uniques = new ArrayList<>();
        List<Catalogue.ForeignKey> foreign = new ArrayList<>();
        for (List<String> row : constraints) {
            List<String> columns = split(row.get(2));
            switch (row.get(1)) {
                case "PRIMARY KEY" -> key = columns;
                case "UNIQUE" -> uniques.add(columns);
                case "FOREIGN KEY" ->
                    foreign.add(new Catalogue.ForeignKey(columns, schema, row.get(3), split(row.get(4))));
                default -> {}
            }
        }
        return new Catalogue.Entry(schema, name, view, items, key, uniques, foreign);
    }

    private static List<String> split(String columns) {
        return Arrays.asList(columns.split("\u0001"));
    }

    /** The type of a column as DuckDB calls it. */
    static SqlType type(String declared) {
        if (declared.startsWith("DECIMAL(")) {
            String[] digits = declared.substring(8, declared.length() - 1).split(",");
            return new SqlType(Base.NUMERIC, Integer.parseInt(digits[0]), Integer.parseInt(digits[1]));
        }
        return switch (declared) {
            case "BOOLEAN" -> SqlType.of(Base.BOOLEAN);
            case "TINYINT", "SMALLINT", "UTINYINT" -> SqlType.of(Base.SMALLINT);
            case "INTEGER", "USMALLINT" -> SqlType.of(Base.INTEGER);
            case "BIGINT", "UINTEGER" -> SqlType.of(Base.BIGINT);
            case "UBIGINT", "HUGEINT", "UHUGEINT" -> new SqlType(Base.NUMERIC, 38, 0);
            case "FLOAT" -> SqlType.of(Base.REAL);
            case "DOUBLE" -> SqlType.of(Base.DOUBLE);
            case "DATE" -> SqlType.of(Base.DATE);
            case "TIME" -> SqlType.of(Base.TIME);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> SqlType.of(Base.DATETIME);
            case "TIMESTAMP WITH TIME ZONE" -> SqlType.of(Base.INSTANT);
            case "UUID" -> SqlType.of(Base.UUID);
            case "BLOB" -> SqlType.of(Base.BYTES);
            default -> SqlType.of(declared.equals("VARCHAR") || declared.startsWith("ENUM") ? Base.TEXT : Base.OTHER);
        };
    }

    @Override
    Loaded read(Connection connection, Catalogue.Entry entry, ReadOptions options, Run run, Progress.Stage stage)
            throws SQLException {
        return new DuckReader(connection, run, stage)
                .read(qualified(entry.schema(), entry.name()), order(entry), options);
    }

    @Override
    String declare(SqlType type) {
        return switch (type.base()) {
            case DOUBLE -> "DOUBLE";
            case REAL -> "FLOAT";
            case NUMERIC ->
                type.size() == 0
                        ? "DOUBLE"
                        : "DECIMAL(" + Math.min(38, type.size()) + ", " + Math.min(38, type.scale()) + ")";
            case UUID -> "UUID";
            case CHAR, VARCHAR, TEXT, OTHER -> "VARCHAR";
            case BYTES -> "BLOB";
            default -> super.declare(type);
        };
    }

    @Override
    Loading loading(Place place, Run run) throws SQLException {
        return DuckLoading.open(this, place, run);
    }

    /** DuckDB tells no codes: its messages begin with a class of error. */
    @Override
    Faults.@Nullable Meaning meaning(SQLException fault) {
        String said = String.valueOf(fault.getMessage());
        if (said.contains("No space left") || said.startsWith("Out of Memory") || said.contains("Could not write")) {
            return new Faults.Meaning(
                    "the disk is full, or can not be written.", "Free some space, or write to another disk.");
        }
        if (said.contains("Could not set lock") || said.contains("Conflicting lock")) {
            return new Faults.Meaning("another program has this database open.", "Close it there, and try again.");
        }
        if (said.contains("not a valid DuckDB database file")) {
            return new Faults.Meaning("this is no DuckDB database, or a damaged one.", "Copy it again.");
        }
        if (said.startsWith("IO Error") || said.contains("Permission denied")) {
            return new Faults.Meaning(
                    "the file can not be opened, or may not be written to.", "Check the path and your rights.");
        }
        boolean values = said.startsWith("Conversion Error") || said.startsWith("Constraint Error");
        return values
                ? new Faults.Meaning(
                        "DuckDB refused a value that does not fit its column.",
                        "Write to a folder instead to see the rows.")
                : null;
    }
}
