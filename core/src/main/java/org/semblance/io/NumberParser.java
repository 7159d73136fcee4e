package org.semblance.io;

import java.nio.charset.StandardCharsets;

/**
 * Reads numbers of one style from bytes and remembers how they were written. Up to 2^53 with at most 22 decimals it is
 * exact by one division (Clinger 1990, doi:10.1145/93542.93557); everything else goes to {@link Double#parseDouble}.
 */
final class NumberParser {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;

    /** Whole numbers of so many digits need no care. */
    private static final int SHORT = 15;

    private final byte decimal;
    private final byte[] group;
    private final byte[] prefix;
    private final byte[] suffix;

    /** The most and the fewest decimals met. */
    int mostDecimals;

    int fewestDecimals = Integer.MAX_VALUE;

    /** Whether an exponent was met. */
    boolean exponents;

    /** Whether all numbers met were whole. */
    boolean whole = true;

    NumberParser(NumberStyle style) {
        decimal = (byte) style.decimal();
        group = style.group() == '\0' ? new byte[0] : bytes(String.valueOf(style.group()));
        prefix = bytes(style.prefix());
        suffix = bytes(style.suffix());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The number, or NaN where the text is not one of this style: also with leading zeros, or whole beyond 2^53. */
    double parse(byte[] b, int from, int to) {
        int i = from;
        int end = to;
        boolean negative = false;
        boolean signed = false;
        if (i < end && (b[i] == '-' || b[i] == '+')) {
            negative = b[i] == '-';
            signed = true;
            i++;
        }
        if (prefix.length > 0) {
            if (!at(b, i, end, prefix)) {
                return Double.NaN;
            }
            i += prefix.length;
            if (!signed && i < end && b[i] == '-') {
                negative = true;
                i++;
            }
        }
        if (suffix.length > 0) {
            end -= suffix.length;
            if (end < i || !at(b, end, to, suffix)) {
                return Double.NaN;
            }
        }
        if (i + 1 < end && b[i] == '0' && b[i + 1] >= '0' && b[i + 1] <= '9') {
            return Double.NaN;
        }
        if (signed && !negative && end - i > 7) {
            return Double.NaN; // a plus and many digits: a telephone number
        }
        double value = digits(b, i, end);
        return negative ? 0.0 - value : value;
    }

    private double digits(byte[] b, int from, int end) {
        long plain = 0;
        int at = from;
        while (at < end && b[at] >= '0' && b[at] <= '9') {
            plain = plain * 10 + (b[at++] - '0');
        }
        if (at == end && end > from && end - from <= SHORT) {
            fewestDecimals = 0;
            return plain;
        }
        return general(b, from, end);
    }

    private double general(byte[] b, int from, int end) {
        long mantissa = 0;
        int significant = 0;
        int decimals = 0;
        boolean any = false;
        boolean point = false;
        int groupStart = -1;
        int i = from;
        for (; i < end; i++) {
            int digit = b[i] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                if (significant < 18) {
                    mantissa = mantissa * 10 + digit;
                }
                significant += mantissa == 0 ? 0 : 1;
                decimals += point ? 1 : 0;
            } else if (b[i] == decimal && !point) {
                if (groupStart >= 0 && i - groupStart != 3) {
                    return Double.NaN;
                }
                point = true;
            } else if (group.length > 0 && !point && at(b, i, end, group)) {
                boolean placed = groupStart < 0 ? i > from && i - from <= 3 : i - groupStart == 3;
                if (!placed) {
                    return Double.NaN;
                }
                i += group.length - 1;
                groupStart = i + 1;
            } else if ((b[i] == 'e' || b[i] == 'E') && any) {
                return exponent(b, from, i, end);
            } else {
                return Double.NaN;
            }
        }
        boolean cut = groupStart >= 0 && !point && end - groupStart != 3;
        if (!any || cut || (!point && (significant > 18 || mantissa > EXACT))) {
            return Double.NaN;
        }
        double value;
        if (significant <= 18 && mantissa <= EXACT && decimals <= 22) {
            value = mantissa / POWERS[decimals];
        } else {
            value = slow(b, from, end);
        }
        met(value, decimals);
        return value;
    }

    private void met(double value, int decimals) {
        mostDecimals = Math.max(mostDecimals, decimals);
        fewestDecimals = Math.min(fewestDecimals, decimals);
        whole &= decimals == 0 || value == Math.rint(value);
    }

    private double exponent(byte[] b, int from, int e, int end) {
        int i = e + 1;
        if (i < end && (b[i] == '-' || b[i] == '+')) {
            i++;
        }
        if (i >= end || end - i > 3) {
            return Double.NaN;
        }
        for (int k = i; k < end; k++) {
            if (b[k] < '0' || b[k] > '9') {
                return Double.NaN;
            }
        }
        double value = slow(b, from, end);
        if (Double.isInfinite(value)) {
            return Double.NaN;
        }
        exponents = true;
        whole = whole && value == Math.rint(value) && Math.abs(value) <= EXACT;
        return value;
    }

    private double slow(byte[] b, int from, int end) {
        StringBuilder text = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            if (b[i] == decimal) {
                text.append('.');
            } else if ((b[i] >= '0' && b[i] <= '9') || b[i] == 'e' || b[i] == 'E' || b[i] == '-' || b[i] == '+') {
                text.append((char) b[i]);
            }
        }
        return Double.parseDouble(text.toString());
    }

    /** Takes over what another parser of the same column met. */
    void merge(NumberParser other) {
        mostDecimals = Math.max(mostDecimals, other.mostDecimals);
        fewestDecimals = Math.min(fewestDecimals, other.fewestDecimals);
        exponents |= other.exponents;
        whole &= other.whole;
    }

    private static boolean at(byte[] b, int i, int end, byte[] expected) {
        if (i + expected.length > end) {
            return false;
        }
        for (int k = 0; k < expected.length; k++) {
            if (b[i + k] != expected[k]) {
                return false;
            }
        }
        return true;
    }
}
