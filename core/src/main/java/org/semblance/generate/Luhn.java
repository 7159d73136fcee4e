package org.semblance.generate;

/** Luhn's check digit, modulo 10 with every second digit doubled. Source: ISO/IEC 7812-1:2017, annex B. */
public final class Luhn {
    private Luhn() {}

    /** The digit that makes a number of digits valid when it is put behind them; zeros in front change nothing. */
    public static int digit(long digits) {
        int sum = 0;
        boolean twice = true;
        for (long rest = digits; rest > 0; rest /= 10) {
            int digit = (int) (rest % 10) * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return (10 - sum % 10) % 10;
    }
}
