package org.semblance.formats.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.run.Run;

/**
 * SQLite, one file: types are what the values are, whatever the columns are declared, so that they are looked at first.
 * Dates are text, as everybody writes them there.
 */
final class Sqlite extends Engine {
    private static final Pattern SIZE = Pattern.compile("\\(\\s*([0-9]{1,4})\\s*(?:,\\s*([0-9]{1,3})\\s*)?\\)");

    @Override
    String name() {
        return "SQLite";
    }

    /** The file of an address; empty for a database in memory. */
    static String file(Address address) {
        String rest = address.rest().replaceFirst("^file:", "");
        return rest.equals(":memory:") ? "" : rest;
    }

    @Override
    Connection open(Address address, Login login, boolean read, Run run) throws SQLException {
        Properties properties = new Properties();
        if (read) {
            String file = file(address);
            if (!file.isEmpty()) {
                DatabaseFile.check(Path.of(file), "SQLite", "SQLite format 3\0");
            }
            properties.setProperty("open_mode", "1");
        }
        properties.setProperty("busy_timeout", "10000");
        return connect(address.url(), properties);
    }

    static Connection connect(String url, Properties properties) throws SQLException {
        return Objects.requireNonNull(new org.sqlite.JDBC().connect(url, properties));
    }

    @Override
    String identity(Connection connection, String schema) throws SQLException {
        String file = rows(connection, "SELECT file FROM pragma_database_list WHERE name = 'main'")
                .get(0)
                .get(0);
        return "sqlite " + real(file);
    }

    private static String real(String file) {
        try {
            return file.isEmpty() ? "" : Path.of(file).toRealPath().toString();
        } catch (IOException e) {
            return Path.of(file).toAbsolutePath().normalize().toString();
        }
    }

    @Override
    String schema(Connection connection) {
        return "";
    }

