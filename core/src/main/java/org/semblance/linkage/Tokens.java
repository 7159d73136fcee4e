package org.semblance.linkage;

import java.util.Arrays;

/** The words of a text between its spaces; never an empty one, however many spaces there are. */
final class Tokens {
    private final String text;
    private int[] from = new int[8];
    private int[] to = new int[8];
    private int count;

    Tokens(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            if (space(text, i) || i > 0 && !space(text, i - 1)) {
                continue;
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
            }
            int end = i;
            while (end < text.length() && !space(text, end)) {
                end++;
            }
            from[count] = i;
            to[count++] = end;
        }
    }

    private static boolean space(String text, int i) {
        return Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00A0';
    }

    String text() {
        return text;
    }

    int count() {
        return count;
    }

    String get(int token) {
        return text.substring(from[token], to[token]);
    }

    int from(int token) {
        return from[token];
    }

    int to(int token) {
        return to[token];
    }

    /** The text with another word at the place of one. */
    String with(int token, String word) {
        return text.substring(0, from[token]) + word + text.substring(to[token]);
    }
}
