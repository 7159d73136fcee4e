package org.semblance.bench.statistical;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Made-up tables of sizes that other programs have trouble with; columns hang together by a few factors. */
final class Sizes {
    private static final int FACTORS = 6;

    private Sizes() {}

    /** Whole numbers only, of 2 to 60 different values. */
    static Table integers(int rows, int columns, Rng rng) {
        double[][] factors = factors(rows, rng);
        Wide wide = new Wide();
        for (int c = 0; c < columns; c++) {
            double scale = new double[] {0.5, 1, 2, 4, 10}[c % 5];
            double[] values = scores(factors, c, rng);
            for (int i = 0; i < rows; i++) {
                values[i] = Math.rint(scale * (values[i] + 3));
            }
            wide.number("v" + c, Kind.WHOLE, values);
        }
        return wide.table();
    }

    /** A survey of 35 columns: eight of 27 labels, seventeen of 2 to 8, ten numbers with zeros and ties. */
    static Table survey(int rows, Rng rng) {
        double[][] factors = factors(rows, rng);
        Wide wide = new Wide();
        for (int c = 0; c < 35; c++) {
            double[] values = scores(factors, c, rng);
            if (c % 7 == 0 || c % 7 == 4) {
                int labels = c < 28 ? 27 : 5;
                wide.labels("f" + c, values, labels);
            } else if (c % 7 == 2 || c % 7 == 5) {
                for (int i = 0; i < rows; i++) {
                    values[i] = values[i] < -0.5 ? 0 : Math.rint(100 * Math.exp(values[i]));
                }
                wide.number("v" + c, Kind.WHOLE, values);
            } else {
                wide.labels("f" + c, values, 2 + c % 7);
            }
        }
        return wide.table();
    }

    /** A column of 1,000 labels, two of few, three numbers. */
    static Table towns(int rows, Rng rng) {
        int[] town = new int[rows];
        double[] lift = new double[1000];
        for (int k = 0; k < lift.length; k++) {
            lift[k] = rng.nextGaussian();
        }
        double[][] factors = factors(rows, rng);
        for (int i = 0; i < rows; i++) {
            double u = rng.nextDouble();
            town[i] = (int) (1000 * u * u);
            factors[0][i] += lift[town[i]];
        }
        Wide wide = new Wide();
        wide.add(Field.of("town", Kind.CATEGORY), CodeColumn.of(town, names(1000)));
        wide.labels("yes", scores(factors, 0, rng), 2);
        wide.labels("class", scores(factors, 5, rng), 5);
        for (int c = 0; c < 3; c++) {
            double[] values = scores(factors, c == 0 ? 0 : c + 1, rng);
            for (int i = 0; i < rows; i++) {
                values[i] = Math.rint(1000 * values[i]) / 10;
            }
            wide.number("v" + c, Kind.DECIMAL, values);
        }
        return wide.table();
    }

    /** Rows in clusters: {@code school}, then y with holes, given x and z with effects that vary by cluster. */
    static Table clusters(int clusters, int each, Rng rng) {
        int rows = clusters * each;
        double[] school = new double[rows];
        double[] x = new double[rows];
        double[] z = new double[rows];
        double[] y = new double[rows];
        for (int k = 0; k < clusters; k++) {
            double level = rng.nextGaussian();
            double slope = 1 + 0.5 * rng.nextGaussian();
            for (int i = k * each; i < (k + 1) * each; i++) {
                school[i] = k + 1;
                x[i] = rng.nextGaussian();
                z[i] = 0.4 * x[i] + rng.nextGaussian();
                double value = level + slope * x[i] + 0.5 * z[i] + rng.nextGaussian();
                y[i] = rng.nextDouble() < 0.3 ? Double.NaN : Math.rint(1000 * value) / 1000;
            }
        }
        Wide wide = new Wide();
        wide.number("school", Kind.WHOLE, school);
        wide.number("y", Kind.DECIMAL, y);
        wide.number("x", Kind.DECIMAL, x);
        wide.number("z", Kind.DECIMAL, z);
        return wide.table();
    }

    /** The same table with every tenth cell of a column missing. */
    static Table holes(Table table, int column) {
        int[] rows =
                IntStream.range(0, table.rows()).map(i -> i % 10 == 7 ? -1 : i).toArray();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            columns.add(c == column ? without(table.column(c), rows) : table.column(c));
        }
        return Table.of(table.schema(), columns);
    }

    private static Column without(Column column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            double[] values = numbers.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = rows[i] < 0 ? Double.NaN : values[i];
            }
            return NumberColumn.of(values);
        }
        int[] codes = ((CodeColumn) column).toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = rows[i] < 0 ? -1 : codes[i];
        }
        return CodeColumn.of(codes, ((CodeColumn) column).labels());
    }

    private static double[][] factors(int rows, Rng rng) {
        double[][] out = new double[FACTORS][rows];
        for (double[] factor : out) {
            for (int i = 0; i < rows; i++) {
                factor[i] = rng.nextGaussian();
            }
        }
        return out;
    }

    private static double[] scores(double[][] factors, int column, Rng rng) {
        double[] out = new double[factors[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.6 * factors[column % FACTORS][i]
                    + 0.4 * factors[(column / 2 + 1) % FACTORS][i]
                    + 0.7 * rng.nextGaussian();
        }
        return out;
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(k -> "n" + k).toList();
    }

    /** Columns side by side. */
    private static final class Wide {
        private final List<Field> fields = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();

        void add(Field field, Column column) {
            fields.add(field);
            columns.add(column);
        }

        void number(String name, Kind kind, double[] values) {
            add(Field.of(name, kind), NumberColumn.of(values));
        }

        void labels(String name, double[] scores, int count) {
            int[] codes = new int[scores.length];
            for (int i = 0; i < codes.length; i++) {
                double share = 1 / (1 + Math.exp(-1.7 * scores[i]));
                codes[i] = Math.min(count - 1, (int) (share * count));
            }
            add(Field.of(name, Kind.CATEGORY), CodeColumn.of(codes, names(count)));
        }

        Table table() {
            return Table.of(new Schema(fields), columns);
        }
    }
}
