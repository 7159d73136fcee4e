package org.semblance.formats.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.semblance.table.Field;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;

/** A table being written: its columns and what they are bound by. Types may widen while rows come. */
final class NewTable {
    private final String name;
    private final Schema schema;
    private final SqlType[] types;
    private final boolean[] required;
    private final List<String> key;
    private final List<List<String>> uniques;
    private final List<Relationship> above;

    NewTable(String name, Schema schema, List<String> key, List<List<String>> uniques, List<Relationship> above) {
        this.name = name;
        this.schema = schema;
        this.types = new SqlType[schema.size()];
        this.required = new boolean[schema.size()];
        this.key = List.copyOf(key);
        this.uniques = List.copyOf(uniques);
        this.above = List.copyOf(above);
    }

    String name() {
        return name;
    }

    Schema schema() {
        return schema;
    }

    List<Field> fields() {
        return schema.fields();
    }

    SqlType type(int column) {
        return types[column];
    }

    void type(int column, SqlType type) {
        types[column] = type;
    }

    /** Whether every row must have a value there. */
    boolean required(int column) {
        return required[column];
    }

    void required(int column, boolean must) {
        required[column] = must;
    }

    /** The columns of the primary key; none where it has none. */
    List<String> key() {
        return key;
    }

    /** Other sets of columns that differ in every row. */
    List<List<String>> uniques() {
        return uniques;
    }

    /** The foreign keys that it has. */
    List<Relationship> above() {
        return above;
    }

    /** Whether a column is part of anything that has an index. */
    boolean indexed(String column, List<Relationship> all) {
        List<List<String>> keys = new ArrayList<>(uniques);
        keys.add(key);
        above.forEach(relationship -> keys.add(relationship.foreignKey()));
        all.stream()
                .filter(relationship -> relationship.parent().equals(name))
                .forEach(relationship -> keys.add(relationship.parentKey()));
        return keys.stream().anyMatch(columns -> columns.contains(column));
    }

    /** The definitions of the columns as SQL has them, without constraints of the whole table. */
    List<String> definitions(Engine engine) {
        List<String> out = new ArrayList<>();
        for (int c = 0; c < types.length; c++) {
            out.add(definition(engine, c));
        }
        return out;
    }

    String definition(Engine engine, int column) {
        return engine.quoted(schema.field(column).name()) + " " + engine.declare(types[column])
                + (required[column] ? " NOT NULL" : " NULL");
    }
}
