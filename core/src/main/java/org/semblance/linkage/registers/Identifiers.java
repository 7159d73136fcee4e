package org.semblance.linkage.registers;

import java.nio.charset.StandardCharsets;
import org.semblance.generate.Permutation;
import org.semblance.io.ByteSink;
import org.semblance.random.Rng;

/**
 * Identifiers of one form, one for each person and each another: a keyed permutation of all there are. In the form, 0 is
 * any digit, A any capital letter and # a check digit over the digits before it, by Luhn's rule (ISO/IEC 7812-1).
 */
final class Identifiers {
    private static final double MOST = 1L << 61;

    private final byte[] signs;
    private final Permutation numbers;

    Identifiers(String form, Rng rng) {
        signs = form.getBytes(StandardCharsets.UTF_8);
        numbers = new Permutation((long) Math.min(MOST, capacity(form)), rng);
    }

    /** How many identifiers of a form there are. */
    static double capacity(String form) {
        double all = 1;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            all *= c == '0' ? 10 : c == 'A' ? 26 : 1;
        }
        return all;
    }

    /** Writes the identifier of a person, by the number in the population. */
    void write(long person, ByteSink out) {
        long rest = numbers.at(person);
        int start = out.size();
        out.put(signs, 0, signs.length);
        boolean checked = false;
        for (int i = signs.length - 1; i >= 0; i--) {
            if (signs[i] == '0') {
                out.set(start + i, (int) ('0' + rest % 10));
                rest /= 10;
            } else if (signs[i] == 'A') {
                out.set(start + i, (int) ('A' + rest % 26));
                rest /= 26;
            }
            checked |= signs[i] == '#';
        }
        for (int i = 0; checked && i < signs.length; i++) {
            if (signs[i] == '#') {
                out.set(start + i, check(out, start, start + i));
            }
        }
    }

    /** The digit that makes the sum of the digits up to it, every second one doubled, a multiple of ten. */
    private static int check(ByteSink text, int start, int at) {
        int sum = 0;
        boolean twice = true;
        for (int i = at - 1; i >= start; i--) {
            int digit = text.at(i) - '0';
            if (digit < 0 || digit > 9) {
                continue;
            }
            digit *= twice ? 2 : 1;
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return '0' + (10 - sum % 10) % 10;
    }
}
