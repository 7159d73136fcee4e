package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Digits of a number, code or date are written wrong, or two neighbours exchanged. Each digit is wrong with the given
 * chance, and at least one is; the others of a code, letters too, stay. Cells without digits are not eligible. A date
 * stays a day of the calendar, less than a century off, wherever twenty draws find one.
 *
 * <p>Sources: a chance of .1 for each digit, pseudopeople 1.2 (write_wrong_digits); 4 of 10 errors in digits exchange two,
 * FEBRL's generator (dsgen: substitutions to transpositions of identifiers and phone numbers .5 : .4 and .4 : .3).
 */
final class Digits implements Corruption {
    record Options(
            @Option(value = "Chance of each digit to be wrong.", min = 0.001, max = 1)
            double each,

            @Option(
                    value = "Share of the changed cells in which two neighbours are exchanged instead.",
                    min = 0,
                    max = 1)
            double exchange) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "digits",
            "Digits of a number, code or date are wrong, or two neighbours exchanged.",
            new Options(0.1, 0.4),
            Digits::new);

    private static final int TRIES = 20;

    private final double each;
    private final double exchange;

    Digits(Options options) {
        each = options.each();
        exchange = options.exchange();
    }

    @Override
    public boolean fits(Variable variable) {
        Role role = variable.role();
        return role.isDigits() || role.isDate() || role == Role.ADDRESS || role == Role.TEXT;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        int digits = cell == null ? 0 : count(cell);
        if (cell == null || digits == 0) {
            return false;
        }
        DateText dates = row.dates(variable);
        long right = row.variables().get(variable).role().isDate() ? dates.day(cell) : DateText.NONE;
        StringBuilder text = row.text();
        for (int i = 0; i < TRIES; i++) {
            text.setLength(0);
            text.append(cell);
            if (!(rng.nextDouble() < exchange && exchange(text, rng))) {
                wrong(text, digits, rng);
            }
            if (right == DateText.NONE || plausible(dates.day(text.toString()), right)) {
                break;
            }
        }
        row.set(variable, text.toString());
        return true;
    }

    private static boolean plausible(long date, long right) {
        return date != DateText.NONE && Math.abs(DateText.year(date) - DateText.year(right)) < 100;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int count(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += digit(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    /** Exchanges two neighbours that differ; false where there are none. */
    private static boolean exchange(StringBuilder text, Rng rng) {
        int pairs = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs += pair(text, i) ? 1 : 0;
        }
        if (pairs == 0) {
            return false;
        }
        int left = rng.nextInt(pairs);
        int at = 0;
        while (!pair(text, at) || left-- > 0) {
            at++;
        }
        char first = text.charAt(at);
        text.setCharAt(at, text.charAt(at + 1));
        text.setCharAt(at + 1, first);
        return true;
    }

    private static boolean pair(CharSequence text, int i) {
        return digit(text.charAt(i)) && digit(text.charAt(i + 1)) && text.charAt(i) != text.charAt(i + 1);
    }

    /** Draws which of the digits are wrong until one is: the first, then each of those behind. */
    private void wrong(StringBuilder text, int digits, Rng rng) {
        double none = 1;
        for (int i = 0; i < digits; i++) {
            none *= 1 - each;
        }
        // The first wrong one: a geometric draw, given that there is one among them.
        double goal = rng.nextDouble() * (1 - none);
        double reach = 0;
        double right = 1;
        int seen = 0;
        boolean found = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!digit(c)) {
                continue;
            }
            seen++;
            reach += right * each;
            right *= 1 - each;
            if (found ? rng.nextDouble() < each : goal < reach || seen == digits) {
                found = true;
                text.setCharAt(i, Alphabet.other(c, rng));
            }
        }
    }
}
