package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Ways to make good rows worse by a measured amount. */
final class Spoil {
    private static final String ALIEN = "no such label";

    private Spoil() {}

    /** A share of the rows of one table, the rest of another; as many rows as the first has. */
    static Table mix(Table table, Table other, double share, Rng rng) {
        int rows = table.rows();
        int[] from = order(rows, rng.child("from"));
        int[] to = order(other.rows(), rng.child("to"));
        int replaced = (int) Math.rint(share * rows);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                double[] values = numbers.toArray();
                for (int i = 0; i < replaced; i++) {
                    values[from[i]] = other.numbers(c).get(to[i % to.length]);
                }
                columns.add(NumberColumn.of(values));
            } else {
                String[] texts = texts(table.codes(c));
                for (int i = 0; i < replaced; i++) {
                    texts[from[i]] = other.codes(c).get(to[i % to.length]);
                }
                columns.add(CodeColumn.of(texts));
            }
        }
        return Table.of(table.schema(), columns);
    }

    /** Rows drawn again with replacement. */
    static Table again(Table table, int rows, Rng rng) {
        return table.take(
                IntStream.range(0, rows).map(i -> rng.nextInt(table.rows())).toArray());
    }

    /** A random part of the rows. */
    static Table part(Table table, int rows, Rng rng) {
        return table.take(Arrays.copyOf(order(table.rows(), rng), Math.min(rows, table.rows())));
    }

    /** The chosen columns in another order, one order for all of them; a share of their rows only. */
    static Table shuffle(Table table, IntPredicate chosen, double share, Rng rng) {
        int[] some = Arrays.copyOf(order(table.rows(), rng.child("some")), (int) Math.rint(share * table.rows()));
        int[] to = some.clone();
        rng.child("to").shuffle(to);
        int[] take = IntStream.range(0, table.rows()).toArray();
        for (int i = 0; i < some.length; i++) {
            take[some[i]] = to[i];
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            columns.add(chosen.test(c) ? table.column(c).take(take) : table.column(c));
        }
        return Table.of(table.schema(), columns);
    }

    /** Numbers larger by so many standard deviations, and a quarter of that share of labels made the first one. */
    static Table shift(Table table, double by, Rng rng) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            Rng own = rng.child(c);
            if (table.column(c) instanceof NumberColumn numbers) {
                double step = by * deviation(numbers);
                columns.add(number(table, c, i -> numbers.get(i) + step));
            } else {
                CodeColumn codes = table.codes(c);
                columns.add(label(codes, i -> own.nextDouble() < by / 4 ? 0 : codes.code(i)));
            }
        }
        return Table.of(table.schema(), columns);
    }

    /** Normal noise of so many standard deviations on numbers; that share of labels drawn anew from their column. */
    static Table noise(Table table, double by, Rng rng) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            Rng own = rng.child(c);
            if (table.column(c) instanceof NumberColumn numbers) {
                double step = by * deviation(numbers);
                columns.add(number(table, c, i -> numbers.get(i) + step * own.nextGaussian()));
            } else {
                CodeColumn codes = table.codes(c);
                columns.add(label(
                        codes, i -> own.nextDouble() < by ? codes.code(own.nextInt(codes.size())) : codes.code(i)));
            }
        }
        return Table.of(table.schema(), columns);
    }

    /** Labels of less than a twentieth become the most frequent one, numbers are pulled into the middle nine tenths. */
    static Table narrow(Table table) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                double[] sorted = known(numbers);
                if (sorted.length == 0) {
                    columns.add(numbers);
                    continue;
                }
                double low = sorted[sorted.length / 20];
                double high = sorted[sorted.length * 19 / 20];
                columns.add(number(table, c, i -> Math.max(low, Math.min(high, numbers.get(i)))));
            } else {
                CodeColumn codes = table.codes(c);
                int[] counts = new int[codes.labels().size()];
                Arrays.stream(codes.toArray()).filter(code -> code >= 0).forEach(code -> counts[code]++);
                int most = most(counts);
                columns.add(label(
                        codes,
                        i -> codes.code(i) >= 0 && counts[codes.code(i)] < table.rows() / 20 ? most : codes.code(i)));
            }
        }
        return Table.of(table.schema(), columns);
    }

    /** Missing numbers become the mean, missing labels the most frequent one. */
    static Table fill(Table table) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                double mean = Arrays.stream(known(numbers)).average().orElse(0);
                columns.add(number(table, c, i -> numbers.isMissing(i) ? mean : numbers.get(i)));
            } else {
                CodeColumn codes = table.codes(c);
                int[] counts = new int[codes.labels().size() + 1];
                Arrays.stream(codes.toArray()).filter(code -> code >= 0).forEach(code -> counts[code]++);
                columns.add(label(codes, i -> codes.isMissing(i) ? most(counts) : codes.code(i)));
            }
        }
        return Table.of(table.schema(), columns);
    }

    /** In a share of the rows one cell is impossible: a number far beyond the largest, a label that does not exist. */
    static Table impossible(Table table, double share, Rng rng) {
        int[] column = new int[table.rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = rng.nextDouble() < share ? rng.nextInt(table.width()) : -1;
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            int own = c;
            if (table.column(c) instanceof NumberColumn numbers) {
                double far = Arrays.stream(known(numbers)).max().orElse(0) + 2 * deviation(numbers) + 1;
                columns.add(number(table, c, i -> column[i] == own ? far : numbers.get(i)));
            } else {
                String[] texts = texts(table.codes(c));
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = column[i] == own ? ALIEN : texts[i];
                }
                columns.add(CodeColumn.of(texts));
            }
        }
        return Table.of(table.schema(), columns);
    }

    private interface NumberOfRow {
        double of(int row);
    }

    private interface CodeOfRow {
        int of(int row);
    }

    /** Numbers written as the column is: rounded to its decimals. */
    private static Column number(Table table, int column, NumberOfRow law) {
        Field field = table.schema().field(column);
        int digits = field.kind() == org.semblance.table.Kind.DECIMAL
                ? field.format().rounding()
                : 0;
        double scale = digits < 0 ? 0 : StrictMath.pow(10, digits);
        double[] values = new double[table.rows()];
        for (int i = 0; i < values.length; i++) {
            double value = law.of(i);
            values[i] = scale == 0 ? value : Math.rint(value * scale) / scale;
        }
        return NumberColumn.of(values);
    }

    private static Column label(CodeColumn column, CodeOfRow law) {
        int[] codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = law.of(i);
        }
        return CodeColumn.of(codes, column.labels());
    }

    private static String[] texts(CodeColumn column) {
        String[] texts = new String[column.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.get(i);
        }
        return texts;
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int k = 1; k < counts.length; k++) {
            most = counts[k] > counts[most] ? k : most;
        }
        return most;
    }

    private static double[] known(NumberColumn column) {
        return Arrays.stream(column.toArray())
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double deviation(NumberColumn column) {
        double[] values = known(column);
        return Design.deviation(values, Arrays.stream(values).average().orElse(0));
    }

    private static int[] order(int rows, Rng rng) {
        int[] order = IntStream.range(0, rows).toArray();
        rng.shuffle(order);
        return order;
    }
}
