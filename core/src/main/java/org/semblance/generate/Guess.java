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
 * stand at each place, or made-up words.
 */
public final class Guess {
    /** {@link Serial} starts at most here. */
    private static final long LARGEST = 1_000_000_000_000_000L;

    private Guess() {}

    /**
     * A text for {@link Makers#of}, whose values are none of these texts, but for a plain counter from 0 or 1, which tells
     * nothing. Cost: one pass over the dictionary.
     */
    public static String of(Kind kind, CodeColumn column) {
        List<String> texts = column.labels();
        if (kind == Kind.TEXT) {
            return "words" + Words.measure(texts);
        }
        if (texts.size() < Mask.ENOUGH) {
            return kind == Kind.KEY ? few(texts) : "pattern";
        }
        String serial = serial(texts);
        if (!serial.isEmpty()) {
            return serial;
        }
        if (kind == Kind.IDENTIFIER && texts.stream().filter(Guess::wordy).count() > 0.8 * texts.size()) {
            return "words" + Words.measure(texts);
        }
        return "pattern:" + Mask.other(texts);
    }

    /** Whether a text is of words: letters without digits, small ones among them. */
    private static boolean wordy(String text) {
        return text.chars().noneMatch(Character::isDigit) && text.chars().anyMatch(Character::isLowerCase);
    }

    /** Whether a maker's text is the counter that a plain counter is made by: from 0 or 1, without a prefix. */
    public static boolean counts(String maker) {
        return maker.equals("serial") || maker.equals("serial:0") || maker.equals("serial:1");
    }

    /**
     * A named maker made to fit the texts: telephone numbers and postcodes as they are written here, numbers of persons
     * with or without the century, names in the language that they are probably in, or else in the table's. Options that are given stay.
     */
    public static String fit(String maker, CodeColumn column, String language) {
        List<String> texts = column.labels();
        if (maker.indexOf(':') >= 0 || maker.indexOf('?') >= 0 && !maker.equals("national-id?locale=sv")) {
            return maker;
        }
        if ((maker.equals("phone") || maker.equals("postcode")) && texts.size() >= Mask.ENOUGH && alike(texts)) {
            String apart = Mask.apart(texts);
            if (!apart.isEmpty()) {
                return "pattern:" + apart;
            }
            if (maker.equals("postcode")) {
                // The code of a place: where all are in use, a new one equals a real one by chance.
                return "pattern:" + Mask.shape(texts);
            }
        }
        if (maker.startsWith("national-id")) {
            boolean century = !texts.isEmpty() && texts.get(0).length() > 11;
            return maker.equals("national-id") ? maker : maker + "&century=" + century;
        }
        Plugin<Maker> plugin = Makers.ALL.find(maker);
        boolean speaks = plugin.defaults() instanceof Listed.Options && !maker.equals("iban");
        String own = speaks ? Language.of(texts) : "en";
        String spoken = speaks && own.equals("en") ? language : own;
        return spoken.equals("en") ? maker : maker + "?locale=" + spoken;
    }

    /** The language of a table, from its names and addresses: the first column that is not in English says it. */
    public static String language(List<CodeColumn> columns) {
        return columns.stream()
                .map(column -> Language.of(column.labels()))
                .filter(language -> !language.equals("en"))
                .findFirst()
                .orElse("en");
    }

    /**
     * The language that names and addresses are probably in, from letters that few languages use, where at least a
     * twentieth of the texts have any; else "en".
     */
    public static String spoken(List<String> texts) {
        long foreign = texts.stream()
                .filter(text -> text.chars().anyMatch(c -> c > 127 && Character.isLetter(c)))
                .count();
        return 20 * foreign < texts.size() ? "en" : Language.of(texts);
    }

    /** Whether 4 of 5 texts have the length of the commonest. */
    private static boolean alike(List<String> texts) {
        Map<Integer, Integer> lengths = new HashMap<>();
        texts.forEach(text -> lengths.merge(text.length(), 1, Integer::sum));
        return Collections.max(lengths.values()) >= 0.8 * texts.size();
    }

    /** A counter above those of too few texts to show anything of. */
    private static String few(List<String> texts) {
        List<String> digits =
                texts.stream().filter(text -> text.matches("[0-9]{1,15}")).toList();
        String serial = digits.isEmpty() ? "serial" : serial(digits);
        return serial.isEmpty() ? "pattern" : serial;
    }

    /** {@code serial} where all are one prefix and whole numbers that lie close together; otherwise an empty text. */
    private static String serial(List<String> texts) {
        String prefix = prefix(texts);
        long least = Long.MAX_VALUE;
        long most = 0;
        int longest = 0;
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
            longest = Math.max(longest, digits.length());
            padded |= digits.length() > 1 && digits.charAt(0) == '0';
            sameLength &= text.length() == texts.get(0).length();
        }
        if (sameLength && most - least > 10L * texts.size() || prefix.matches(".*[&=?].*")) {
            return "";
        }
        if (prefix.isEmpty() && !padded && least <= 1 && most - least + 1 == texts.size()) {
            return "serial:" + least;
        }
        long start = above(least, most, texts.size(), longest);
        int width = padded && sameLength ? longest : 0;
        return start > LARGEST ? "" : "serial?start=" + start + "&prefix=" + prefix + "&width=" + width;
    }

    /**
     * A start above all numbers, and above those that the same counter may have given to rows that are not seen here:
     * the next power of ten where it has no more than {@code digits} digits, else the next number with one digit that is
     * not 0 where as many as the real ones fit below the end of that width, else the next power of ten all the same.
     */
    private static long above(long least, long most, int count, int digits) {
        long bound = most + (most - least) / 10 + 10;
        long power = 1;
        while (power < bound) {
            power *= 10;
        }
        long round = (bound + power / 10 - 1) / (power / 10) * (power / 10);
        boolean powerFits = String.valueOf(power + count).length() <= digits;
        boolean roundFits = String.valueOf(round + count).length() <= digits;
        return 1 + (roundFits && !powerFits ? round : power);
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
}
