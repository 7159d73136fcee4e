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
            // Behind an apostrophe only in names: the B of O'Brien, not the s of St John's.
            boolean apostrophe = c == '\'' || c == '’';
            first = !Places.inWord(c) && (!apostrophe || i == 1 || i > 1 && !Places.inWord(text.charAt(i - 2)));
        }
        return out.toString();
    }
}
