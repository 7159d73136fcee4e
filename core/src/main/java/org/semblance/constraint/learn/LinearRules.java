package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * One column of numbers is another one in other units: {@code b = a}, {@code b = 2.54 x a}, {@code b = 1.8 x a + 32}, up
 * to a step of both. But for equal columns, b must spread over at least 50 times as much. The line goes through the rows
 * with the smallest and the largest a. Cost: for each pair of columns 200 rows, and all drawn ones where these fit.
 */
public final class LinearRules {
    private static final int TRIED = 200;
    private static final int LEAST = 50;
    private static final double MAY_FAIL = 0.01;
    private static final double SPREAD = 50;
    private static final double RELATIVE = 1e-9;

    /** {@code b = slope x a + start}, up to {@code slack}. */
    public record Line(int a, int b, double slope, double start, double slack, String words) implements Rule {
        @Override
        public Family family() {
            return Family.ARITHMETIC;
        }

        @Override
        public Check in(Table table) {
            NumberColumn x = table.numbers(a);
            NumberColumn y = table.numbers(b);
            return row -> {
                double off = off(x.get(row), y.get(row));
                return Double.isNaN(off) ? Verdict.SILENT : Rule.verdict(off <= slack);
            };
        }

        private double off(double x, double y) {
            return Math.abs(y - slope * x - start) - RELATIVE * Math.max(Math.abs(y), Math.abs(slope * x));
        }
    }

    private LinearRules() {}

    static List<Rule> find(Drawn drawn, Run run) {
        int[] columns = drawn.numeric();
        List<List<Rule>> found = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            found.add(new ArrayList<>());
        }
        run.parallel(columns.length, i -> {
            for (int j = i + 1; j < columns.length; j++) {
                int a = columns[i];
                int b = columns[j];
                boolean amounts = drawn.amount(a) && drawn.amount(b);
                if ((amounts || drawn.kind(a) == drawn.kind(b))
                        && fits(drawn, line(drawn, a, b, TRIED), TRIED)
                        && fits(drawn, line(drawn, a, b, drawn.rows()), drawn.rows())) {
                    found.get(i).add(line(drawn, a, b, drawn.rows()));
                }
            }
        });
        return found.stream().flatMap(List::stream).toList();
    }

    private static Line line(Drawn drawn, int a, int b, int rows) {
        double[] x = drawn.numbers()[a];
        double[] y = drawn.numbers()[b];
        int low = -1;
        int high = -1;
        for (int row = 0; row < Math.min(rows, x.length); row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                low = low < 0 || x[row] < x[low] ? row : low;
                high = high < 0 || x[row] > x[high] ? row : high;
            }
        }
        if (low < 0 || x[low] == x[high] || y[low] == y[high]) {
            return new Line(a, b, Double.NaN, Double.NaN, 0, "");
        }
        if (y[low] == x[low] && y[high] == x[high]) {
            return new Line(a, b, 1, 0, 0, drawn.name(b) + " = " + drawn.name(a));
        }
        double slope = (y[high] - y[low]) / (x[high] - x[low]);
        double start = y[low] - slope * x[low];
        double slack = drawn.steps()[b] + Math.abs(slope) * drawn.steps()[a];
        boolean through = Math.abs(start) <= slack;
        boolean wide = Math.abs(y[high] - y[low]) >= SPREAD * slack;
        String words = drawn.name(b) + " = " + (slope == 1 ? "" : number(slope) + " x ") + drawn.name(a)
                + (through ? "" : start < 0 ? " - " + number(-start) : " + " + number(start));
        return new Line(a, b, wide ? slope : Double.NaN, start, 1.000001 * slack, words);
    }

    private static String number(double value) {
        return FewValues.number(Math.rint(value * 1e5) / 1e5);
    }

    private static boolean fits(Drawn drawn, Line line, int rows) {
        double[] x = drawn.numbers()[line.a];
        double[] y = drawn.numbers()[line.b];
        int used = 0;
        int failed = 0;
        int most = Math.min(rows, x.length);
        for (int row = 0; row < most; row++) {
            double off = line.off(x[row], y[row]);
            if (Double.isNaN(off)) {
                continue;
            }
            used++;
            failed += off <= line.slack ? 0 : 1;
            if (failed > MAY_FAIL * most) {
                return false;
            }
        }
        return used >= LEAST && failed <= MAY_FAIL * used;
    }
}
