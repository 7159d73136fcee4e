package org.semblance.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/** Makes the field of a column that was read as numbers or dates: its kind, its rounding, and whether it is a key after all. */
final class NumberField {
    private static final int REPEATED = 5;
    private static final double LONG = 1e14;
    private static final Set<String> PERSONS =
            Set.of("ssn", "phone", "telephone", "personnummer", "passport", "mobile", "card");
    private static final double DAY = 86_400_000_000.0;

    /** Beyond so many decimals a number was not rounded by anybody, but printed in full. */
    private static final int ROUNDED = 10;

    /** A field with its column. */
    record Made(Field field, Column column) {}

    private NumberField() {}

    static Made of(String name, RawColumn raw, Format format, @Nullable Kind forced, boolean first) {
        DatePattern pattern = raw.plan.pattern();
        if (pattern != null) {
            return dates(name, raw.numbers, format, raw.plan, forced);
        }
        NumberParser met = raw.met;
        NumberStyle style = raw.plan.style();
        if (met == null || style == null) {
            throw new IllegalStateException("no numbers in " + name);
        }
        Format written =
                rounding(format, met).signs(style.decimal(), style.group()).around(style.prefix(), style.suffix());
        boolean whole = met.whole;
        if (forced != null) {
            return new Made(new Field(name, forced, written, "as the schema says"), NumberColumn.of(raw.numbers));
        }
        if (whole && written.decimals() == 0) {
            Made key = key(name, raw.numbers, raw.blanks + raw.oddCount(), written, first);
            if (key != null) {
                return key;
            }
        }
        return new Made(
                new Field(name, whole ? Kind.WHOLE : Kind.DECIMAL, written, why(whole, written)),
                NumberColumn.of(raw.numbers));
    }

    private static Format rounding(Format format, NumberParser met) {
        if (met.exponents || met.mostDecimals > ROUNDED) {
            return format.decimals(-1);
        }
        return met.fewestDecimals >= met.mostDecimals
                ? format.decimals(met.mostDecimals)
                : format.atMost(met.mostDecimals);
    }

    static String why(boolean whole, Format format) {
        StringBuilder words = new StringBuilder(whole ? "whole numbers" : "decimal numbers");
        if (!whole && format.rounding() > 0) {
            words.append(format.decimals() > 0 ? " with " : " with at most ").append(format.rounding());
            words.append(format.rounding() == 1 ? " decimal" : " decimals");
        } else if (whole && format.rounding() > 0) {
            words.append(", written with decimals");
        }
        if (format.decimalSign() == ',' && !whole) {
            words.append(", comma as decimal sign");
        }
        if (format.groupSign() != '\0') {
            words.append(", thousands separated");
        }
        return words.toString();
    }

    /** The array is given away. */
    static Made dates(String name, double[] values, Format format, Plan plan, @Nullable Kind forced) {
        DatePattern pattern = java.util.Objects.requireNonNull(plan.pattern());
        String undecided = plan.undecided() ? "; nothing tells day from month, so a guess" : "";
        String text = pattern.pattern();
        Kind kind = pattern.kind();
        if (kind == Kind.DATETIME && forced != Kind.DATETIME && midnights(values)) {
            DatePattern days = midnight(text);
            for (int i = 0; i < values.length; i++) {
                values[i] /= DAY;
            }
            String why = "dates written " + text + ", all at the same time of day" + undecided;
            return new Made(new Field(name, Kind.DATE, format.pattern(days.pattern()), why), NumberColumn.of(values));
        }
        String what = kind == Kind.TIME ? "times" : kind == Kind.DATE ? "dates" : "dates with times";
        String why = what + " written " + text + undecided;
        return new Made(new Field(name, kind, format.pattern(text), why), NumberColumn.of(values));
    }

