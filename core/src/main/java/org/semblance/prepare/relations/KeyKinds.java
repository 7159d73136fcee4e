package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * The columns of keys as the kinds that they have as keys: a primary key of one column is a {@link Kind#KEY}, a foreign
 * key an {@link Kind#IDENTIFIER} (a key where it never repeats: each parent has one child at most); whole numbers written
 * plainly become labels as their parent's are, so that both sides are read, compared and written alike. Whose step a row
 * is, is an identifier in a table of sequences that stands alone.
 */
final class KeyKinds {
    /** In fewer rows, not repeating may be chance. */
    private static final int ENOUGH_ROWS = 20;

    private KeyKinds() {}

    static Database of(Database database) {
        Map<String, Table> tables = new LinkedHashMap<>();
        database.tables().forEach((name, table) -> tables.put(name, table(database, name, table)));
        return database.with(tables);
    }

    private static Table table(Database database, String name, Table table) {
        Set<String> keys = new HashSet<>();
        List<String> primary = database.keys().getOrDefault(name, List.of());
        if (primary.size() == 1) {
            keys.addAll(primary);
        }
        Set<String> entity = new HashSet<>();
        if (database.above(name).isEmpty()
                && database.relationships().stream()
                        .noneMatch(below -> below.parent().equals(name))) {
            database.sequences().stream()
                    .filter(sequence -> sequence.table().equals(name))
                    .forEach(sequence -> entity.addAll(sequence.entity()));
        }
        Map<String, Relationship> foreign = new HashMap<>();
        for (Relationship relationship : database.above(name)) {
            relationship.foreignKey().forEach(column -> foreign.putIfAbsent(column, relationship));
        }
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            Field field = table.schema().field(c);
            Column column = table.column(c);
            Relationship above = foreign.get(field.name());
            boolean key = keys.contains(field.name());
            boolean whose = entity.contains(field.name()) && !dated(field.kind());
            if (key || whose || above != null && !dated(field.kind())) {
                if (column instanceof NumberColumn numbers && plain(field)) {
                    column = labels(numbers);
                    field = field.format(field.format().decimals(-1));
                }
                if (column instanceof CodeColumn) {
                    field = field.kind(key && !whose || unique(above, field, column) ? Kind.KEY : Kind.IDENTIFIER);
                }
            }
            fields.add(above == null ? field : field.why("points at " + above.parent()));
            columns.add(column);
        }
        return Table.of(new Schema(fields), columns);
    }

    private static boolean dated(Kind kind) {
        return kind == Kind.DATE || kind == Kind.TIME || kind == Kind.DATETIME || kind == Kind.DECIMAL;
    }

    /** Numbers that are written as their labels would be. */
    private static boolean plain(Field field) {
        return field.kind() == Kind.WHOLE
                && field.format().decimals() == 0
                && field.format().groupSign() == '\0'
                && field.format().prefix().isEmpty()
                && field.format().suffix().isEmpty();
    }

    private static boolean unique(@org.jspecify.annotations.Nullable Relationship above, Field field, Column column) {
        return above != null
                && above.foreignKey().size() == 1
                && field.kind() == Kind.KEY
                && column.size() >= ENOUGH_ROWS;
    }

    private static CodeColumn labels(NumberColumn numbers) {
        Map<Double, Integer> codes = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] coded = new int[numbers.size()];
        for (int row = 0; row < coded.length; row++) {
            double value = numbers.get(row) + 0.0;
            if (Double.isNaN(value)) {
                coded[row] = -1;
                continue;
            }
            Integer code = codes.putIfAbsent(value, labels.size());
            if (code == null) {
                code = labels.size();
                labels.add(Long.toString((long) value));
            }
            coded[row] = code;
        }
        return CodeColumn.of(coded, labels);
    }
}
