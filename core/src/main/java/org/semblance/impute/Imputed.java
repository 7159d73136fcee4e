package org.semblance.impute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A table imputed several times: mice's {@code mids}.
 *
 * @param data as it came
 * @param plan how it was imputed, without what had to be left out
 * @param drawn [p][sets] the values drawn for a column's chosen cells, in the order of {@link Cells#rows}; none for a
 *     column without a method
 * @param trace how the draws moved from round to round
 * @param events what was done otherwise than asked
 */
public record Imputed(Table data, Plan plan, List<List<Column>> drawn, Trace trace, List<Event> events) {
    /** The column of long and stacked tables that says which set a row is of; 0 is the data as they came. */
    public static final String SET = ".imp";

    /** The column of long tables that says which row of the data a row is. */
    public static final String ROW = ".id";

    public Imputed {
        drawn = List.copyOf(drawn);
        events = List.copyOf(events);
    }

    public int sets() {
        return plan.sets();
    }

    /**
     * The data with the holes filled.
     *
     * @param set from 1; 0 gives the data as they came
     */
    public Table complete(int set) {
        if (set < 0 || set > sets()) {
            throw new IllegalArgumentException("set " + set + " of " + sets());
        }
        if (set == 0) {
            return data;
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < data.width(); c++) {
            Column values = drawn.get(c).get(set - 1);
            columns.add(
                    values.size() == 0
                            ? data.column(c)
                            : Filled.with(data.column(c), plan.where().rows(c), values));
        }
        return Table.of(data.schema(), columns);
    }

    /** All sets below each other, without saying which is which. */
    public Table stacked() {
        return Table.join(data.schema(), completed(1));
    }

    /**
     * All sets below each other, with {@link #SET} and {@link #ROW} behind the columns.
     *
     * @param withData whether the data as they came stand first, as set 0
     */
    public Table longForm(boolean withData) {
        List<Table> parts = completed(withData ? 0 : 1);
        Table all = Table.join(data.schema(), parts);
        int n = data.rows();
        int first = withData ? 0 : 1;
        List<Field> fields = new ArrayList<>(data.schema().fields());
        List<Column> columns = new ArrayList<>(columns(all));
        fields.add(Field.of(unused(SET), Kind.WHOLE));
        fields.add(Field.of(unused(ROW), Kind.WHOLE));
        columns.add(NumberColumn.of(IntStream.range(0, all.rows())
                .mapToDouble(i -> first + i / Math.max(1, n))
                .toArray()));
        columns.add(NumberColumn.of(
                IntStream.range(0, all.rows()).mapToDouble(i -> i % n + 1).toArray()));
        return Table.of(new Schema(fields), columns);
    }

    /**
     * All sets beside each other, each column with the number of its set behind a dot.
     *
     * @param byColumn whether the sets of a column stand together ("repeated") rather than the columns of a set ("broad")
     */
    public Table wide(boolean byColumn) {
        List<Table> parts = completed(1);
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int p = data.width();
        for (int i = 0; i < p * sets(); i++) {
            int column = byColumn ? i / sets() : i % p;
            int set = byColumn ? i % sets() : i / p;
            Field field = data.schema().field(column);
            fields.add(new Field(field.name() + "." + (set + 1), field.kind(), field.format(), field.why()));
            columns.add(parts.get(set).column(column));
        }
        return Table.of(new Schema(fields), columns);
    }

    private List<Table> completed(int from) {
        return IntStream.rangeClosed(from, sets()).mapToObj(this::complete).toList();
    }

    private static List<Column> columns(Table table) {
        return IntStream.range(0, table.width()).mapToObj(table::column).toList();
    }

    private String unused(String name) {
        Set<String> taken = new HashSet<>(data.schema().names());
        String free = name;
        while (taken.contains(free)) {
            free += ".";
        }
        return free;
    }

    /** The values drawn for a column in each set, as numbers: places in the dictionary, from 1, of labels. */
    public double[][] values(int column) {
        return drawn.get(column).stream().map(Numbers::of).toArray(double[][]::new);
    }
}
