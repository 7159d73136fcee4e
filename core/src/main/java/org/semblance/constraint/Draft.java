package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** A table whose columns are being written anew, by name. Not thread-safe. */
public final class Draft {
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final int rows;
    private @Nullable Table table;

    public Draft(Table start) {
        rows = start.rows();
        for (int c = 0; c < start.width(); c++) {
            Field field = start.schema().field(c);
            fields.put(field.name(), field);
            columns.put(field.name(), start.column(c));
        }
    }

    int rows() {
        return rows;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("there is no column " + name);
        }
        return field;
    }

    Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("there is no column " + name);
        }
        return column;
    }

    /** A copy of the values of a column of numbers. */
    double[] numbers(String name) {
        return ((NumberColumn) column(name)).toArray();
    }

    CodeColumn codes(String name) {
        return (CodeColumn) column(name);
    }

    void put(Field field, Column column) {
        fields.put(field.name(), field);
        columns.put(field.name(), column);
        table = null;
    }

    /** Other values in a column that is there. */
    void put(String name, Column column) {
        put(field(name), column);
    }

    /** Puts one column where another was. */
    void replace(String name, Field field, Column column) {
        Map<String, Field> before = new LinkedHashMap<>(fields);
        fields.clear();
        before.forEach((key, value) -> {
            Field now = key.equals(name) ? field : value;
            fields.put(now.name(), now);
        });
        columns.remove(name);
        columns.put(field.name(), column);
        table = null;
    }

    void remove(String name) {
        fields.remove(name);
        columns.remove(name);
        table = null;
    }

    /** As it now is. */
    public Table table() {
        Table made = table;
        if (made == null) {
            List<Column> all = new ArrayList<>();
            fields.keySet().forEach(name -> all.add(column(name)));
            made = Table.of(new Schema(List.copyOf(fields.values())), all);
            table = made;
        }
        return made;
    }

    /** With the columns of a schema, in its order. */
    public Table table(Schema schema) {
        List<Column> all = new ArrayList<>();
        schema.names().forEach(name -> all.add(column(name)));
        return Table.of(schema, all);
    }

    /** A name that no column has yet. */
    String free(String name) {
        String free = name;
        while (fields.containsKey(free)) {
            free += "'";
        }
        return free;
    }
}
