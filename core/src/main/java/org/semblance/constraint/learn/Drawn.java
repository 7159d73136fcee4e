package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Drawing;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Rows drawn from the real table, on which rules are looked for; those found are then held against all rows.
 *
 * @param all the real table, scored columns only
 * @param sample the drawn rows
 * @param numbers per column the drawn values, NaN missing; no values for a column of labels
 * @param steps per column the step its numbers are multiples of, or 0
 * @param few columns of few values, and those that miss some, in the order of the columns
 * @param codes of those, per drawn row
 */
public record Drawn(Table all, Table sample, double[][] numbers, double[] steps, List<FewValues> few, int[][] codes) {
    /** More different values than this name rows rather than group them. */
    private static final int MOST_VALUES = 10_000;

    /** Rows per label, at least. */
    private static final int SUPPORT = 5;

    /** Rows per different number, at least: amounts of money determine little, however often they recur. */
    private static final int SUPPORT_OF_NUMBERS = 20;

    /** Memory: more drawn cells than this and fewer rows are drawn. */
    private static final int MOST_CELLS = 20_000_000;

    /** Missing values and others, at least, for whether a value is missing to be looked at. */
    private static final int LEAST = 20;

    /** @param most rows to draw */
    public static Drawn of(Table real, int most, Run run) {
        int count = Math.min(most, Math.max(1_000, MOST_CELLS / Math.max(1, real.width())));
        Table drawn = Drawing.rows(real, count, run.rng().child("rows"));
        double[][] numbers = new double[real.width()][];
        double[] steps = new double[real.width()];
        run.parallel(real.width(), c -> {
            boolean numeric = drawn.column(c) instanceof NumberColumn;
            numbers[c] = numeric ? drawn.numbers(c).toArray() : new double[0];
            steps[c] = numeric
                    ? NumberForm.of(drawn.numbers(c), real.schema().field(c).kind())
                            .step()
                    : 0;
        });
        List<FewValues> few = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            addFew(few, c, drawn.column(c));
        }
        int[][] codes = new int[few.size()][];
        run.parallel(codes.length, k -> {
            FewValues.Codes at = few.get(k).in(drawn);
            codes[k] = new int[drawn.rows()];
            for (int i = 0; i < codes[k].length; i++) {
                codes[k][i] = at.at(i);
            }
        });
        return new Drawn(real, drawn, numbers, steps, List.copyOf(few), codes);
    }

    private static void addFew(List<FewValues> out, int column, Column drawn) {
        if (drawn instanceof CodeColumn codes) {
            FewValues labels = FewValues.labels(column, codes);
            if (labels.levels() >= 2 && labels.levels() <= Math.min(MOST_VALUES, drawn.size() / SUPPORT)) {
                out.add(labels);
            }
        } else {
            int most = Math.min(MOST_VALUES, drawn.size() / SUPPORT_OF_NUMBERS);
            double[] different = different((NumberColumn) drawn, most);
            if (different.length >= 2) {
                out.add(FewValues.numbers(column, different));
            }
        }
        int missing = drawn.missingCount();
        if (missing >= LEAST && drawn.size() - missing >= LEAST) {
            out.add(FewValues.missing(column));
        }
    }

    /** The different values, ascending; none where there are more than {@code most}. */
    private static double[] different(NumberColumn column, int most) {
        double[] sorted = column.toArray();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        double[] out = new double[Math.min(most, sorted.length)];
        int n = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                if (n == out.length) {
                    return new double[0];
                }
                out[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** How many were drawn. */
    public int rows() {
        return sample.rows();
    }

    /** A place for what {@link Reachable} is told: columns, and behind these whether they are missing. */
    int node(FewValues values) {
        return values.sort() == FewValues.Sort.MISSING ? all.width() + values.column() : values.column();
    }

    /** Whether columns before it say the same in other words ({@code education} and its number). */
    boolean repeated(int index, Reachable known) {
        int node = node(few.get(index));
        return IntStream.range(0, index)
                .map(k -> node(few.get(k)))
                .anyMatch(other -> known.follows(node, other) && known.follows(other, node));
    }

    String name(int column) {
        return all.schema().field(column).name();
    }

    Kind kind(int column) {
        return all.schema().field(column).kind();
    }

    /** Whether a column holds numbers, not dates. */
    boolean amount(int column) {
        return kind(column) == Kind.WHOLE || kind(column) == Kind.DECIMAL;
    }

    /** The positions of the columns of numbers, dates and times. */
    int[] numeric() {
        return IntStream.range(0, numbers.length).filter(c -> kind(c).numeric()).toArray();
    }
}
