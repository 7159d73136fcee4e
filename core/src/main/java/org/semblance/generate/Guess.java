package org.semblance.generate;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.plugin.Plugin;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;

/**
 * The maker of a column whose format names none, from what its texts look like: a counter, a pattern of the signs that
 * stand at each place, or made-up words. A sign is kept as it is only where all of at least 5 texts have it there.
 */
public final class Guess {
    private static final int ENOUGH = 5;
    private static final int LONGEST = 64;
    private static final double ROOM = 100;

    private Guess() {}

    /** A text for {@link Makers#of}. Cost: one pass over the dictionary. */
    public static String of(Kind kind, CodeColumn column) {
        List<String> texts = column.labels();
        if (kind == Kind.TEXT) {
            return "words" + Words.measure(texts);
        }
        if (texts.size() < ENOUGH) {
            return kind == Kind.KEY ? "serial" : "pattern";
        }
        if (kind == Kind.KEY) {
            String serial = serial(texts);
            if (!serial.isEmpty()) {
                return serial;
            }
        }
        return "pattern:" + (kind == Kind.KEY ? pattern(texts) : roomy(pattern(texts), texts.size()));
    }

    /** The pattern with as many more digits as leave few of its texts to the real ones: 1 of 100 at most. */
    private static String roomy(String pattern, int texts) {
        double space = 1;
        for (String signs : Shape.places(pattern)) {
            space *= signs.length();
        }
        int more = 0;
        while (space < ROOM * texts) {
            space *= 10;
            more++;
        }
        int digits = pattern.indexOf("\\d");
        String extra = more == 0 ? "" : "\\d{" + more + "}";
        return digits < 0 ? pattern + extra : pattern.substring(0, digits) + extra + pattern.substring(digits);
    }

    /**
     * A named maker made to fit the texts: telephone numbers and postcodes as they are written here, numbers of persons
     * with or without the century, names in the language that they are probably in. Options that are given stay.
     */
    public static String fit(String maker, CodeColumn column) {
        List<String> texts = column.labels();
        if (maker.indexOf(':') >= 0 || maker.indexOf('?') >= 0 && !maker.equals("national-id?locale=sv")) {
            return maker;
        }
        if ((maker.equals("phone") || maker.equals("postcode")) && texts.size() >= ENOUGH && alike(texts)) {
            return "pattern:" + pattern(texts);
        }
        if (maker.startsWith("national-id")) {
            boolean century = !texts.isEmpty() && texts.get(0).length() > 11;
            return maker.equals("national-id") ? maker : maker + "&century=" + century;
        }
        Plugin<Maker> plugin = Makers.ALL.find(maker);
        boolean speaks = plugin.defaults() instanceof Listed.Options && !maker.equals("iban");
        String language = speaks ? Language.of(texts) : "en";
        return language.equals("en") ? maker : maker + "?locale=" + language;
    }

    /** Whether 4 of 5 texts have the length of the commonest. */
    private static boolean alike(List<String> texts) {
        Map<Integer, Integer> lengths = new HashMap<>();
        texts.forEach(text -> lengths.merge(text.length(), 1, Integer::sum));
        return Collections.max(lengths.values()) >= 0.8 * texts.size();
    }

    /** {@code serial} where all are one prefix and whole numbers that lie close together; otherwise an empty text. */
    private static String serial(List<String> texts) {
        String prefix = prefix(texts);
        long least = Long.MAX_VALUE;
        long most = 0;
        boolean padded = false;
        boolean sameLength = true;
        for (String text : texts) {
            String digits = text.substring(prefix.length());
            if (digits.isEmpty() || digits.length() > 15 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return "";
            }
            long number = Long.parseLong(digits);
            least = Math.min(least, number);
            most = Math.max(most, number);
            padded |= digits.length() > 1 && digits.charAt(0) == '0';
            sameLength &= text.length() == texts.get(0).length();
        }
        if (sameLength && most - least > 10L * texts.size() || prefix.matches(".*[&=?].*")) {
            return "";
        }
        int width = padded && sameLength ? texts.get(0).length() - prefix.length() : 0;
        long start = 1;
        while (width == 0 && start * 10 <= least) {
            start *= 10;
        }
        return "serial?start=" + (start == 1 ? 1 : start + 1) + "&prefix=" + prefix + "&width=" + width;
    }

    /** What all texts begin with, up to the first digit. */
    private static String prefix(List<String> texts) {
        String shared = texts.get(0);
        for (String text : texts) {
            int length = 0;
            while (length < Math.min(shared.length(), text.length()) && shared.charAt(length) == text.charAt(length)) {
                length++;
            }
            shared = shared.substring(0, length);
        }
        int digit = 0;
        while (digit < shared.length() && !Character.isDigit(shared.charAt(digit))) {
            digit++;
        }
        return shared.substring(0, digit);
    }

    private static String pattern(List<String> texts) {
        int[] lengths = new int[LONGEST + 1];
        for (String text : texts) {
            lengths[Math.min(text.length(), LONGEST)]++;
        }
        int length = 1;
        for (int l = 1; l <= LONGEST; l++) {
            length = lengths[l] > lengths[length] ? l : length;
        }
        StringBuilder out = new StringBuilder();
        String last = "";
        int times = 0;
        for (int i = 0; i < length; i++) {
            String place = place(texts, i, length);
            if (!place.equals(last)) {
                append(out, last, times);
                times = 0;
            }
            last = place;
            times++;
        }
        append(out, last, times);
        return out.toString();
    }

    private static void append(StringBuilder out, String place, int times) {
        out.append(times == 0 ? "" : times == 1 ? place : place + "{" + times + "}");
    }

    private static String place(List<String> texts, int position, int length) {
        Map<Character, Integer> signs = new HashMap<>();
        int count = 0;
        for (String text : texts) {
            if (text.length() == length) {
                signs.merge(text.charAt(position), 1, Integer::sum);
                count++;
            }
        }
        if (signs.size() == 1 && count >= ENOUGH) {
            char sign = signs.keySet().iterator().next();
            return Character.isLetterOrDigit(sign) || sign == ' ' || sign == '-' ? String.valueOf(sign) : "\\" + sign;
        }
        boolean upper = signs.keySet().stream().anyMatch(Character::isUpperCase);
        boolean lower = signs.keySet().stream().anyMatch(c -> Character.isLetter(c) && !Character.isUpperCase(c));
        boolean digit = signs.keySet().stream().anyMatch(Character::isDigit);
        if (digit && !upper && !lower) {
            return "\\d";
        }
        String classes = (upper ? "A-Z" : "") + (lower ? "a-z" : "") + (digit ? "0-9" : "");
        return "[" + (classes.isEmpty() ? "a-z" : classes) + "]";
    }
}
