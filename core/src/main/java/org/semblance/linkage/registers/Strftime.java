package org.semblance.linkage.registers;

import java.util.Map;

/** Patterns of dates as Python and C write them, or as an example of the thirty-first of December 2020. */
final class Strftime {
    private static final Map<Character, String> LETTERS = Map.of(
            'Y', "yyyy",
            'y', "yy",
            'm', "MM",
            'd', "dd",
            'b', "MMM",
            'h', "MMM",
            'B', "MMMM",
            '%', "%");
    private static final Map<Character, String> UNPADDED = Map.of('m', "M", 'd', "d");

    /** The examples that e2elink's web page offers. */
    private static final Map<String, String> EXAMPLES =
            Map.of("2020-12-31", "yyyy-MM-dd", "31 Dec 2020", "dd MMM yyyy", "31/12/20", "dd/MM/yy");

    private Strftime() {}

    /**
     * The pattern in the letters y, M and d.
     *
     * @throws IllegalArgumentException where it has another letter, or lacks the year, month or day
     */
    static String pattern(String text) {
        String example = EXAMPLES.get(text);
        String pattern = example != null ? example : text.indexOf('%') >= 0 ? converted(text) : text;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (Character.isLetter(c) && "yMd".indexOf(c) < 0) {
                throw new IllegalArgumentException("the letter " + c + " is not understood");
            }
        }
        for (char letter : new char[] {'y', 'M', 'd'}) {
            if (pattern.indexOf(letter) < 0) {
                throw new IllegalArgumentException(
                        letter == 'y'
                                ? "the year is missing"
                                : letter == 'M' ? "the month is missing" : "the day is missing");
            }
        }
        return pattern;
    }

    private static String converted(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            boolean unpadded = i + 1 < text.length() && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '#');
            i += unpadded ? 2 : 1;
            String letters = i < text.length() ? (unpadded ? UNPADDED : LETTERS).get(text.charAt(i)) : null;
            if (letters == null) {
                throw new IllegalArgumentException("what follows a % is not understood");
            }
            out.append(letters);
        }
        return out.toString();
    }
}
