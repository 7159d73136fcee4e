package org.semblance.table;

/**
 * How the values of a column were written, so that synthetic ones are written alike.
 *
 * @param decimals digits after the decimal sign (0 for whole numbers); negative where they vary: -1 for the shortest
 *     form of any length, -1 - k for at most k digits without closing zeros (see {@link #atMost})
 * @param decimalSign '.' or ','
 * @param groupSign what separates thousands, or '\0'
 * @param prefix text before every number ("$"), or empty
 * @param suffix text after every number ("%"), or empty
 * @param pattern of dates and times, as {@link java.time.format.DateTimeFormatter} understands it, or empty
 * @param missing how a missing value is written ("", "NA", "?")
 * @param maker what makes new values of an identifier, key or text: a generator's name with its parameter, or empty
 */
public record Format(
        int decimals,
        char decimalSign,
        char groupSign,
        String prefix,
        String suffix,
        String pattern,
        String missing,
        String maker) {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    public static final Format PLAIN = new Format(-1, '.', '\0', "", "", "", "", "");

    public Format decimals(int digits) {
        return new Format(digits, decimalSign, groupSign, prefix, suffix, pattern, missing, maker);
    }

    /** Numbers rounded to so many digits, at least 1, closing zeros left out. */
    public Format atMost(int digits) {
        return decimals(-1 - digits);
    }

    /** To how many digits after the decimal sign numbers are rounded; -1 where they are not. */
    public int rounding() {
        return decimals >= -1 ? decimals : -1 - decimals;
    }

    /** The value that the digits of this format stand for: rounded half up, as it is written. */
    public double rounded(double value) {
        int digits = rounding();
        double power = digits < 0 || digits > 15 ? Double.POSITIVE_INFINITY : POWERS[digits];
        double size = Math.abs(value) * power;
        return size < 0x1.0p53 ? Math.copySign(Math.floor(size + 0.5) / power, value) : value;
    }

    public Format signs(char decimal, char group) {
        return new Format(decimals, decimal, group, prefix, suffix, pattern, missing, maker);
    }

    public Format around(String before, String after) {
        return new Format(decimals, decimalSign, groupSign, before, after, pattern, missing, maker);
    }

    public Format pattern(String dates) {
        return new Format(decimals, decimalSign, groupSign, prefix, suffix, dates, missing, maker);
    }

    public Format missing(String token) {
        return new Format(decimals, decimalSign, groupSign, prefix, suffix, pattern, token, maker);
    }

    public Format maker(String name) {
        return new Format(decimals, decimalSign, groupSign, prefix, suffix, pattern, missing, name);
    }
}
