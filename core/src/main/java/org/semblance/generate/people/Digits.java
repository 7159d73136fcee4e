package org.semblance.generate.people;

/** A text under construction out of digits and signs; cheaper than formatting. */
final class Digits {
    private static final int NUMBER = 32;

    private final char[] signs;
    private int length;

    Digits() {
        this(NUMBER);
    }

    Digits(int most) {
        signs = new char[most];
    }

    Digits add(String text) {
        text.getChars(0, text.length(), signs, length);
        length += text.length();
        return this;
    }

    Digits add(String text, int from, int to) {
        text.getChars(from, to, signs, length);
        length += to - from;
        return this;
    }

    Digits add(char sign) {
        signs[length++] = sign;
        return this;
    }

    /** A number with zeros in front. */
    Digits add(long number, int width) {
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            signs[length + i] = (char) ('0' + rest % 10);
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

    Digits clear() {
        length = 0;
        return this;
    }

    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(signs, 0, length);
    }
}
