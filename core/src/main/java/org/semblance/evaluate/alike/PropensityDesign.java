package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.evaluate.Labels;
import org.semblance.math.SparseRows;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The terms of a logistic regression on real rows, then synthetic ones: a number (standardised, 0 where it is missing)
 * and whether it is missing, a label per level but the most frequent one (a missing label is a level), and, where asked
 * for, all products of the terms of two columns.
 */
final class PropensityDesign {
    /**
     * The terms of one column.
     *
     * @param values by row of the first term of a number, empty for labels
     * @param codes by row which of the other terms is 1, or -1
     * @param terms how many there are
     */
    private record Terms(String name, double[] values, int[] codes, int terms) {}

    private final List<Terms> columns;
    private final int order;
    private final int rows;

    private PropensityDesign(List<Terms> columns, int order, int rows) {
        this.columns = columns;
        this.order = order;
        this.rows = rows;
    }

    static PropensityDesign of(Taken taken, int order) {
        List<Terms> columns = new ArrayList<>();
        Table real = taken.real();
        for (int c = 0; c < real.width(); c++) {
            Column other = taken.synthetic().column(c);
            String name = real.schema().field(c).name();
            Terms terms = real.column(c) instanceof NumberColumn numbers
                    ? ofNumbers(name, numbers, (NumberColumn) other)
                    : ofLabels(name, Labels.of(real.column(c), other));
            if (terms.terms > 0) {
                columns.add(terms);
            }
        }
        return new PropensityDesign(
                columns, order, real.rows() + taken.synthetic().rows());
    }

    private static Terms ofNumbers(String name, NumberColumn real, NumberColumn synthetic) {
        double[] values = Arrays.copyOf(real.toArray(), real.size() + synthetic.size());
        System.arraycopy(synthetic.toArray(), 0, values, real.size(), synthetic.size());
        int[] codes = new int[values.length];
        Arrays.fill(codes, -1);
        double sum = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                codes[i] = 1;
            } else {
                sum += values[i];
                n++;
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / n);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) || !(deviation > 0) ? 0 : (values[i] - mean) / deviation;
        }
        return new Terms(name, values, codes, n < values.length ? 2 : 1);
    }

    private static Terms ofLabels(String name, Labels labels) {
        int[] codes = new int[labels.codes()[0].length + labels.codes()[1].length];
        int[] counts = new int[labels.levels() + 1];
        int n = 0;
        for (int[] table : labels.codes()) {
            for (int code : table) {
                codes[n++] = code + 1;
                counts[code + 1]++;
            }
        }
        int most = 0;
        for (int k = 1; k < counts.length; k++) {
            most = counts[k] > counts[most] ? k : most;
        }
        int[] termOf = new int[counts.length];
        int terms = 0;
        for (int k = 0; k < counts.length; k++) {
            termOf[k] = k == most || counts[k] == 0 ? -1 : terms++;
        }
        for (int i = 0; i < n; i++) {
            codes[i] = termOf[codes[i]];
        }
        return new Terms(name, new double[0], codes, terms);
    }

    /** How many coefficients there are beside the intercept. */
    long terms() {
        long sum = 0;
        long squares = 0;
        for (Terms column : columns) {
            sum += column.terms;
            squares += (long) column.terms * column.terms;
        }
        return order == 0 ? sum : sum + (sum * sum - squares) / 2;
    }

    /** The names of the groups of terms: columns, and pairs of them. */
    List<String> groups() {
        List<String> out = new ArrayList<>(columns.stream().map(Terms::name).toList());
        for (int a = 0; order > 0 && a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                out.add(columns.get(a).name + " x " + columns.get(b).name);
            }
        }
        return out;
    }

    /** The group of each term. */
    int[] groupOf() {
        int[] out = new int[Math.toIntExact(terms())];
        int n = 0;
        int group = 0;
        for (Terms column : columns) {
            Arrays.fill(out, n, n + column.terms, group++);
            n += column.terms;
        }
        for (int a = 0; order > 0 && a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                int count = columns.get(a).terms * columns.get(b).terms;
                Arrays.fill(out, n, n + count, group++);
                n += count;
            }
        }
        return out;
    }

    SparseRows matrix() {
        SparseRows.Builder out = new SparseRows.Builder(rows, Math.toIntExact(terms()));
        for (int row = 0; row < rows; row++) {
            int from = 0;
            for (Terms column : columns) {
                add(out, from, row, column, 1);
                from += column.terms;
            }
            for (int a = 0; order > 0 && a < columns.size(); a++) {
                Terms first = columns.get(a);
                for (int b = a + 1; b < columns.size(); b++) {
                    Terms second = columns.get(b);
                    if (first.values.length > 0) {
                        add(out, from, row, second, first.values[row]);
                    }
                    if (first.codes[row] >= 0) {
                        add(out, from + first.codes[row] * second.terms, row, second, 1);
                    }
                    from += first.terms * second.terms;
                }
            }
            out.end();
        }
        return out.build();
    }

    private static void add(SparseRows.Builder out, int from, int row, Terms column, double times) {
        if (column.values.length > 0) {
            out.add(from, times * column.values[row]);
        }
        if (column.codes[row] >= 0) {
            out.add(from + column.codes[row], times);
        }
    }
}
