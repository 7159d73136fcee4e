package org.semblance.formats.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.semblance.io.Loaded;
import org.semblance.io.TypedColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What the catalogue says of a table, said of its columns: what alone differs in every row is a key, what points at
 * another table is an identifier and no measure.
 */
final class Named {
    private Named() {}

    /** @param said the columns of which somebody's schema says what they are */
    static Loaded of(Loaded loaded, Catalogue.Entry entry, Set<String> said) {
        Table table = loaded.table();
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            Field field = table.schema().field(c);
            TypedColumn column = new TypedColumn(field, table.column(c));
            if (!said.contains(field.name())) {
                column = named(column, entry);
            }
            fields.add(column.field());
            columns.add(column.column());
        }
        return new Loaded(
                Table.of(new Schema(fields), columns),
                loaded.dialect(),
                loaded.rowsInSource(),
                loaded.notes(),
                loaded.summary());
    }

    private static TypedColumn named(TypedColumn column, Catalogue.Entry entry) {
        String name = column.field().name();
        boolean whole = column.column().missingCount() == 0;
        if (entry.unique(name) && whole) {
            return column.field().kind() == Kind.KEY ? column : column.named(Kind.KEY, "a key, as the database says");
        }
        if (entry.pointsFrom(name)) {
            return column.named(Kind.IDENTIFIER, "points at another row, as the database says");
        }
        // A key that the name and the values suggest, but that the database knows to be part of one.
        boolean part = column.field().kind() == Kind.KEY && entry.key().contains(name);
        return part ? column.named(Kind.IDENTIFIER, "part of a key, as the database says") : column;
    }
}
