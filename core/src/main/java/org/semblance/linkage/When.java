package org.semblance.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on another column of the same row, as the row is before any error: so errors and missing cells need not
 * come at random. It holds where the cell is one of the texts, or where there are none, where the number in it lies
 * in the range.
 *
 * @param variable the column's name
 * @param is texts that fulfil it, case aside; "" stands for a missing cell
 * @param from least number, included; of a date the year counts, with months as fractions
 * @param below what the number must stay below
 */
public record When(String variable, List<String> is, double from, double below) {
    public When {
        is = List.copyOf(is);
    }

    public static When is(String variable, String... texts) {
        return new When(variable, List.of(texts), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public static When between(String variable, double from, double below) {
        return new When(variable, List.of(), from, below);
    }

    boolean holds(@Nullable String cell, DateText dates) {
        if (!is.isEmpty()) {
            String text = cell == null ? "" : cell;
            for (int i = 0; i < is.size(); i++) {
                if (is.get(i).equalsIgnoreCase(text)) {
                    return true;
                }
            }
            return false;
        }
        if (cell == null) {
            return false;
        }
        long day = dates.day(cell);
        double number = day == DateText.NONE ? number(cell) : DateText.year(day) + (DateText.month(day) - 1) / 12.0;
        return number >= from && number < below;
    }

    /** The plain decimal number that the text is, or NaN, without making objects. */
    private static double number(String text) {
        int i = 0;
        boolean minus = !text.isEmpty() && text.charAt(0) == '-';
        if (minus) {
            i++;
        }
        double value = 0;
        double unit = 0;
        boolean digits = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
                value = value * 10 + (c - '0');
                unit *= 10;
            } else if (c == '.' && unit == 0) {
                unit = 1;
            } else {
                return Double.NaN;
            }
        }
        double size = unit == 0 ? value : value / unit;
        return !digits ? Double.NaN : minus ? -size : size;
    }
}
