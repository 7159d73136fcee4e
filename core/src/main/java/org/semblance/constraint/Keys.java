package org.semblance.constraint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/** What some columns say together in each row, as one text: the label, the number, or several of them joined. */
public final class Keys {
    static final char BETWEEN = '\u001F';

    private Keys() {}

    /** Null where one of them is missing. */
    public static @Nullable String[] of(List<? extends Column> columns) {
        @Nullable String[][] each = new @Nullable String[columns.size()][];
        for (int c = 0; c < each.length; c++) {
            each[c] = texts(columns.get(c));
        }
        if (each.length == 1) {
            return each[0];
        }
        @Nullable String[] out = new @Nullable String[columns.get(0).size()];
        // Each text once: many rows say the same.
        Map<String, String> known = new HashMap<>();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < out.length; i++) {
            joined.setLength(0);
            boolean whole = true;
            for (int c = 0; c < each.length && whole; c++) {
                String text = each[c][i];
                whole = text != null;
                joined.append(text).append(BETWEEN);
            }
            if (whole) {
                String key = joined.substring(0, joined.length() - 1);
                String same = known.putIfAbsent(key, key);
                out[i] = same == null ? key : same;
            }
        }
        return out;
    }

    private static @Nullable String[] texts(Column column) {
        @Nullable String[] out = new @Nullable String[column.size()];
        if (column instanceof CodeColumn codes) {
            for (int i = 0; i < out.length; i++) {
                out[i] = codes.get(i);
            }
            return out;
        }
        NumberColumn numbers = (NumberColumn) column;
        Map<Double, String> known = new HashMap<>();
        for (int i = 0; i < out.length; i++) {
            if (!numbers.isMissing(i)) {
                out[i] = known.computeIfAbsent(numbers.get(i) + 0.0, Keys::text);
            }
        }
        return out;
    }

    /** Two of them as one, as {@link #of} joins them. */
    static String join(String head, String tail) {
        return head + BETWEEN + tail;
    }

    /** Without a needless decimal point. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
