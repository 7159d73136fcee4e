package org.semblance.project.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patterns of dates as Python's strftime has them ({@code %Y-%m-%d}) and as we have them ({@code yyyy-MM-dd}). */
final class SdvDates {
    private static final Map<String, String> DIRECTIVES = directives();

    private SdvDates() {}

    private static Map<String, String> directives() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("%Y", "yyyy");
        all.put("%y", "yy");
        all.put("%m", "MM");
        all.put("%-m", "M");
        all.put("%B", "MMMM");
        all.put("%b", "MMM");
        all.put("%d", "dd");
        all.put("%-d", "d");
        all.put("%H", "HH");
        all.put("%-H", "H");
        all.put("%I", "hh");
        all.put("%-I", "h");
        all.put("%M", "mm");
        all.put("%S", "ss");
        all.put("%f", "SSSSSS");
        all.put("%p", "a");
        return all;
    }

    /** Ours, or null where a directive has no counterpart. */
    static @Nullable String pattern(String strftime) {
        String plain =
                strftime.replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S").replace("%D", "%m/%d/%y");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            if (plain.charAt(i) != '%') {
                char c = plain.charAt(i++);
                out.append(Character.isLetter(c) ? "'" + c + "'" : c == '\'' ? "''" : String.valueOf(c));
                continue;
            }
            int end = i + (plain.startsWith("%-", i) ? 3 : 2);
            String ours = end > plain.length() ? null : DIRECTIVES.get(plain.substring(i, end));
            if (ours == null) {
                return null;
            }
            out.append(ours);
            i = end;
        }
        // Letters side by side were quoted one by one.
        return out.toString().replace("''", "");
    }

    /** Theirs, or null where a part may be left out or has no counterpart. */
    static @Nullable String strftime(String pattern) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            if (c == '[' || c == ']') {
                return null;
            }
            if (c == '\'') {
                int close = pattern.indexOf('\'', i + 1);
                out.append(
                        close == i + 1 ? "'" : pattern.substring(i + 1, close).replace("%", "%%"));
                i = close + 1;
                continue;
            }
            int end = i;
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            String ours = pattern.substring(i, end);
            String theirs = !Character.isLetter(c) ? ours : c == 'S' ? "%f" : directive(ours);
            if (theirs == null) {
                return null;
            }
            out.append(theirs);
            i = end;
        }
        return out.toString();
    }

    private static @Nullable String directive(String ours) {
        return DIRECTIVES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(ours))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
