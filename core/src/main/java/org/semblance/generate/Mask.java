package org.semblance.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape that texts share, for {@link Pattern}: learnt from those of the commonest mask (digits, capitals, small
 * letters and other signs, place by place), or of the commonest length where no mask is common. A sign is kept as it is
 * only where all of at least {@link #ENOUGH} texts have it there.
 */
final class Mask {
    static final int ENOUGH = 5;
    private static final int LONGEST = 64;
    private static final double COMMON = 0.2;
    private static final String DIGIT = "\\d";

    private Mask() {}

    /**
     * The shape in which there are at least {@code room} times as many texts as real ones; digits are added where the
     * texts' own shape has fewer.
     */
    static String shape(List<String> texts, double room) {
        List<String> group = group(texts);
        List<String> places = new ArrayList<>();
        double space = 1;
        for (int i = 0; i < Math.min(LONGEST, group.get(0).length()); i++) {
            String place = place(group, i);
            places.add(place);
            space *= Shape.places(place).get(0).length();
        }
        int digit = places.contains(DIGIT) ? places.indexOf(DIGIT) : places.size();
        for (; space < room * texts.size(); space *= 10) {
            places.add(digit, DIGIT);
        }
        return encode(places);
    }

    private static List<String> group(List<String> texts) {
        Map<String, List<String>> byMask = new TreeMap<>();
        Map<Integer, List<String>> byLength = new TreeMap<>();
        for (String text : texts) {
            if (!text.isEmpty()) {
                byMask.computeIfAbsent(mask(text), m -> new ArrayList<>()).add(text);
                byLength.computeIfAbsent(text.length(), l -> new ArrayList<>()).add(text);
            }
        }
        if (byMask.isEmpty()) {
            return List.of("0");
        }
        List<String> masked = largest(byMask);
        return masked.size() >= Math.max(ENOUGH, COMMON * texts.size()) ? masked : largest(byLength);
    }

    private static List<String> largest(Map<?, List<String>> groups) {
        return Collections.max(groups.values(), (a, b) -> Integer.compare(a.size(), b.size()));
    }

    /** Digits as 9, capitals as A, other letters as a, everything else as it is. */
    private static String mask(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isDigit(c) ? '9' : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c);
        }
        return out.toString();
    }

    private static String place(List<String> texts, int position) {
        Map<Character, Integer> signs = new HashMap<>();
        for (String text : texts) {
            signs.merge(text.charAt(position), 1, Integer::sum);
        }
        if (signs.size() == 1 && texts.size() >= ENOUGH) {
            char sign = texts.get(0).charAt(position);
            return Character.isLetterOrDigit(sign) || sign == ' ' || sign == '-' ? String.valueOf(sign) : "\\" + sign;
        }
        boolean upper = signs.keySet().stream().anyMatch(Character::isUpperCase);
        boolean lower = signs.keySet().stream().anyMatch(c -> Character.isLetter(c) && !Character.isUpperCase(c));
        boolean digit = signs.keySet().stream().anyMatch(Character::isDigit);
        if (digit && !upper && !lower) {
            return DIGIT;
        }
        String classes = (upper ? "A-Z" : "") + (lower ? "a-z" : "") + (digit ? "0-9" : "");
        return "[" + (classes.isEmpty() ? "a-z" : classes) + "]";
    }

    private static String encode(List<String> places) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < places.size(); ) {
            int end = i;
            while (end < places.size() && places.get(end).equals(places.get(i))) {
                end++;
            }
            out.append(places.get(i)).append(end - i > 1 ? "{" + (end - i) + "}" : "");
            i = end;
        }
        return out.toString();
    }
}
