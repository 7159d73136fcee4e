package org.semblance.linkage;

import java.util.Locale;

/** How a text is cased: all capitals, small letters, or a capital at each word. */
enum Style {
    LOWER,
    UPPER,
    TITLE;

    /** The style of a text; a text without cased letters is small. */
    static Style of(CharSequence text) {
        boolean lower = false;
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            lower |= Character.isLowerCase(text.charAt(i));
            upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return upper == 0 ? LOWER : lower || text.length() == 1 ? TITLE : UPPER;
    }

    /** The text in this style. */
    String write(String text) {
        if (this == LOWER) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (this == UPPER) {
            return text.toUpperCase(Locale.ROOT);
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(first ? Character.toTitleCase(c) : Character.toLowerCase(c));
            // Not behind an apostrophe: the s of St John's.
            first = !Places.inWord(c) && c != '\'' && c != '’';
        }
        return out.toString();
    }
}
