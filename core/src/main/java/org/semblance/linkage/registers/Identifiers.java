package org.semblance.linkage.registers;

import org.semblance.generate.Permutation;
import org.semblance.random.Rng;

/**
 * Identifiers of one form, one for each person and each another: a keyed permutation of all there are. In the form, 0 is
 * any digit, A any capital letter and # a check digit over the digits before it, by Luhn's rule (ISO/IEC 7812-1).
 */
final class Identifiers {
    private static final double MOST = 1L << 61;

    private final String form;
    private final Permutation numbers;

    Identifiers(String form, Rng rng) {
        this.form = form;
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

    /** The identifier of a person, by the number in the population. */
    String of(long person) {
        long rest = numbers.at(person);
        char[] out = form.toCharArray();
        for (int i = out.length - 1; i >= 0; i--) {
            if (out[i] == '0') {
                out[i] = (char) ('0' + rest % 10);
                rest /= 10;
            } else if (out[i] == 'A') {
                out[i] = (char) ('A' + rest % 26);
                rest /= 26;
            }
        }
        for (int i = 0; i < out.length; i++) {
            if (form.charAt(i) == '#') {
                out[i] = check(out, i);
            }
        }
        return new String(out);
    }

    /** The digit that makes the sum of the digits up to it, every second one doubled, a multiple of ten. */
    private static char check(char[] text, int at) {
        int sum = 0;
        boolean twice = true;
        for (int i = at - 1; i >= 0; i--) {
            if (text[i] < '0' || text[i] > '9') {
                continue;
            }
            int digit = (text[i] - '0') * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
