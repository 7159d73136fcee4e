package org.semblance.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A table that another tool wrote, with its columns as the kinds that the real table has them in, so that the two can be
 * compared: codes that were read as numbers become labels again ({@code 1.0} is the label 1), labels that are numbers
 * become numbers, days become moments. What cannot be made the same stays as it is, and is left out of the comparison.
 *
 * @param table the other table, its columns in their own order
 * @param notes what was made the same, a sentence each
 */
public record SameKinds(Table table, List<String> notes) {
    private static final double MICROS_PER_DAY = 86_400e6;

    public SameKinds {
        notes = List.copyOf(notes);
    }

    /** @param what the other table, in words: "the synthetic table" */
    public static SameKinds of(Table real, Table other, String what) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int c = 0; c < other.width(); c++) {
            Field field = other.schema().field(c);
            int position = real.schema().find(field.name());
            if (position < 0) {
                fields.add(field);
                columns.add(other.column(c));
                continue;
            }
            Field wanted = real.schema().field(position);
            Column changed = column(real.column(position), wanted, other.column(c), field);
            boolean same = changed instanceof NumberColumn == wanted.kind().numeric();
            boolean numbers = wanted.kind() == Kind.WHOLE || wanted.kind() == Kind.DECIMAL;
            // A whole column that has decimals in the other table is a finding, not a difference in reading.
            boolean keep = !same || (numbers && (field.kind() == Kind.WHOLE || field.kind() == Kind.DECIMAL));
            fields.add(keep ? field : field.kind(wanted.kind()));
            columns.add(changed);
            if (same && field.kind().numeric() != wanted.kind().numeric()) {
                notes.add(what + " writes \"" + field.name() + "\" as a "
                        + field.kind().word() + "; it was read as a "
                        + wanted.kind().word()
                        + ", as in the real table.");
            }
        }
        return new SameKinds(Table.of(new Schema(fields), columns), notes);
    }

    private static Column column(Column real, Field wanted, Column other, Field found) {
        if (real instanceof CodeColumn labels) {
            CodeColumn codes = other instanceof NumberColumn numbers ? labels(labels, numbers) : (CodeColumn) other;
            return withoutToken(codes, labels, wanted.format().missing());
        }
        if (other instanceof CodeColumn labels) {
            NumberColumn numbers =
                    wanted.kind() == Kind.WHOLE || wanted.kind() == Kind.DECIMAL ? numbers(labels) : null;
            return numbers == null ? other : numbers;
        }
        if (wanted.kind() == Kind.DATETIME && found.kind() == Kind.DATE) {
            return scaled((NumberColumn) other, MICROS_PER_DAY);
        }
        if (wanted.kind() == Kind.DATE && found.kind() == Kind.DATETIME) {
            return scaled((NumberColumn) other, 1 / MICROS_PER_DAY);
        }
        return other;
    }

    private static NumberColumn scaled(NumberColumn column, double factor) {
        double[] values = column.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.floor(values[i] * factor);
        }
        return NumberColumn.of(values);
    }

    /** Numbers as the labels of the same value, else in their shortest form. */
    private static CodeColumn labels(CodeColumn real, NumberColumn numbers) {
        Map<Double, Integer> known = new HashMap<>();
        List<String> labels = new ArrayList<>(real.labels());
        for (int k = 0; k < labels.size(); k++) {
            Double value = parse(labels.get(k));
            if (value != null) {
                known.putIfAbsent(value, k);
            }
        }
        int[] codes = new int[numbers.size()];
        for (int i = 0; i < codes.length; i++) {
            double value = numbers.get(i) + 0.0;
            if (Double.isNaN(value)) {
                codes[i] = -1;
                continue;
            }
            codes[i] = known.computeIfAbsent(value, fresh -> {
                labels.add(text(fresh));
                return labels.size() - 1;
            });
        }
        return CodeColumn.of(codes, labels);
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static @Nullable Double parse(String label) {
        try {
            return Double.valueOf(label.strip()) + 0.0;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Null where a label is no number. */
    private static @Nullable NumberColumn numbers(CodeColumn labels) {
        CodeColumn used = labels.compact();
        double[] ofLabel = new double[used.labels().size()];
        for (int k = 0; k < ofLabel.length; k++) {
            Double value = parse(used.labels().get(k));
            if (value == null) {
                return null;
            }
            ofLabel[k] = value;
        }
        double[] values = new double[used.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = used.isMissing(i) ? Double.NaN : ofLabel[used.code(i)];
        }
        return NumberColumn.of(values);
    }

    /** What stands for a missing value in the real table is missing here too, where the real table has no such label. */
    private static CodeColumn withoutToken(CodeColumn column, CodeColumn real, String token) {
        int code = column.labels().indexOf(token);
        if (code < 0 || real.labels().contains(token)) {
            return column;
        }
        int[] codes = column.toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] == code ? -1 : codes[i];
        }
        return CodeColumn.of(codes, column.labels()).compact();
    }
}
