package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Steps of known processes, and what tests ask of steps. */
final class Courses {
    static final Schema NO_CONTEXT = Schema.of();
    static final Table NOTHING_KNOWN = Table.of(NO_CONTEXT, List.of());

    private Courses() {}

    /** What goes on from step to step. */
    interface Course {
        double next(double last, int position, Rng rng);
    }

    static int[] lengths(int entities, int each) {
        int[] start = new int[entities + 1];
        Arrays.setAll(start, e -> e * each);
        return start;
    }

    /** One column "x" of decimals, to three digits. */
    static Steps.Data numbers(int[] start, Course course, long seed) {
        double[] x = new double[start[start.length - 1]];
        for (int e = 0; e + 1 < start.length; e++) {
            Rng rng = Rng.of(seed).child(e);
            double last = Double.NaN;
            for (int i = start[e]; i < start[e + 1]; i++) {
                last = course.next(last, i - start[e], rng);
                x[i] = Math.rint(last * 1000) / 1000;
            }
        }
        Schema schema = Schema.of(Field.of("x", Kind.DECIMAL));
        return new Steps.Data(NOTHING_KNOWN, start, Table.of(schema, List.of(NumberColumn.of(x))), -1);
    }

    /** The same steps with a column of places before them, which puts them in order. */
    static Steps.Data placed(Steps.Data data, Kind kind, double[] places) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        fields.add(Field.of("when", kind));
        columns.add(NumberColumn.of(places));
        fields.addAll(data.rows().schema().fields());
        for (int c = 0; c < data.rows().width(); c++) {
            columns.add(data.rows().column(c));
        }
        return new Steps.Data(data.context(), data.start(), Table.of(new Schema(fields), columns), 0);
    }

    /** One column "label" by a Markov chain of the given shares of the next label given the last; starts at the first. */
    static Steps.Data labels(int[] start, double[][] next, long seed) {
        int[] codes = new int[start[start.length - 1]];
        for (int e = 0; e + 1 < start.length; e++) {
            Rng rng = Rng.of(seed).child(e);
            int last = rng.nextInt(next.length);
            for (int i = start[e]; i < start[e + 1]; i++) {
                codes[i] = last;
                double u = rng.nextDouble();
                int code = 0;
                while (code < next.length - 1 && u >= next[last][code]) {
                    u -= next[last][code++];
                }
                last = code;
            }
        }
        List<String> labels = List.of("a", "b", "c", "d").subList(0, next.length);
        Schema schema = Schema.of(Field.of("label", Kind.CATEGORY));
        return new Steps.Data(NOTHING_KNOWN, start, Table.of(schema, List.of(CodeColumn.of(codes, labels))), -1);
    }

    /** The correlation of values a step apart, over all sequences, about one mean of all. */
    static double autocorrelation(double[] x, int[] start) {
        double mean = Arrays.stream(x).average().orElse(0);
        double both = 0;
        double squares = 0;
        double later = 0;
        for (int e = 0; e + 1 < start.length; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                both += (x[i] - mean) * (x[i - 1] - mean);
                squares += (x[i - 1] - mean) * (x[i - 1] - mean);
                later += (x[i] - mean) * (x[i] - mean);
            }
        }
        return both / Math.sqrt(squares * later);
    }

    static double deviation(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    static double[] changes(double[] x, int[] start) {
        double[] out = new double[x.length];
        int n = 0;
        for (int e = 0; e + 1 < start.length; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                out[n++] = x[i] - x[i - 1];
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** All cells as text. */
    static List<String> text(Table table) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            for (int c = 0; c < table.width(); c++) {
                out.add(String.valueOf(table.cell(i, c)));
            }
        }
        return out;
    }
}
