package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A catalogue as JDBC tells it: one question for all columns, three for each table. */
final class MetaDataCatalogue {
    /** Kinds of tables that hold rows of their own; others are read only where they are named. */
    private static final Set<String> TABLES = Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE");

    private static final Set<String> VIEWS = Set.of("VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE");

    private final Engine engine;
    private final Connection connection;
    private final DatabaseMetaData about;
    private final @Nullable String catalog;
    private final String schema;

    MetaDataCatalogue(Engine engine, Connection connection, String schema) throws SQLException {
        this.engine = engine;
        this.connection = connection;
        this.about = connection.getMetaData();
        this.catalog = !engine.catalogues() ? connection.getCatalog() : schema.isEmpty() ? null : schema;
        this.schema = schema;
    }

    Catalogue read() throws SQLException {
        Set<String> parts = engine.parts(connection, schema);
        Map<String, Boolean> views = new TreeMap<>();
        try (ResultSet set = about.getTables(catalog, pattern(), "%", null)) {
            while (set.next()) {
                String name = set.getString("TABLE_NAME");
                String type = String.valueOf(set.getString("TABLE_TYPE"));
                if ((TABLES.contains(type) || VIEWS.contains(type)) && !parts.contains(name)) {
                    views.put(name, VIEWS.contains(type));
                }
            }
        }
        Map<String, List<Catalogue.Item>> items = items();
        List<Catalogue.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, Boolean> view : views.entrySet()) {
            String name = view.getKey();
            List<Catalogue.Item> columns = items.getOrDefault(name, List.of());
            entries.add(
                    view.getValue()
                            ? new Catalogue.Entry(schema, name, true, columns, List.of(), List.of(), List.of())
                            : new Catalogue.Entry(
                                    schema, name, false, columns, key(name), uniques(name, columns), foreign(name)));
        }
        return new Catalogue(entries);
    }

    private @Nullable String exact() {
        return schema.isEmpty() || engine.catalogues() ? null : schema;
    }

    /** The schema where a pattern is expected: an underscore would stand for any letter. */
    private @Nullable String pattern() throws SQLException {
        String escape = about.getSearchStringEscape();
        return exact() == null
                ? null
                : schema.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private Map<String, List<Catalogue.Item>> items() throws SQLException {
        Map<String, List<Catalogue.Item>> items = new LinkedHashMap<>();
        try (ResultSet set = about.getColumns(catalog, pattern(), "%", "%")) {
            while (set.next()) {
                String declared = String.valueOf(set.getString("TYPE_NAME"));
                int code = set.getInt("DATA_TYPE");
                // A type of somebody's own is the one that it is made of.
                int source = code == Types.DISTINCT ? set.getInt("SOURCE_DATA_TYPE") : 0;
                SqlType type = engine.type(
                        source == 0 ? code : source,
                        source == 0 ? declared : "",
                        set.getInt("COLUMN_SIZE"),
                        set.getInt("DECIMAL_DIGITS"));
                boolean nullable = set.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
                items.computeIfAbsent(set.getString("TABLE_NAME"), name -> new ArrayList<>())
                        .add(new Catalogue.Item(set.getString("COLUMN_NAME"), type, declared, nullable));
            }
        }
        return items;
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet set = about.getPrimaryKeys(catalog, exact(), table)) {
            while (set.next()) {
                columns.put(set.getInt("KEY_SEQ"), set.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    /** Unique indexes on plain columns, without a condition. */
    private List<List<String>> uniques(String table, List<Catalogue.Item> items) throws SQLException {
        Set<String> names =
                new HashSet<>(items.stream().map(Catalogue.Item::name).toList());
        Map<String, Map<Integer, String>> indexes = new TreeMap<>();
        Set<String> odd = new HashSet<>();
        try (ResultSet set = about.getIndexInfo(catalog, exact(), table, true, true)) {
            while (set.next()) {
                String index = set.getString("INDEX_NAME");
                String column = set.getString("COLUMN_NAME");
                if (index == null) {
                    continue;
                }
                String condition = set.getString("FILTER_CONDITION");
                if (column == null || !names.contains(column) || (condition != null && !condition.isEmpty())) {
                    odd.add(index);
                } else {
                    indexes.computeIfAbsent(index, name -> new TreeMap<>()).put(set.getInt("ORDINAL_POSITION"), column);
                }
            }
        }
        List<String> key = key(table);
        return indexes.entrySet().stream()
                .filter(index -> !odd.contains(index.getKey()))
                .map(index -> List.copyOf(index.getValue().values()))
                .filter(columns -> !columns.equals(key))
                .distinct()
                .sorted(Comparator.comparing(List::toString))
                .toList();
    }

    private List<Catalogue.ForeignKey> foreign(String table) throws SQLException {
        // The columns of one foreign key, as they come.
        record Pairs(String schema, String parent, List<String> columns, List<String> targets) {}
        Map<String, Pairs> all = new LinkedHashMap<>();
        int nameless = 0;
        try (ResultSet set = about.getImportedKeys(catalog, exact(), table)) {
            while (set.next()) {
                String given = set.getString("FK_NAME");
                nameless += given == null && set.getInt("KEY_SEQ") == 1 ? 1 : 0;
                String where = set.getString(engine.catalogues() ? "PKTABLE_CAT" : "PKTABLE_SCHEM");
                Pairs pairs = new Pairs(
                        schema.isEmpty() || where == null ? schema : where,
                        set.getString("PKTABLE_NAME"),
                        new ArrayList<>(),
                        new ArrayList<>());
                String name = given == null ? "#" + nameless : given;
                pairs = java.util.Objects.requireNonNullElse(all.putIfAbsent(name, pairs), pairs);
                pairs.columns().add(set.getString("FKCOLUMN_NAME"));
                pairs.targets().add(set.getString("PKCOLUMN_NAME"));
            }
        }
        return all.values().stream()
                .map(key -> new Catalogue.ForeignKey(key.columns(), key.schema(), key.parent(), key.targets()))
                .sorted(Comparator.comparing(key -> key.columns() + key.table()))
                .toList();
    }
}