    private static boolean midnights(double[] values) {
        boolean any = false;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                any = true;
                if (value % DAY != 0) {
                    return false;
                }
            }
        }
        return any;
    }

    /** The pattern with its time of day as fixed text. */
    private static DatePattern midnight(String pattern) {
        if (pattern.indexOf('[') > 0) {
            return DatePattern.of(pattern.substring(0, pattern.indexOf('[')));
        }
        int at = 0;
        boolean quoted = false;
        while (quoted || "Hh".indexOf(pattern.charAt(at)) < 0) {
            quoted ^= pattern.charAt(at) == '\'';
            at++;
        }
        ByteSink time = new ByteSink(16);
        DatePattern.of(pattern.substring(at)).format(0, time);
        String text = new String(time.bytes, 0, time.size, java.nio.charset.StandardCharsets.UTF_8);
        return DatePattern.of(pattern.substring(0, at) + "'" + text + "'");
    }

    /** Whole numbers that name rows or other tables' rows rather than measure something. */
    static @Nullable Made key(String name, double[] values, long missing, Format format, boolean first) {
        NameWords words = NameWords.of(name);
        int rows = values.length;
        boolean likely = words.numbering() || (first ? rows >= 5 : rows >= 20);
        if (missing == 0 && likely && rows > 1 && consecutive(values) && !years(values)) {
            return labelled(name, values, Kind.KEY, format.maker(counter(values[0])), "counts the rows");
        }
        if (rows - missing >= 20 && longNumbers(values)) {
            return labelled(name, values, Kind.IDENTIFIER, format, "long numbers, hardly any of them twice");
        }
        if (words.postcode() && rows > missing) {
            return postcode(name, values, format);
        }
        if (!words.numbering() || rows - missing < 1) {
            return null;
        }
        if (!words.identifier() && !words.any(PERSONS) && narrow(values)) {
            return null;
        }
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int different = 1;
        for (int i = 1; i < sorted.length; i++) {
            different += sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        boolean unique = different == rows && missing == 0;
        if (unique && (words.identifier() || rows >= 20)) {
            return labelled(name, values, Kind.KEY, format, "different in every row and named like a key");
        }
        boolean person = words.any(PERSONS) && sorted[0] > 99_999;
        if (!words.identifier() && !person) {
            return null;
        }
        String count = String.format(Locale.ROOT, "%,d different values", different);
        if (!person && different <= 100 && sorted.length >= 10L * different) {
            return labelled(name, values, Kind.CATEGORY, format, "named like an identifier, " + count + ", so labels");
        }
        return labelled(name, values, Kind.IDENTIFIER, format, "named like an identifier, " + count);
    }

    /** Whether these are numbers of cards or accounts: 15 digits or more, hardly one twice, and no points in time. */
    private static boolean longNumbers(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values) {
            if (value < LONG) {
                return false;
            }
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return most > 1.5 * least && Arrays.stream(present).distinct().count() > 0.9 * present.length;
    }

    /** Digits that name a place: labels where places repeat, identifiers where hardly any does. */
    private static Made postcode(String name, double[] values, Format format) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        long different = Arrays.stream(present).distinct().count();
        return present.length >= REPEATED * different
                ? labelled(name, values, Kind.CATEGORY, format, "named like a postcode, so labels")
                : labelled(name, values, Kind.IDENTIFIER, format, "named like a postcode, and hardly any repeats");
    }

    /** A counter from 0 or 1; another start is a real value, and the maker finds its own. */
    private static String counter(double first) {
        return first == 0 || first == 1 ? "serial:" + (int) first : "";
    }

    /** Whether there are more rows than whole numbers between the least and the most. */
    private static boolean narrow(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        return most - least + 1 < values.length;
    }

    private static boolean consecutive(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] != values[0] + i) {
                return false;
            }
        }
        return true;
    }

    private static boolean years(double[] values) {
        return values[0] >= 1500 && values[values.length - 1] <= 2200;
    }

    static Made labelled(String name, double[] values, Kind kind, Format format, String why) {
        Map<Double, Integer> codes = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] coded = new int[values.length];
        Format plain = format.decimals(-1).signs('.', '\0').around("", "");
        ByteSink sink = new ByteSink(24);
        NumberWriter writer = new NumberWriter(format);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                coded[i] = -1;
                continue;
            }
            Integer code = codes.putIfAbsent(values[i], labels.size());
            if (code == null) {
                code = labels.size();
                sink.size = 0;
                writer.write(values[i], sink);
                labels.add(new String(sink.bytes, 0, sink.size, java.nio.charset.StandardCharsets.UTF_8));
            }
            coded[i] = code;
        }
        return new Made(new Field(name, kind, plain, why), CodeColumn.of(coded, labels));
    }
}
