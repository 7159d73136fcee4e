package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Columns replaced one by one, and the count of what became different. */
final class Edit {
    private final Table before;
    private final List<Field> fields;
    private final List<Column> columns = new ArrayList<>();

    Edit(Table table) {
        before = table;
        fields = new ArrayList<>(table.schema().fields());
        for (int c = 0; c < table.width(); c++) {
            columns.add(table.column(c));
        }
    }

    /** Other numbers, which are given away. */
    void set(int column, double[] values) {
        columns.set(column, NumberColumn.of(values));
    }

    void set(int column, Field field, Column values) {
        fields.set(column, field);
        columns.set(column, values);
    }

    Controlled done(String control) {
        List<Change.Changed> changed = new ArrayList<>();
        for (int c = 0; c < before.width(); c++) {
            Column old = before.column(c);
            long cells = old == columns.get(c) ? 0 : cells(old, columns.get(c));
            if (cells > 0) {
                changed.add(new Change.Changed(before.schema().field(c).name(), cells, loss(old, columns.get(c))));
            }
        }
        return new Controlled(Table.of(new Schema(fields), columns), new Change(control, changed, 0, Map.of()));
    }

    private static long cells(Column old, Column made) {
        long cells = 0;
        for (int i = 0; i < old.size(); i++) {
            cells += same(old, made, i) ? 0 : 1;
        }
        return cells;
    }

    private static boolean same(Column old, Column made, int row) {
        if (old.isMissing(row) || made.isMissing(row)) {
            return old.isMissing(row) && made.isMissing(row);
        }
        if (old instanceof NumberColumn a && made instanceof NumberColumn b) {
            return a.get(row) == b.get(row);
        }
        return old instanceof CodeColumn a && made instanceof CodeColumn b && Objects.equals(a.get(row), b.get(row));
    }

    private static double loss(Column old, Column made) {
        if (!(old instanceof NumberColumn a && made instanceof NumberColumn b)) {
            return Double.NaN;
        }
        double deviation = Moments.of(a.toArray()).deviation();
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.isMissing(i) || b.isMissing(i) ? 0 : Math.abs(a.get(i) - b.get(i));
        }
        return sum / (Math.sqrt(2) * deviation);
    }
}
