package org.semblance.linkage.link;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cells brought into one form before they are compared: small letters without marks, dates as digits, sex as a letter. */
final class Tidy {
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };

    private Tidy() {}

    /** Small letters and digits, words with one space between; null where nothing is left. */
    static @Nullable String words(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String lower = cell.toLowerCase(Locale.ROOT);
        if (!ascii(lower)) {
            lower = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        }
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                out.append(c);
            } else if (c != '\'' && Character.getType(c) != Character.NON_SPACING_MARK && !out.isEmpty()) {
                if (out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            }
        }
        String text = out.toString().stripTrailing();
        return text.isEmpty() ? null : text;
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Letters and digits only. */
    static @Nullable String code(@Nullable String cell) {
        String words = words(cell);
        return words == null ? null : words.replace(" ", "");
    }

    /** m or f where it can be told. */
    static @Nullable String sex(@Nullable String cell) {
        String word = code(cell);
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "m", "male", "man", "1" -> "m";
            case "f", "female", "woman", "0", "2" -> "f";
            default -> word;
        };
    }

    /** Digits yyyymmdd, where the text is a date in one of the usual ways; else its letters and digits. */
    static @Nullable String date(@Nullable String cell, String pattern) {
        String words = words(cell);
        if (words == null) {
            return null;
        }
        String[] parts = words.split(" ");
        if (parts.length == 1 && words.length() == 8) {
            return words;
        }
        if (parts.length != 3) {
            return words.replace(" ", "");
        }
        boolean yearFirst = parts[0].length() == 4;
        boolean monthFirst = pattern.startsWith("M") || Character.isLetter(parts[0].charAt(0));
        String year = parts[yearFirst ? 0 : 2];
        String month = month(parts[yearFirst ? 1 : monthFirst ? 0 : 1]);
        String day = two(parts[yearFirst ? 2 : monthFirst ? 1 : 0]);
        if (year.length() == 2) {
            // A century is not told: as POSIX has it, 69 to 99 are of the last one.
            year = (year.compareTo("69") < 0 ? "20" : "19") + year;
        }
        return year + month + day;
    }

    private static String month(String part) {
        for (int m = 0; m < MONTHS.length; m++) {
            if (part.startsWith(MONTHS[m])) {
                return two(Integer.toString(m + 1));
            }
        }
        return two(part);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** The first four digits of a tidy date. */
    static @Nullable String year(@Nullable String date) {
        return date == null || date.length() < 4 ? null : date.substring(0, 4);
    }

    /** The words of a name in the order of the alphabet, so that their own order does not matter. */
    static String sorted(String words) {
        if (words.indexOf(' ') < 0) {
            return words;
        }
        String[] parts = words.split(" ");
        Arrays.sort(parts);
        return String.join(" ", parts);
    }
}
