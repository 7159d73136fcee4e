package org.semblance.io;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as they stand in a YAML file. */
public final class YamlText {
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlText() {}

    /** A comment behind a line, or nothing where there are no words. */
    public static String comment(String words) {
        return words.isEmpty() ? "" : "  # " + words.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    /** A text as YAML, in double quotes unless it is a plain word. */
    public static String of(String text) {
        if (SIMPLE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return quoted(text);
    }

    /** A text in double quotes, with JSON's escapes. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c <= 0xA0) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
