package org.semblance.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A column whose values came with a type (of a database, of Parquet, of JSON), and the field that {@link TableReader}
 * would make of it: keys, identifiers, categories and dates kept as text are told from its name and values. What the type
 * says is not doubted: a text of digits stays text.
 */
public record TypedColumn(Field field, Column column) {
    private static final int SAMPLE = 1000;

    /** Digits after the decimal sign up to which numbers are taken for rounded. */
    private static final int ROUNDED = 10;

    /**
     * Texts: labels, or dates where every one of them is a date.
     *
     * @param first whether it is the first column of its table
     */
    public static TypedColumn labels(String name, CodeColumn texts, boolean first) {
        List<String> labels = texts.labels();
        DateGuess.Found dates = labels.isEmpty() ? null : DateGuess.guess(spread(labels));
        double[] values = dates == null ? null : parsed(labels, dates.pattern());
        if (dates != null && values != null) {
            double[] cells = new double[texts.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = texts.isMissing(i) ? Double.NaN : values[texts.code(i)];
            }
            return of(
                    NumberField.dates(name, cells, Format.PLAIN, Plan.dates(dates.pattern(), dates.undecided()), null));
        }
        long missing = texts.missingCount();
        LabelKind guess = LabelKind.of(
                new LabelKind.Facts(name, labels, texts.size() - missing, missing == 0 && texts.size() > 0, first));
        return new TypedColumn(new Field(name, guess.kind(), Format.PLAIN.maker(guess.maker()), guess.why()), texts);
    }

    /** Yes and no, as the labels {@code true} and {@code false}. */
    public static TypedColumn flags(String name, CodeColumn texts) {
        return new TypedColumn(new Field(name, Kind.FLAG, Format.PLAIN, "true or false"), texts);
    }

    /**
     * Numbers; the array is given away.
     *
     * @param decimals digits after the decimal sign, or -1 to find out
     */
    public static TypedColumn numbers(String name, double[] values, int decimals, boolean first) {
        Format format = decimals >= 0 ? Format.PLAIN.decimals(decimals) : rounding(values);
        boolean whole = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || Math.rint(v) == v);
        long missing = Arrays.stream(values).filter(Double::isNaN).count();
        NumberField.Made key =
                whole && format.decimals() == 0 ? NumberField.key(name, values, missing, format, first) : null;
        return key != null
                ? of(key)
                : new TypedColumn(
                        new Field(name, whole ? Kind.WHOLE : Kind.DECIMAL, format, NumberField.why(whole, format)),
                        NumberColumn.of(values));
    }

    /**
     * Dates, times or both, in the unit of the kind; the array is given away. Points in time that are all midnight are
     * dates.
     */
    public static TypedColumn dates(String name, Kind kind, double[] values) {
        boolean fraction = kind != Kind.DATE && !Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v % 1e6 == 0);
        boolean finer = fraction && !Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v % 1e3 == 0);
        String time = "HH:mm:ss" + (finer ? ".SSSSSS" : fraction ? ".SSS" : "");
        String pattern = switch (kind) {
            case DATE -> "yyyy-MM-dd";
            case TIME -> time;
            default -> "yyyy-MM-dd " + time;
        };
        return of(NumberField.dates(name, values, Format.PLAIN, Plan.dates(DatePattern.of(pattern), false), null));
    }

    /** The same as a key or an identifier, whatever it seemed to be; dates and decimal numbers stay what they are. */
    public TypedColumn named(Kind kind, String why) {
        if (column instanceof CodeColumn) {
            return new TypedColumn(field.kind(kind).why(why), column);
        }
        if (field.kind() != Kind.WHOLE) {
            return this;
        }
        NumberField.Made made =
                NumberField.labelled(field.name(), ((NumberColumn) column).toArray(), kind, field.format(), why);
        return of(made);
    }

    /** The same as somebody's schema says. Cost: the column is written as text and read anew. */
    public TypedColumn as(SchemaOverrides.@Nullable Column said, Run run) {
        if (said == null) {
            return this;
        }
        // A column of its own: what is missing would be a quoted text if it stood alone on its line.
        int[] row = new int[column.size()];
        Table beside = Table.of(
                Schema.of(Field.of("row", Kind.CATEGORY), field), List.of(CodeColumn.of(row, List.of("row")), column));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.write(beside, Dialect.STANDARD, out, run.silent());
        SchemaOverrides schema = new SchemaOverrides("", Map.of(field.name(), said));
        ReadOptions options = ReadOptions.DEFAULT
                .schema(schema)
                .maxBytes(Long.MAX_VALUE)
                .delimiter(',')
                .charset(StandardCharsets.UTF_8)
                .header(true);
        Source source = Source.of(new ByteArrayInputStream(out.toByteArray()), field.name());
        Table read = TableReader.read(source, options, run.silent()).table();
        int at = read.schema().index(field.name());
        return new TypedColumn(read.schema().field(at), read.column(at));
    }

    private static TypedColumn of(NumberField.Made made) {
        return new TypedColumn(made.field(), made.column());
    }

    private static List<String> spread(List<String> labels) {
        int step = Math.max(1, labels.size() / SAMPLE);
        return java.util.stream.IntStream.iterate(0, i -> i < labels.size(), i -> i + step)
                .mapToObj(labels::get)
                .toList();
    }

    private static double @Nullable [] parsed(List<String> labels, DatePattern pattern) {
        double[] values = new double[labels.size()];
        for (int i = 0; i < values.length; i++) {
            byte[] text = labels.get(i).getBytes(StandardCharsets.UTF_8);
            values[i] = pattern.parse(text, 0, text.length);
            if (Double.isNaN(values[i])) {
                return null;
            }
        }
        return values;
    }

    /** The fewest digits after the decimal sign that all values can be written with. */
    private static Format rounding(double[] values) {
        double power = 1;
        int digits = 0;
        for (double value : values) {
            while (!Double.isNaN(value) && Math.rint(value * power) / power != value) {
                digits++;
                power *= 10;
                if (digits > ROUNDED) {
                    return Format.PLAIN;
                }
            }
        }
        return digits == 0 ? Format.PLAIN.decimals(0) : Format.PLAIN.atMost(digits);
    }
}
