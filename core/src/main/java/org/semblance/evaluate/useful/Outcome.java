package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.semblance.evaluate.Comparison;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The column to be predicted, in one coding for all tables: the labels that any of them has, by text, or numbers. A
 * number of two values (0 and 1) is a label that was written as a number, and is taken for one.
 *
 * @param column its position among the scored columns
 * @param name its name
 * @param label whether it is a label and no number, or a number of two values
 * @param labels the classes
 */
public record Outcome(int column, String name, boolean label, List<String> labels) {
    private static final int FEW_LABELS = 20;
    /** A target of more labels than this is refused: each is a model of its own. */
    public static final int MANY_LABELS = 100;

    public Outcome {
        labels = List.copyOf(labels);
    }

    /** @param tables all that are learnt from or predicted, with the same columns */
    public static Outcome of(int column, Table... tables) {
        TreeSet<String> labels = new TreeSet<>();
        for (Table table : tables) {
            if (table.column(column) instanceof CodeColumn codes) {
                labels.addAll(codes.compact().labels());
            }
        }
        Field field = tables[0].schema().field(column);
        boolean label = tables[0].column(column) instanceof CodeColumn;
        if (!label && (field.kind() == Kind.WHOLE || field.kind() == Kind.DECIMAL)) {
            TreeSet<Double> values = values(column, tables);
            return new Outcome(
                    column,
                    field.name(),
                    values.size() == 2,
                    values.size() == 2 ? values.stream().map(Outcome::text).toList() : List.of());
        }
        return new Outcome(column, field.name(), label, List.copyOf(labels));
    }

    /** Up to three of the different values. */
    private static TreeSet<Double> values(int column, Table... tables) {
        TreeSet<Double> out = new TreeSet<>();
        for (Table table : tables) {
            NumberColumn numbers = table.numbers(column);
            for (int i = 0; i < numbers.size() && out.size() <= 2; i++) {
                if (!numbers.isMissing(i)) {
                    // Without a negative zero.
                    out.add(numbers.get(i) + 0.0);
                }
            }
        }
        return out;
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * The position of the column of that name; where it is empty, the usual one, -1 for none.
     *
     * @throws ProblemException where there is no such column, or it has too many labels
     */
    public static int find(String name, Comparison c) {
        if (name.isEmpty()) {
            return usual(c);
        }
        int named = c.real().schema().find(name);
        if (named < 0 || labels(c.real(), named) > MANY_LABELS) {
            throw ProblemException.usage(Problem.of("the target \"" + name + "\" is no number and no column of at most "
                            + MANY_LABELS + " labels.")
                    .fix(Nearest.hint(name, c.real().schema().names())));
        }
        return named;
    }

    /** The last column of 2 to 20 labels in the real table, else the last number, else -1. */
    public static int usual(Comparison c) {
        int lastNumber = -1;
        int lastLabel = -1;
        for (int i = 0; i < c.real().width(); i++) {
            int labels = labels(c.real(), i);
            if (c.numeric(i)) {
                lastNumber = i;
            } else if (labels >= 2 && labels <= FEW_LABELS) {
                lastLabel = i;
            }
        }
        return lastLabel >= 0 ? lastLabel : lastNumber;
    }

    /** Whether a column is a number or has at most 20 labels. */
    static boolean few(Table table, int column) {
        return labels(table, column) <= FEW_LABELS;
    }

    /** How many labels occur; 0 for numbers. */
    private static int labels(Table table, int column) {
        return table.column(column) instanceof CodeColumn codes
                ? codes.compact().labels().size()
                : 0;
    }

    public int classes() {
        return labels.size();
    }

    /** The class or number of every row; NaN where it is missing. */
    public double[] values(Table table) {
        if (!(table.column(column) instanceof CodeColumn codes)) {
            double[] values = table.numbers(column).toArray();
            if (label) {
                double low = Double.parseDouble(labels.get(0));
                double high = Double.parseDouble(labels.get(1));
                Arrays.setAll(values, i -> values[i] == low ? 0 : values[i] == high ? 1 : Double.NaN);
            }
            return values;
        }
        Map<String, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        double[] ofCode = codes.labels().stream()
                .mapToDouble(label -> places.getOrDefault(label, -1))
                .toArray();
        return IntStream.range(0, table.rows())
                .mapToDouble(i -> codes.isMissing(i) || ofCode[codes.code(i)] < 0 ? Double.NaN : ofCode[codes.code(i)])
                .toArray();
    }

    /** The rows whose outcome is known. */
    public Table known(Table table) {
        int[] rows = IntStream.range(0, table.rows())
                .filter(i -> !table.column(column).isMissing(i))
                .toArray();
        return rows.length == table.rows() ? table : table.take(rows);
    }

    /** The columns it is predicted from. */
    public int[] predictors(Table table) {
        return IntStream.range(0, table.width()).filter(c -> c != column).toArray();
    }
}
