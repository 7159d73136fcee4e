package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.table.Metadata;

/** Finds what is {@link Gathered} in the texts of rules, where it stands among other things. */
final class GatheredText {
    private static final Pattern START = Pattern.compile("(?<![\\p{L}\\p{N}_.])(sum|count|min|max|mean)\\s*\\(");

    private GatheredText() {}

    /** All of a text, list or map. */
    static List<Gathered> in(Object value, String table, Metadata metadata) {
        List<Gathered> out = new ArrayList<>();
        if (value instanceof String text) {
            for (int[] place : places(text, table, metadata)) {
                Gathered one = Gathered.of(text.substring(place[0], place[1]), table, metadata);
                if (one != null) {
                    out.add(one);
                }
            }
        } else if (value instanceof List<?> list) {
            list.forEach(one -> out.addAll(in(one, table, metadata)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                out.addAll(in(key, table, metadata));
                out.addAll(in(one, table, metadata));
            });
        }
        return out;
    }

    /** The same value with what is gathered as names: in backticks where it stands in an expression. */
    static Object quoted(Object value, String table, Metadata metadata) {
        if (value instanceof String text) {
            StringBuilder out = new StringBuilder();
            int from = 0;
            for (int[] place : places(text, table, metadata)) {
                boolean whole = place[0] == 0 && place[1] == text.length();
                boolean ticks = place[0] > 0 && text.charAt(place[0] - 1) == '`';
                String name = text.substring(place[0], place[1]).replace("`", "");
                out.append(text, from, place[0]).append(whole || ticks ? name : "`" + name + "`");
                from = place[1];
            }
            return out.append(text.substring(from)).toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> quoted(one, table, metadata)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> out = new LinkedHashMap<>();
            map.forEach(
                    (key, one) -> out.put(String.valueOf(quoted(key, table, metadata)), quoted(one, table, metadata)));
            return out;
        }
        return value;
    }

    /** From where to where; none within another. */
    private static List<int[]> places(String text, String table, Metadata metadata) {
        List<int[]> out = new ArrayList<>();
        Matcher start = START.matcher(text);
        for (int from = 0; start.find(from); ) {
            int end = end(text, start.end());
            boolean gathered = end > 0 && Gathered.of(text.substring(start.start(), end), table, metadata) != null;
            if (gathered) {
                out.add(new int[] {start.start(), end});
            }
            from = gathered ? end : start.end();
        }
        return out;
    }

    /** Behind the bracket that closes one, or -1. */
    private static int end(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
