package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Generators that have learnt their rows by heart: what every attack must see. */
public final class Memoriser {
    private Memoriser() {}

    /** The rows themselves, in another order. */
    public static Table copies(Table real, Rng rng) {
        int[] order = IntStream.range(0, real.rows()).toArray();
        rng.shuffle(order);
        return real.take(order);
    }

    /** A part of the rows copied, the others fresh; in random order. */
    public static Table some(Table real, Table fresh, double share, Rng rng) {
        List<Column> columns = new ArrayList<>();
        Table shuffled = copies(real, rng);
        int copied = (int) Math.round(share * real.rows());
        for (int c = 0; c < real.width(); c++) {
            if (real.column(c) instanceof NumberColumn) {
                double[] values = fresh.numbers(c).toArray();
                System.arraycopy(shuffled.numbers(c).toArray(), 0, values, 0, Math.min(copied, values.length));
                columns.add(NumberColumn.of(values));
            } else {
                String[] values = new String[fresh.rows()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = i < copied
                            ? shuffled.codes(c).get(i)
                            : fresh.codes(c).get(i);
                }
                columns.add(CodeColumn.of(values));
            }
        }
        return copies(Table.of(real.schema(), columns), rng);
    }

    /** The rows, each number moved by a normal error of so large a share of its column's standard deviation. */
    public static Table noisy(Table real, double share, Rng rng) {
        List<Column> columns = new ArrayList<>();
        Table shuffled = copies(real, rng);
        for (int c = 0; c < real.width(); c++) {
            if (shuffled.column(c) instanceof NumberColumn numbers) {
                double[] values = numbers.toArray();
                double spread = share * deviation(values);
                for (int i = 0; i < values.length; i++) {
                    values[i] += spread * rng.nextGaussian();
                }
                columns.add(NumberColumn.of(values));
            } else {
                columns.add(shuffled.column(c));
            }
        }
        return Table.of(real.schema(), columns);
    }

    private static double deviation(double[] values) {
        double[] present =
                java.util.Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        double mean = java.util.Arrays.stream(present).average().orElse(0);
        return Math.sqrt(java.util.Arrays.stream(present)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0));
    }
}
