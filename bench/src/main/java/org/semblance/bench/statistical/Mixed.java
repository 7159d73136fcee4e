package org.semblance.bench.statistical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.semblance.impute.Amputation;
import org.semblance.plugin.Options;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** A made-up survey: twelve numbers, four columns of two labels, three of four, one of five in their order, all related. */
final class Mixed {
    static final String ORDERED = "grade";

    private static final int NUMBERS = 12;
    private static final int FACTORS = 3;

    private Mixed() {}

    /** Complete rows. */
    static Table complete(int rows, Rng rng) {
        double[][] factors = new double[FACTORS][rows];
        for (double[] factor : factors) {
            for (int i = 0; i < rows; i++) {
                factor[i] = rng.nextGaussian();
            }
        }
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < NUMBERS; c++) {
            fields.add(Field.of("x" + c, Kind.DECIMAL));
            double[] values = scores(factors, c, rng);
            for (int i = 0; i < rows; i++) {
                double value = c % 4 == 3 ? Math.exp(values[i] / 2) : 10 * values[i] + 50;
                values[i] = Math.rint(value * 1000) / 1000;
            }
            columns.add(NumberColumn.of(values));
        }
        for (int c = 0; c < 4; c++) {
            add("two" + c, List.of("no", "yes"), scores(factors, c, rng), fields, columns);
        }
        for (int c = 0; c < 3; c++) {
            add("four" + c, List.of("north", "east", "south", "west"), scores(factors, c + 1, rng), fields, columns);
        }
        add(ORDERED, List.of("1st", "2nd", "3rd", "4th", "5th"), scores(factors, 2, rng), fields, columns);
        return Table.of(new Schema(fields), columns);
    }

    /** Half of the rows lack one value, or three. */
    static Table holes(Table complete, Run run) {
        List<String> patterns = new ArrayList<>(complete.schema().names());
        patterns.add("x0+x5+two1");
        patterns.add("x3+four0+" + ORDERED);
        return Amputation.of(
                        complete,
                        Options.bind(Amputation.Options.DEFAULT, Map.of("patterns", patterns), "the benchmark"),
                        run)
                .table();
    }

    private static double[] scores(double[][] factors, int column, Rng rng) {
        double[] out = new double[factors[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.6 * factors[column % FACTORS][i]
                    + 0.3 * factors[(column + 1) % FACTORS][i]
                    + 0.7 * rng.nextGaussian();
        }
        return out;
    }

    private static void add(
            String name, List<String> labels, double[] scores, List<Field> fields, List<Column> columns) {
        int[] codes = new int[scores.length];
        for (int i = 0; i < codes.length; i++) {
            double share = 1 / (1 + Math.exp(-1.7 * scores[i]));
            codes[i] = Math.min(labels.size() - 1, (int) (share * labels.size()));
        }
        fields.add(Field.of(name, Kind.CATEGORY));
        columns.add(CodeColumn.of(codes, labels));
    }
}
