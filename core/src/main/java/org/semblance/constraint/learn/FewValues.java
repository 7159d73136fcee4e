package org.semblance.constraint.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * A column read as one of few different values of the real table: a label, one of some numbers, or whether it is missing.
 *
 * @param column its position among the scored columns
 * @param sort what is read of it
 * @param numbers the values, ascending, where they are numbers
 * @param labels the values, where they are labels
 */
public record FewValues(int column, Sort sort, double[] numbers, List<String> labels) {
    /** What is read of a column. */
    public enum Sort {
        LABELS,
        NUMBERS,
        /** 0 for a value, 1 for none. */
        MISSING
    }

    public static final int NONE = -1;
    public static final int UNKNOWN = -2;

    /** Positions of the values, by row: {@link #NONE} is missing, {@link #UNKNOWN} does not occur in the real table. */
    public interface Codes {
        int at(int row);
    }

    static FewValues labels(int column, CodeColumn real) {
        return new FewValues(column, Sort.LABELS, new double[0], real.compact().labels());
    }

    static FewValues numbers(int column, double[] ascending) {
        return new FewValues(column, Sort.NUMBERS, ascending, List.of());
    }

    static FewValues missing(int column) {
        return new FewValues(column, Sort.MISSING, new double[0], List.of());
    }

    public int levels() {
        return switch (sort) {
            case LABELS -> labels.size();
            case NUMBERS -> numbers.length;
            case MISSING -> 2;
        };
    }

    public Codes in(Table table) {
        Column values = table.column(column);
        return switch (sort) {
            case MISSING -> row -> values.isMissing(row) ? 1 : 0;
            case NUMBERS -> {
                NumberColumn given = (NumberColumn) values;
                yield row -> {
                    if (given.isMissing(row)) {
                        return NONE;
                    }
                    int at = Arrays.binarySearch(numbers, given.get(row) + 0.0);
                    return at < 0 ? UNKNOWN : at;
                };
            }
            case LABELS -> {
                CodeColumn given = (CodeColumn) values;
                int[] common = common(given);
                yield row -> given.isMissing(row) ? NONE : common[given.code(row)];
            }
        };
    }

    private int[] common(CodeColumn given) {
        Map<String, Integer> known = new HashMap<>();
        for (int k = 0; k < labels.size(); k++) {
            known.put(labels.get(k), k);
        }
        return given.labels().stream()
                .mapToInt(label -> known.getOrDefault(label, UNKNOWN))
                .toArray();
    }

    /** "sex = female", "weeks = 0", "weeks missing". */
    String words(int code, String name) {
        return switch (sort) {
            case LABELS -> name + " = " + labels.get(code);
            case NUMBERS -> name + " = " + number(numbers[code]);
            case MISSING -> name + (code == 1 ? " missing" : " given");
        };
    }

    /** Without a needless decimal point. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf((float) value);
    }
}
