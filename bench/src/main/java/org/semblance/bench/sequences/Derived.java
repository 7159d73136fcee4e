package org.semblance.bench.sequences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.RelatedMetrics;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** Measures of tables that are reckoned from sequences: how large changes follow each other, and seasons. */
final class Derived {
    private Derived() {}

    private static Sequence sequence(Database database) {
        return database.sequences().get(0);
    }

    private static Table table(Database database) {
        return database.table(sequence(database).table());
    }

    /**
     * Whether large changes follow large ones as they really do: the measure of autocorrelation, of the sizes of changes
     * from row to row. Rows lie in order, as read and as drawn.
     */
    static double swings(Database real, Database synthetic, Run run) {
        return RelatedMetrics.ALL
                .find("autocorrelation")
                .make(Map.of())
                .measure(RelatedComparison.of(sizes(real), sizes(synthetic)), run)
                .value();
    }

    private static int[] numbers(Database database) {
        Sequence sequence = sequence(database);
        Schema schema = table(database).schema();
        return IntStream.range(0, schema.size())
                .filter(c -> schema.field(c).kind().numeric()
                        && !schema.field(c).name().equals(sequence.order())
                        && !sequence.entity().contains(schema.field(c).name()))
                .toArray();
    }

    private static Database sizes(Database database) {
        Sequence sequence = sequence(database);
        Table table = table(database);
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Column entity = table.column(sequence.entity().get(0));
        for (String name : List.of(sequence.entity().get(0), sequence.order())) {
            fields.add(table.schema().field(table.schema().index(name)));
            columns.add(table.column(name));
        }
        for (int c : numbers(database)) {
            NumberColumn column = table.numbers(c);
            double[] sizes = new double[table.rows()];
            Arrays.setAll(
                    sizes,
                    i -> i > 0 && same(entity, i, i - 1) ? Math.abs(column.get(i) - column.get(i - 1)) : Double.NaN);
            fields.add(Field.of(table.schema().field(c).name(), Kind.DECIMAL));
            columns.add(NumberColumn.of(sizes));
        }
        Table sized = Table.of(new Schema(fields), columns);
        return Database.of(Map.of(sequence.table(), sized), Map.of(), List.of(), List.of(sequence));
    }

    private static boolean same(Column entity, int a, int b) {
        return entity instanceof NumberColumn numbers
                ? numbers.get(a) == numbers.get(b)
                : ((CodeColumn) entity).code(a) == ((CodeColumn) entity).code(b);
    }

    /**
     * How far the means of columns at each place of the season (the hour; the month of dates) are from the real ones, in
     * standard deviations of the column: the mean over columns and places.
     */
    static double profile(Database real, Database synthetic) {
        double sum = 0;
        int n = 0;
        for (int c : numbers(real)) {
            Map<Integer, double[]> ofReal = means(real, c);
            Map<Integer, double[]> ofSynthetic = means(synthetic, c);
            double spread = spread(table(real).numbers(c).toArray());
            for (Map.Entry<Integer, double[]> cell : ofReal.entrySet()) {
                double[] other = ofSynthetic.get(cell.getKey());
                if (other != null && spread > 0) {
                    sum += Math.abs(cell.getValue()[0] / cell.getValue()[1] - other[0] / other[1]) / spread;
                    n++;
                }
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private static Map<Integer, double[]> means(Database database, int column) {
        Table table = table(database);
        int order = table.schema().index(sequence(database).order());
        boolean date = table.schema().field(order).kind() == Kind.DATE;
        Map<Integer, double[]> out = new TreeMap<>();
        for (int i = 0; i < table.rows(); i++) {
            double place = table.numbers(order).get(i);
            double value = table.numbers(column).get(i);
            if (!Double.isNaN(place) && !Double.isNaN(value)) {
                int cell = date ? LocalDate.ofEpochDay((long) place).getMonthValue() : (int) place;
                double[] sums = out.computeIfAbsent(cell, k -> new double[2]);
                sums[0] += value;
                sums[1]++;
            }
        }
        return out;
    }

    private static double spread(double[] values) {
        double mean =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }
}
