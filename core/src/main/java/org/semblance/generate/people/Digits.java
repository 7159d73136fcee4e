package org.semblance.generate.people;

import java.nio.charset.StandardCharsets;

/** A text under construction out of digits and signs of ASCII; cheaper than formatting. */
final class Digits {
    private static final int MOST = 32;

    private final byte[] signs = new byte[MOST];
    private int length;

    Digits add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return this;
    }

    Digits add(char sign) {
        signs[length++] = (byte) sign;
        return this;
    }

    /** A number with zeros in front. */
    Digits add(long number, int width) {
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            signs[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
        return this;
    }

    /** The digit at a place. */
    int at(int place) {
        return signs[place] - '0';
    }

    /** The digits times weights, from a place on. */
    int sum(int from, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += at(from + i) * weights[i];
        }
        return sum;
    }

    @Override
    public String toString() {
        return new String(signs, 0, length, StandardCharsets.ISO_8859_1);
    }
}
