package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Keys;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Tables of a database with columns of other rows beside their own: those of the rows above ({@code patients.birth}) and
 * what is {@link Gathered} of the rows that name them. Cost: one hash of each key, once for each foreign key.
 */
public final class Joined {
    private final Database database;
    private final Map<Relationship, int[]> parents = new HashMap<>();

    public Joined(Database database) {
        this.database = database;
    }

    /** The row that each row of the child names; -1 for none. */
    int[] parents(Relationship r) {
        return parents.computeIfAbsent(r, this::follow);
    }

    private int[] follow(Relationship r) {
        Table parent = database.table(r.parent());
        Table child = database.table(r.child());
        @Nullable String[] keys = keys(parent, r.parentKey());
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                rows.putIfAbsent(keys[i], i);
            }
        }
        @Nullable String[] named = keys(child, r.foreignKey());
        int[] out = new int[named.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = named[i] == null ? -1 : rows.getOrDefault(named[i], -1);
        }
        return out;
    }

    private static @Nullable String[] keys(Table table, List<String> columns) {
        return Keys.of(columns.stream().map(table::column).toList());
    }

    /** The row above that each row of a table comes to; -1 for none. */
    int[] rows(String table, Above above) {
        int[] out = new int[database.table(table).rows()];
        Arrays.setAll(out, i -> i);
        for (Relationship step : above.steps()) {
            int[] parents = parents(step);
            for (int i = 0; i < out.length; i++) {
                out[i] = out[i] < 0 ? -1 : parents[out[i]];
            }
        }
        return out;
    }

    /** The learnt columns of a table, and those of other rows that rules name. */
    Table of(String table, Collection<String> names) {
        Schema own = RelatedRules.own(database.metadata(), table);
        Table rows = database.table(table);
        List<Field> fields = new ArrayList<>(own.fields());
        List<Column> columns = new ArrayList<>();
        own.names().forEach(name -> columns.add(rows.column(name)));
        List<Above> above = Above.of(database.metadata(), table);
        for (String name : names) {
            if (own.find(name) >= 0
                    || fields.stream().anyMatch(field -> field.name().equals(name))) {
                continue;
            }
            int key = rows.schema().find(name);
            if (key >= 0) {
                fields.add(rows.schema().field(key));
                columns.add(rows.column(key));
                continue;
            }
            Gathered gathered = Gathered.of(name, table, database.metadata());
            if (gathered != null) {
                fields.add(gathered.field());
                columns.add(gathered(gathered));
                continue;
            }
            add(table, name, above, fields, columns);
        }
        return Table.of(new Schema(fields), columns);
    }

    private void add(String table, String name, List<Above> above, List<Field> fields, List<Column> columns) {
        for (Above one : above) {
            Table parent = database.table(one.table());
            for (Field field : parent.schema().fields()) {
                if (one.name(field.name()).equals(name)) {
                    fields.add(new Field(name, field.kind(), field.format(), ""));
                    columns.add(take(parent.column(field.name()), rows(table, one)));
                    return;
                }
            }
        }
    }

    NumberColumn gathered(Gathered one) {
        return gathered(one, one.values(database.table(one.relationship().child())));
    }

    /** @param values of the rows of the child */
    NumberColumn gathered(Gathered one, double[] values) {
        int rows = database.table(one.relationship().parent()).rows();
        Gathered.Filling filling = one.filling(rows);
        int[] named = parents(one.relationship());
        for (int i = 0; i < named.length; i++) {
            if (named[i] >= 0) {
                filling.add(named[i], values.length == 0 ? 0 : values[i]);
            }
        }
        return filling.column(0, rows);
    }

    /** Some rows of a column; missing where a row is negative. */
    private static Column take(Column column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            double[] out = new double[rows.length];
            Arrays.setAll(out, i -> rows[i] < 0 ? Double.NaN : numbers.get(rows[i]));
            return NumberColumn.of(out);
        }
        CodeColumn codes = (CodeColumn) column;
        int[] out = new int[rows.length];
        Arrays.setAll(out, i -> rows[i] < 0 ? -1 : codes.code(rows[i]));
        return CodeColumn.of(out, codes.labels());
    }
}