    @Override
    Catalogue catalogue(Connection connection, String schema) throws SQLException {
        List<Catalogue.Entry> entries = new ArrayList<>();
        List<List<String>> tables = rows(
                connection,
                "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        + " ORDER BY name");
        for (List<String> table : tables) {
            entries.add(entry(connection, table.get(0), table.get(1).equals("view")));
        }
        return new Catalogue(entries);
    }

    private Catalogue.Entry entry(Connection connection, String name, boolean view) throws SQLException {
        List<List<String>> columns = rows(
                connection,
                "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid",
                name);
        Map<Integer, String> key = new java.util.TreeMap<>();
        columns.stream()
                .filter(row -> !row.get(3).equals("0"))
                .forEach(row -> key.put(Integer.valueOf(row.get(3)), row.get(0)));
        List<Catalogue.Item> items = new ArrayList<>();
        for (List<String> row : columns) {
            SqlType type = SqlType.of(Base.OTHER);
            items.add(new Catalogue.Item(
                    row.get(0),
                    type,
                    row.get(1),
                    row.get(2).equals("0") && row.get(3).equals("0")));
        }
        return new Catalogue.Entry(
                "", name, view, items, List.copyOf(key.values()), uniques(connection, name), foreign(connection, name));
    }

    @Override
    Catalogue.Entry looked(Connection connection, Catalogue.Entry entry) throws SQLException {
        if (entry.items().isEmpty()) {
            return entry;
        }
        List<List<String>> held = held(connection, entry.name(), entry.items());
        List<Catalogue.Item> items = new ArrayList<>();
        for (int c = 0; c < held.size(); c++) {
            Catalogue.Item item = entry.items().get(c);
            items.add(new Catalogue.Item(
                    item.name(), type(item.declared(), held.get(c)), item.declared(), item.nullable()));
        }
        return entry.items(items);
    }

    /** Of each column: how many values are integer, real, text, blob; and of the integers, how many are neither 0 nor 1. */
    private List<List<String>> held(Connection connection, String table, List<Catalogue.Item> items)
            throws SQLException {
        List<List<String>> out = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT 0");
        for (Catalogue.Item item : items) {
            String name = quoted(item.name());
            for (String held : List.of("integer", "real", "text", "blob")) {
                sql.append(", total(typeof(")
                        .append(name)
                        .append(") = '")
                        .append(held)
                        .append("')");
            }
            sql.append(", total(typeof(")
                    .append(name)
                    .append(") = 'integer' AND ")
                    .append(name)
                    .append(" NOT IN (0, 1))");
        }
        List<String> counts = rows(connection, sql + " FROM " + quoted(table)).get(0);
        for (int c = 0; c < items.size(); c++) {
            out.add(counts.subList(1 + 5 * c, 6 + 5 * c));
        }
        return out;
    }

    private static SqlType type(String declared, List<String> held) {
        String name = declared.toUpperCase(Locale.ROOT);
        double integers = Double.parseDouble(held.get(0));
        double reals = Double.parseDouble(held.get(1));
        double texts = Double.parseDouble(held.get(2));
        double blobs = Double.parseDouble(held.get(3));
        Matcher size = SIZE.matcher(name);
        int first = size.find() ? Integer.parseInt(size.group(1)) : 0;
        int second = first == 0 || size.group(2) == null ? 0 : Integer.parseInt(size.group(2));
        boolean numbers = integers + reals > 0;
        boolean nothing = !numbers && texts + blobs == 0;
        if (blobs > 0) {
            return SqlType.of(Base.BYTES);
        }
        if (texts > 0 || (nothing && !name.matches(".*(INT|REAL|FLOA|DOUB|NUM|DEC|BOOL).*"))) {
            return text(name, first, numbers);
        }
        if (name.contains("BOOL") && reals == 0 && held.get(4).equals("0.0")) {
            return SqlType.of(Base.BOOLEAN);
        }
        if (name.matches(".*(NUM|DEC).*") && first > 0) {
            return new SqlType(Base.NUMERIC, first, second);
        }
        if (reals > 0) {
            return SqlType.of(Base.DOUBLE);
        }
        if (name.matches(".*(REAL|FLOA|DOUB).*")) {
            return SqlType.of(Base.DOUBLE);
        }
        return SqlType.of(name.contains("SMALLINT") ? Base.SMALLINT : name.equals("INT") ? Base.INTEGER : Base.BIGINT);
    }

    /** Texts among which are numbers are read as texts, and so are written. */
    private static SqlType text(String name, int size, boolean numbers) {
        if (numbers) {
            return SqlType.of(Base.TEXT);
        }
        if (name.startsWith("DATETIME") || name.startsWith("TIMESTAMP")) {
            return SqlType.of(name.contains("ZONE") ? Base.INSTANT : Base.DATETIME);
        }
        if (name.equals("DATE")) {
            return SqlType.of(Base.DATE);
        }
        if (name.startsWith("TIME")) {
            return SqlType.of(Base.TIME);
        }
        if (name.equals("UUID")) {
            return SqlType.of(Base.UUID);
        }
        return name.contains("CHAR") && size > 0 ? new SqlType(Base.VARCHAR, size, 0) : SqlType.of(Base.TEXT);
    }

    private static List<List<String>> uniques(Connection connection, String table) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        List<List<String>> rows = rows(
                connection,
                "SELECT l.name, i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i"
                        + " WHERE l.\"unique\" = 1 AND l.partial = 0 AND l.origin <> 'pk' ORDER BY l.name, i.seqno",
                table);
        for (List<String> row : rows) {
            indexes.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row.get(1));
        }
        return indexes.values().stream()
                .filter(columns -> columns.stream().noneMatch(String::isEmpty))
                .distinct()
                .sorted(java.util.Comparator.comparing(List::toString))
                .toList();
    }

    private static List<Catalogue.ForeignKey> foreign(Connection connection, String table) throws SQLException {
        Map<String, List<List<String>>> keys = new LinkedHashMap<>();
        for (List<String> row : rows(
                connection,
                "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq",
                table)) {
            keys.computeIfAbsent(row.get(0), id -> new ArrayList<>()).add(row);
        }
        List<Catalogue.ForeignKey> out = new ArrayList<>();
        for (List<List<String>> key : keys.values()) {
            String parent = spelled(connection, key.get(0).get(1));
            List<String> columns = key.stream().map(row -> row.get(2)).toList();
            List<String> targets = key.stream().map(row -> row.get(3)).toList();
            if (targets.contains("")) {
                // Without columns it points at the primary key.
                targets = list(connection, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", parent);
            }
            if (targets.size() == columns.size()) {
                out.add(new Catalogue.ForeignKey(columns, "", parent, targets));
            }
        }
        out.sort(java.util.Comparator.comparing(key -> key.columns() + key.table()));
        return out;
    }

    /** The name of a table as it was made, whatever the case of the letters that point at it. */
    private static String spelled(Connection connection, String table) throws SQLException {
        List<String> names = list(
                connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE", table);
        return names.isEmpty() ? table : names.get(0);
    }

    @Override
    boolean moments() {
        return false;
    }

    @Override
    String select(Catalogue.Item item) {
        return item.type().base() == Base.BYTES ? "NULL" : quoted(item.name());
    }

    @Override
    String declare(SqlType type) {
        return switch (type.base()) {
            case DOUBLE, REAL -> "REAL";
            case DATETIME -> "DATETIME";
            case INSTANT -> "TIMESTAMP WITH TIME ZONE";
            case TEXT, OTHER -> "TEXT";
            case UUID -> "UUID";
            case BYTES -> "BLOB";
            default -> super.declare(type);
        };
    }

    @Override
    Loading loading(Place place, Run run) throws SQLException {
        return SqliteLoading.open(this, place);
    }

    @Override
    Faults.@Nullable Meaning meaning(SQLException fault) {
        return switch (fault.getErrorCode() & 0xFF) {
            case 13, 10 ->
                new Faults.Meaning(
                        "the disk is full, or can not be written.", "Free some space, or write to another disk.");
            case 8, 14, 3 ->
                new Faults.Meaning(
                        "the file can not be opened, or may not be written to.", "Check the path and your rights.");
            case 5, 6 -> new Faults.Meaning("somebody else works on this database.", "Try again.");
            case 11, 26 -> new Faults.Meaning("this is no SQLite database, or a damaged one.", "Copy it again.");
            case 19, 20 -> new Faults.Meaning("SQLite refused a row that breaks a key of its table.", "");
            default -> null;
        };
    }
}
