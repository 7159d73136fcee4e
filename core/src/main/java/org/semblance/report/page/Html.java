package org.semblance.report.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML and SVG text under construction. Everything that is not a tag's or an attribute's own name is escaped: names of
 * columns and labels are whatever somebody wrote into a file.
 */
public final class Html {
    private static final char REPLACED = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    Html() {}

    /** A part of a page, or a file of another kind. */
    public static Html fragment() {
        return new Html();
    }

    /** Begins an element; attributes are names and values in turn. */
    public Html open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element begun last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    public Html text(String words) {
        escape(words);
        return this;
    }

    /** A whole element with nothing but text in it. */
    public Html element(String tag, String words, String... attributes) {
        return open(tag, attributes).text(words).close();
    }

    /** An element that holds nothing. */
    public Html empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** Text of the program's own, as it is: style and script. */
    public Html trusted(String text) {
        out.append(text);
        return this;
    }

    public Html line() {
        out.append('\n');
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    /** Signs that steer (control characters, reversed writing, halves of a pair) are shown as replaced. */
    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(steers(words, i) ? REPLACED : c);
            }
        }
    }

    private static boolean steers(String words, int at) {
        char c = words.charAt(at);
        boolean blank = c == '\n' || c == '\t';
        if (Character.isISOControl(c)) {
            return !blank;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= words.length() || !Character.isLowSurrogate(words.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(words.charAt(at - 1));
        }
        return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\uFFFE' || c == '\uFFFF';
    }

    /** @throws IllegalStateException where an element was left open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("left open: " + open);
        }
        return out.toString();
    }
}
