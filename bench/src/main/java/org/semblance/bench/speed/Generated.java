package org.semblance.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semblance.model.Rows;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Rows of any number and width with known dependence: every row has {@value #FACTORS} standard normal factors, and every
 * column is a function of one of them and noise of its own (correlation 0.8). The kinds take turns: a skewed amount
 * with two decimals, a whole number with many ties, a category of 8, a count that is mostly 0, a category of 40 with
 * uneven frequencies, a decimal with missing values. No real data; nothing in it is hard to find.
 */
public record Generated(long size, int width, Rng rng) implements Rows {
    private static final int FACTORS = 4;
    private static final String[] WORDS = {
        "north", "south", "east-coast", "west", "Some-college", "Married-civ-spouse", "Private", "other"
    };

    @Override
    public Schema schema() {
        List<Field> fields = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            Field field = Field.of("c" + c + "_" + shape(c).word, shape(c).kind);
            fields.add(shape(c).decimals < 0 ? field : field.format(Format.PLAIN.decimals(shape(c).decimals)));
        }
        return new Schema(fields);
    }

    @Override
    public Table block(long index) {
        int rows = blockSize(index);
        Rng own = rng.child(index);
        double[][] factors = new double[FACTORS][rows];
        for (double[] factor : factors) {
            for (int i = 0; i < rows; i++) {
                factor[i] = own.nextGaussian();
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            columns.add(column(shape(c), factors[c % FACTORS], own.child(c)));
        }
        return Table.of(schema(), columns);
    }

    private enum Shape {
        AMOUNT("amount", Kind.DECIMAL, 2),
        AGE("age", Kind.WHOLE, 0),
        GROUP("group", Kind.CATEGORY, -1),
        COUNT("count", Kind.WHOLE, 0),
        PLACE("place", Kind.CATEGORY, -1),
        MEASURE("measure", Kind.DECIMAL, 1);

        private final String word;
        private final Kind kind;
        private final int decimals;

        Shape(String word, Kind kind, int decimals) {
            this.word = word;
            this.kind = kind;
            this.decimals = decimals;
        }
    }

    private static Shape shape(int column) {
        return Shape.values()[column % Shape.values().length];
    }

    private static Column column(Shape shape, double[] factor, Rng rng) {
        double[] z = new double[factor.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = 0.8 * factor[i] + 0.6 * rng.nextGaussian();
        }
        return switch (shape) {
            case GROUP -> labels(z, WORDS);
            case PLACE -> labels(z, places());
            case AMOUNT -> numbers(z, v -> Math.rint(100 * 2_500 * StrictMath.exp(0.9 * v)) / 100);
            case AGE -> numbers(z, v -> Math.rint(45 + 15 * v));
            case COUNT -> numbers(z, v -> v < 1 ? 0 : Math.rint(StrictMath.exp(3 * v)));
            case MEASURE ->
                numbers(z, v -> v > 1.3 && rng.nextBoolean() ? Double.NaN : Math.rint(10 * (80 + 12 * v)) / 10);
        };
    }

    private interface Law {
        double of(double z);
    }

    private static NumberColumn numbers(double[] z, Law law) {
        double[] values = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            values[i] = law.of(z[i]);
        }
        return NumberColumn.of(values);
    }

    /** The first label for the smallest values; a label's share falls off with its place. */
    private static CodeColumn labels(double[] z, String[] labels) {
        int[] codes = new int[z.length];
        for (int i = 0; i < z.length; i++) {
            codes[i] = Math.min(labels.length - 1, (int) Math.max(0, (z[i] + 1.2) * labels.length / 5));
        }
        return CodeColumn.of(codes, List.of(labels));
    }

    private static String[] places() {
        String[] names = new String[40];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.format(Locale.ROOT, "place-%02d", i);
        }
        return names;
    }
}
