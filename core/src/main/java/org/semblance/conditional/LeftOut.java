package org.semblance.conditional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events of several columns in few lines: what is said of several columns in the same words is one line, and so are
 * predictors that were left out for the same reason, whichever and of whichever column.
 */
public final class LeftOut {
    static final String CONSTANT = "constant";
    static final String LIKE = "like the target";
    static final String MADE = "made up of others";

    private static final String WITHOUT = ": without ";
    private static final int SHOWN = 5;

    private LeftOut() {}

    /** What an event says of predictors that a fit has left out. */
    static String words(String reason, List<String> predictors) {
        return reason + WITHOUT + some(predictors);
    }

    /**
     * An event of a column.
     *
     * @param method how the column is drawn, or empty
     */
    public record Said(String column, String method, String words) {
        private String key() {
            int at = words.indexOf(WITHOUT);
            return at < 0 ? words : words.substring(0, at + WITHOUT.length());
        }

        private boolean without() {
            return words.contains(WITHOUT);
        }

        private String predictors() {
            return words.substring(key().length());
        }
    }

    /** The lines, in the order in which what they say was first said. */
    public static List<String> lines(List<Said> all) {
        Map<String, List<Said>> same = new LinkedHashMap<>();
        all.forEach(
                one -> same.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
        return same.values().stream().map(LeftOut::line).toList();
    }

    private static String line(List<Said> same) {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        same.forEach(one -> columns.computeIfAbsent(one.column, column -> new LinkedHashSet<>())
                .add(one.without() ? one.predictors() : one.words));
        Said first = same.get(0);
        if (columns.size() == 1) {
            String words = first.without() ? first.key() + String.join(" or ", columns.get(first.column)) : first.words;
            return first.column + (first.method.isEmpty() ? "" : " (" + first.method + ")") + ": " + words
                    + (same.size() > 1 ? " (" + same.size() + " times)" : "");
        }
        if (!first.without()) {
            return some(List.copyOf(columns.keySet())) + ": " + first.words;
        }
        List<String> parts = columns.entrySet().stream()
                .map(one -> one.getKey() + " without " + String.join(" or ", one.getValue()))
                .toList();
        String key = first.key();
        return "predictors left out, " + key.substring(0, key.length() - WITHOUT.length()) + ": "
                + String.join("; ", parts.subList(0, Math.min(SHOWN, parts.size())))
                + (parts.size() > SHOWN ? "; some for " + (parts.size() - SHOWN) + " more" : "");
    }

    /** The first of some names, and how many more there are. */
    static String some(List<String> names) {
        int shown = Math.min(SHOWN, names.size());
        String first = String.join(", ", names.subList(0, shown));
        return names.size() > shown ? first + " and " + (names.size() - shown) + " more" : first;
    }
}
