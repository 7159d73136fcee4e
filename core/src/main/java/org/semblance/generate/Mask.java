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

    /** Of as many made as real texts in a space this many times the square, one in so many columns has a real one. */
    private static final double STRANGERS = 1000;

    /** Longer texts are made in a space this many times the number of real ones, which need not all have been seen. */
    private static final double ROOM = 100;

    private static final String DIGIT = "\\d";

    private Mask() {}

    /** The shape as it is: texts made in it may equal real ones. */
    static String shape(List<String> texts) {
        return encode(places(texts));
    }

    /**
     * The shape, where texts made in it hardly ever equal a real one: because it has room for far more texts, or with one
     * place narrowed to digits that no real text has there. Empty where neither is possible.
     */
    static String apart(List<String> texts) {
        List<String> places = places(texts);
        if (space(places) >= STRANGERS * texts.size() * texts.size()) {
            return encode(places);
        }
        String unused = "";
        int at = -1;
        for (int i = 0; i < places.size(); i++) {
            String here = places.get(i).equals(DIGIT) ? unused(texts, i) : "";
            if (here.length() > unused.length()) {
                unused = here;
                at = i;
            }
        }
        if (at < 0) {
            return "";
        }
        places.set(at, "[" + unused + "]");
        return space(places) >= 2.0 * texts.size() ? encode(places) : "";
    }

    /** As {@link #apart}; where that is not possible, with more digits than any real text has. */
    static String other(List<String> texts) {
        String apart = apart(texts);
        if (!apart.isEmpty()) {
            return apart;
        }
        List<String> places = places(texts);
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        int digit = places.contains(DIGIT) ? places.indexOf(DIGIT) : places.size();
        // Not 0: who reads them as numbers would find real ones again.
        places.add(digit, "[1-9]");
        while (places.size() <= Math.min(longest, LONGEST) || space(places) < ROOM * texts.size()) {
            places.add(digit + 1, DIGIT);
        }
        return encode(places);
    }

    private static List<String> places(List<String> texts) {
        List<String> group = group(texts);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < Math.min(LONGEST, group.get(0).length()); i++) {
            places.add(place(group, i));
        }
        return places;
    }

    /** How many texts there are of a shape. */
    private static double space(List<String> places) {
        double space = 1;
        for (String place : places) {
            space *= Shape.places(place).get(0).length();
        }
        return space;
    }

    /** The digits that no text has at that place. */
    private static String unused(List<String> texts, int position) {
        StringBuilder out = new StringBuilder("0123456789");
        for (String text : texts) {
            int found = position < text.length() ? out.indexOf(text.substring(position, position + 1)) : -1;
            if (found >= 0) {
                out.deleteCharAt(found);
            }
        }
        return out.toString();
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
