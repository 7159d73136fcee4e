package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.math.TwoSamples;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * One column is the sum or the product of two others: {@code c = a + b} (a difference is a sum seen from the other side),
 * {@code c = a x b}, and for days {@code c = a + b days}.
 *
 * <p>Exact up to the rounding of c where c is written more coarsely than what it is made of; else, for sums that spread
 * over at least 50 times that much, up to half a step of all three. Sums where one side is mostly 0, and products where
 * one is mostly 0 or 1, are left out. Cost: for each three columns, rows until it fails, mostly two.
 */
public final class SumRules {
    /** Rows a candidate is tried on, and how many of them may break it. */
    private static final int TRIED = 200;

    private static final int MAY_FAIL = 2;
    private static final int LEAST = 50;
    private static final double BOTH = 0.05;
    private static final int SPREAD = 50;

    /** Beyond these, there are too many threes. */
    private static final int MOST_COLUMNS = 600;

    private static final double RELATIVE = 1e-9;

    /** {@code c = a + b}, or {@code a x b}, up to {@code slack}. */
    public record Sum(int a, int b, int c, boolean product, double slack, String words) implements Rule {
        @Override
        public Family family() {
            return Family.ARITHMETIC;
        }

        @Override
        public Check in(Table table) {
            NumberColumn first = table.numbers(a);
            NumberColumn second = table.numbers(b);
            NumberColumn result = table.numbers(c);
            return row -> {
                double x = first.get(row);
                double y = second.get(row);
                double off = off(x, y, result.get(row), product);
                return Double.isNaN(off) ? Verdict.SILENT : Rule.verdict(off <= slack);
            };
        }
    }

    private final Drawn drawn;
    private final int[] columns;

    private SumRules(Drawn drawn) {
        this.drawn = drawn;
        columns = Arrays.stream(drawn.numeric())
                .filter(c -> drawn.amount(c) || drawn.kind(c) == Kind.DATE)
                .filter(c -> changes(drawn.numbers()[c]))
                .toArray();
    }

    static List<Rule> find(Drawn drawn, Run run) {
        SumRules finder = new SumRules(drawn);
        if (finder.columns.length > MOST_COLUMNS) {
            return List.of();
        }
        List<List<Rule>> found = new ArrayList<>();
        for (int i = 0; i < finder.columns.length; i++) {
            found.add(new ArrayList<>());
        }
        run.parallel(found.size(), i -> finder.resultsIn(finder.columns[i], found.get(i)));
        return found.stream().flatMap(List::stream).toList();
    }

    private static boolean changes(double[] values) {
        double first = Double.NaN;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                if (!Double.isNaN(first) && value != first) {
                    return true;
                }
                first = value;
            }
        }
        return false;
    }

    private void resultsIn(int c, List<Rule> out) {
        double[] result = drawn.numbers()[c];
        boolean date = !drawn.amount(c);
        int[] rows = IntStream.range(0, result.length)
                .filter(row -> !Double.isNaN(result[row]) && (date || result[row] != 0))
                .limit(TRIED)
                .toArray();
        if (rows.length < LEAST) {
            return;
        }
        double spread = Math.sqrt(TwoSamples.variance(
                Arrays.stream(rows).mapToDouble(row -> result[row]).toArray()));
        for (int i = 0; i < columns.length; i++) {
            for (int j = i + 1; j < columns.length; j++) {
                int a = columns[i];
                int b = columns[j];
                int dates = (drawn.amount(a) ? 0 : 1) + (drawn.amount(b) ? 0 : 1);
                if (a != c && b != c && dates == (date ? 1 : 0)) {
                    sum(a, b, c, rows, spread, out);
                    if (!date) {
                        product(a, b, c, rows, spread, out);
                    }
                }
            }
        }
    }

    private void sum(int a, int b, int c, int[] rows, double spread, List<Rule> out) {
        double[] steps = drawn.steps();
        double coarse = steps[c] > 1.000001 * Math.max(steps[a], steps[b]) ? steps[c] / 2 : 0;
        double loose = (steps[a] + steps[b] + steps[c]) / 2;
        // Words only of what holds: of 500 columns there are 62 million threes.
        if (holds(a, b, c, false, coarse, rows)) {
            out.add(new Sum(a, b, c, false, 1.000001 * coarse, words(a, b, c, " + ")));
        } else if (spread >= SPREAD * loose && holds(a, b, c, false, loose, rows)) {
            out.add(new Sum(a, b, c, false, 1.000001 * loose, words(a, b, c, " + ") + ", rounded"));
        }
    }

    private void product(int a, int b, int c, int[] rows, double spread, List<Rule> out) {
        double[] steps = drawn.steps();
        double slack = steps[c] > 1.000001 * steps[a] * steps[b] ? steps[c] / 2 : 0;
        if (spread >= SPREAD * slack && holds(a, b, c, true, slack, rows)) {
            out.add(new Sum(a, b, c, true, 1.000001 * slack, words(a, b, c, " x ")));
        }
    }

    private String words(int a, int b, int c, String sign) {
        return drawn.name(c) + " = " + drawn.name(a) + sign + drawn.name(b);
    }

    private boolean holds(int a, int b, int c, boolean product, double slack, int[] rows) {
        double[] first = drawn.numbers()[a];
        double[] second = drawn.numbers()[b];
        double[] result = drawn.numbers()[c];
        int used = 0;
        int failed = 0;
        int telling = 0;
        for (int row : rows) {
            double x = first[row];
            double y = second[row];
            double off = off(x, y, result[row], product);
            if (Double.isNaN(off)) {
                continue;
            }
            used++;
            failed += off <= 1.000001 * slack ? 0 : 1;
            if (failed > MAY_FAIL) {
                return false;
            }
            telling += x != 0 && y != 0 && (!product || (Math.abs(x) != 1 && Math.abs(y) != 1)) ? 1 : 0;
        }
        return used >= LEAST && telling >= Math.max(10, BOTH * used) && failed <= 0.01 * used;
    }

    /** How far c is from what a and b make, less what doubles cannot tell; NaN where one is missing. */
    private static double off(double a, double b, double c, boolean product) {
        double made = product ? a * b : a + b;
        double size = Math.max(Math.abs(c), Math.max(Math.abs(a), Math.abs(b)));
        return Math.abs(c - made) - RELATIVE * size;
    }
}
