package org.semblance.synthesize.sequence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * The rows of a table, sequence by sequence, in order; entities as they first appear. Rows without an entity are left out,
 * a missing place comes last, and rows of the same place stand as they stood.
 *
 * @param start where the rows of each entity begin, and their end
 * @param place the column of numbers that puts steps in order, or -1
 */
record Sorted(Table table, int[] start, int place) {
    static Sorted of(Table table, Sequence sequence) {
        int n = table.rows();
        int[] entity = new int[n];
        int entities = sequence.entity().isEmpty() ? Math.min(1, n) : number(table, sequence, entity);
        double[] places = sequence.places(table);
        int[] rows = IntStream.range(0, n)
                .filter(i -> entity[i] >= 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> entity[i]).thenComparingDouble(i -> places[i]))
                .mapToInt(i -> i)
                .toArray();
        int[] start = new int[entities + 1];
        for (int row : rows) {
            start[entity[row] + 1]++;
        }
        for (int e = 0; e < entities; e++) {
            start[e + 1] += start[e];
        }
        Table sorted = table.take(rows).compact();
        return new Sorted(sorted, start, place(sorted, sequence, start));
    }

    private static int number(Table table, Sequence sequence, int[] entity) {
        int count = 0;
        for (String name : sequence.entity()) {
            Column column = table.column(name);
            Map<Long, Integer> index = new HashMap<>();
            Map<Double, Integer> values = new HashMap<>();
            for (int i = 0; i < entity.length; i++) {
                if (column.isMissing(i) || entity[i] < 0) {
                    entity[i] = -1;
                    continue;
                }
                int own = column instanceof CodeColumn codes
                        ? codes.code(i)
                        : values.computeIfAbsent(((NumberColumn) column).get(i) + 0.0, v -> values.size());
                long pair = ((long) entity[i] << 32) | own;
                entity[i] = index.computeIfAbsent(pair, p -> index.size());
            }
            count = index.size();
        }
        return count;
    }

    /** The order where it is numbers; else a date that never falls inside a sequence. */
    private static int place(Table table, Sequence sequence, int[] start) {
        int order = sequence.order().isEmpty() ? -1 : table.schema().index(sequence.order());
        if (order >= 0 && table.schema().field(order).kind().numeric()) {
            return order;
        }
        return IntStream.range(0, table.width())
                .filter(c -> {
                    Field field = table.schema().field(c);
                    boolean date = field.kind() == Kind.DATE || field.kind() == Kind.DATETIME;
                    return date && !sequence.entity().contains(field.name()) && climbs(table.numbers(c), start);
                })
                .findFirst()
                .orElse(-1);
    }

    private static boolean climbs(NumberColumn column, int[] start) {
        boolean rises = false;
        for (int e = 0; e + 1 < start.length; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                if (!(column.get(i) >= column.get(i - 1))) {
                    return false;
                }
                rises |= column.get(i) > column.get(i - 1);
            }
        }
        return rises;
    }

    int entities() {
        return start.length - 1;
    }

    /** Whether a column has one value in each sequence, and some sequence has two steps to show it. */
    boolean constant(int column) {
        Column values = table.column(column);
        boolean shown = false;
        for (int e = 0; e < entities(); e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                shown = true;
                boolean same = values instanceof NumberColumn numbers
                        ? Double.compare(numbers.get(i), numbers.get(start[e])) == 0
                        : ((CodeColumn) values).code(i) == ((CodeColumn) values).code(start[e]);
                if (!same) {
                    return false;
                }
            }
        }
        return shown && entities() > 1;
    }

    /** The first row of each entity. */
    int[] firsts() {
        return Arrays.copyOf(start, entities());
    }
}
