package org.semblance.formats.jdbc;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.io.NumberText;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/** Which SQL type holds the values of a column: the one it had where that fits, else the next wider one. */
final class Fit {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final SqlType TEXT = SqlType.of(Base.TEXT);
    private static final SqlType BIGINT = SqlType.of(Base.BIGINT);
    private static final SqlType DOUBLE = SqlType.of(Base.DOUBLE);

    /** Digits that a double keeps. */
    private static final int DIGITS = 15;

    private Fit() {}

    /**
     * The type that a column should have before its values are seen.
     *
     * @param known the type it had where it came from, or null
     * @param key whether it names rows: whole numbers rather than texts of digits
     */
    static SqlType wanted(Field field, @Nullable SqlType known, boolean key) {
        if (known != null && possible(field.kind(), known)) {
            return known.base() == Base.OTHER || known.base() == Base.BYTES ? TEXT : known;
        }
        return switch (field.kind()) {
            case WHOLE -> BIGINT;
            case DECIMAL ->
                field.format().decimals() > 0
                        ? new SqlType(Base.NUMERIC, DIGITS, field.format().decimals())
                        : DOUBLE;
            case DATE -> SqlType.of(Base.DATE);
            case TIME -> SqlType.of(Base.TIME);
            case DATETIME -> SqlType.of(Base.DATETIME);
            case FLAG -> SqlType.of(Base.BOOLEAN);
            default -> key || field.kind() == Kind.KEY ? BIGINT : TEXT;
        };
    }

    private static boolean possible(Kind kind, SqlType type) {
        return switch (kind) {
            case WHOLE, DECIMAL -> type.number() || type.text();
            case DATE, DATETIME -> type.moment() || type.text();
            case TIME -> type.base() == Base.TIME || type.text();
            default -> !type.moment() && type.base() != Base.TIME;
        };
    }

    /** The same type where all values fit, else one that they fit. */
    static SqlType of(SqlType type, Field field, Column column) {
        if (column instanceof CodeColumn codes) {
            return labels(type, codes);
        }
        NumberColumn numbers = (NumberColumn) column;
        if (type.text()) {
            return type.size() == 0 ? type : texts(type, field, numbers);
        }
        if (field.kind() != Kind.WHOLE && field.kind() != Kind.DECIMAL) {
            return moments(type, field);
        }
        double most = 0;
        boolean whole = true;
        for (int i = 0; i < numbers.size(); i++) {
            double value = numbers.isMissing(i) ? 0 : field.format().rounded(numbers.get(i));
            most = Math.max(most, Math.abs(value));
            whole &= Math.rint(value) == value;
        }
        return numbers(type, most, whole);
    }

    private static SqlType moments(SqlType type, Field field) {
        boolean days = type.base() == Base.DATE && field.kind() == Kind.DATETIME;
        return days ? SqlType.of(Base.DATETIME) : type;
    }

    private static SqlType numbers(SqlType type, double most, boolean whole) {
        return switch (type.base()) {
            case SMALLINT -> most <= Short.MAX_VALUE && whole ? type : numbers(SqlType.of(Base.INTEGER), most, whole);
            case INTEGER -> most <= Integer.MAX_VALUE && whole ? type : numbers(BIGINT, most, whole);
            case BIGINT -> most <= 9e18 && whole ? type : DOUBLE;
            case NUMERIC ->
                type.size() == 0 || most < Math.pow(10, type.size() - (double) type.scale())
                        ? type
                        : new SqlType(
                                Base.NUMERIC, type.scale() + (int) Math.ceil(Math.log10(most + 1)) + 1, type.scale());
            default -> type;
        };
    }

    private static SqlType texts(SqlType type, Field field, NumberColumn numbers) {
        NumberText text = new NumberText(field);
        int longest = 0;
        for (int i = 0; i < numbers.size(); i++) {
            longest = numbers.isMissing(i)
                    ? longest
                    : Math.max(longest, text.of(numbers.get(i)).length());
        }
        return longest <= type.size() ? type : new SqlType(Base.VARCHAR, longest, 0);
    }

    /** Only labels that occur count: a dictionary may hold those of a whole model. */
    private static SqlType labels(SqlType type, CodeColumn codes) {
        List<String> labels = codes.compact().labels();
        boolean fits = switch (type.base()) {
            case BOOLEAN -> labels.stream().allMatch(Fit::truth);
            case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE ->
                labels.stream().allMatch(label -> WHOLE.matcher(label).matches());
            case UUID -> labels.stream().allMatch(label -> UUID.matcher(label).matches());
            default -> type.text();
        };
        if (!fits) {
            return TEXT;
        }
        if (type.number() || (type.text() && type.size() > 0)) {
            double most = 0;
            for (String label : labels) {
                double size = type.text()
                        ? label.codePointCount(0, label.length())
                        : Math.abs((double) Long.parseLong(label));
                most = Math.max(most, size);
            }
            return type.number() ? numbers(type, most, true) : most <= type.size() ? type : longer(type, (int) most);
        }
        return type;
    }

    private static SqlType longer(SqlType type, int most) {
        return new SqlType(Base.VARCHAR, Math.max(most, Math.min(4000, 2 * type.size())), 0);
    }

    private static boolean truth(String label) {
        return label.equalsIgnoreCase("true") || label.equalsIgnoreCase("false");
    }

    /** How the values of a column are written in plain text so that a column of the type takes them. */
    static Field plain(Field field, SqlType type) {
        if (!field.kind().numeric() || type.text()) {
            return field.format(field.format().missing(""));
        }
        Format format = Format.PLAIN;
        Field plain = field;
        switch (type.base()) {
            case SMALLINT, INTEGER, BIGINT -> plain = field.format(format.decimals(0));
            case NUMERIC ->
                plain = field.format(
                        type.size() == 0 ? format.decimals(field.format().decimals()) : format.decimals(type.scale()));
            case REAL, DOUBLE ->
                plain = field.format(format.decimals(field.format().decimals()));
            default -> plain = field.format(format.pattern(pattern(field)));
        }
        return plain;
    }

    private static String pattern(Field field) {
        String given = field.format().pattern();
        String fraction = given.isEmpty() || given.indexOf('S') >= 0 ? ".SSSSSS" : "";
        return switch (field.kind()) {
            case DATE -> "yyyy-MM-dd";
            case TIME -> "HH:mm:ss" + fraction;
            default -> "yyyy-MM-dd HH:mm:ss" + fraction;
        };
    }
}
