package org.semblance.formats.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;

/** What a database says of its tables, in the order of their names. */
record Catalogue(List<Entry> entries) {
    static final Catalogue EMPTY = new Catalogue(List.of());

    /**
     * A table or view.
     *
     * @param schema where it is, or empty
     * @param view whether it is computed from others, or kept elsewhere
     * @param key the columns of its primary key, none where it has none
     * @param uniques other sets of columns that differ in every row
     */
    record Entry(
            String schema,
            String name,
            boolean view,
            List<Item> items,
            List<String> key,
            List<List<String>> uniques,
            List<ForeignKey> foreignKeys) {
        Entry {
            items = List.copyOf(items);
            key = List.copyOf(key);
            uniques = List.copyOf(uniques);
            foreignKeys = List.copyOf(foreignKeys);
        }

        /** The same with other columns. */
        Entry items(List<Item> others) {
            return new Entry(schema, name, view, others, key, uniques, foreignKeys);
        }

        Optional<Item> item(String column) {
            return items.stream().filter(item -> item.name().equals(column)).findFirst();
        }

        boolean pointsFrom(String column) {
            return foreignKeys.stream().anyMatch(key -> key.columns().contains(column));
        }

        /** Whether a column alone differs in every row that has it. */
        boolean unique(String column) {
            return key.equals(List.of(column)) || uniques.contains(List.of(column));
        }
    }

    /**
     * A column.
     *
     * @param declared its type as the database calls it
     */
    record Item(String name, SqlType type, String declared, boolean nullable) {}

    /** Columns that point at columns of another table, or of the same. */
    record ForeignKey(List<String> columns, String schema, String table, List<String> targets) {
        ForeignKey {
            columns = List.copyOf(columns);
            targets = List.copyOf(targets);
        }
    }

    Catalogue {
        entries = List.copyOf(entries);
    }

    Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The type of a column, where the table is known and has it. */
    Optional<Item> item(String table, String column) {
        return entry(table).flatMap(entry -> entry.item(column));
    }

    /** What it says of how the tables that were read are related; nothing of relationships where it knows none. */
    Declared declared(Set<String> read) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        List<Relationship> relationships = new ArrayList<>();
        for (Entry entry : entries) {
            if (!read.contains(entry.name())) {
                continue;
            }
            if (!entry.key().isEmpty()) {
                keys.put(entry.name(), entry.key());
            }
            for (ForeignKey key : entry.foreignKeys()) {
                boolean same = entries.stream()
                        .anyMatch(other -> other.schema().equals(key.schema())
                                && other.name().equals(key.table()));
                Relationship relationship = new Relationship(key.table(), key.targets(), entry.name(), key.columns());
                if (same && read.contains(key.table()) && !relationships.contains(relationship)) {
                    relationships.add(relationship);
                }
            }
        }
        return new Declared(keys, relationships.isEmpty() ? null : relationships, null);
    }
}
