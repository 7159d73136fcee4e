package org.semblance.linkage;

import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/**
 * Where in a cell an error falls: long words have more of them, and within a word they fall as observed. The first
 * letter is wrong in 7.8 % of misspellings, the second in 11.7 %, the third in 19.2 % (Pollock and Zamora 1984,
 * doi:10.1145/358027.358048, whose words are long); the rest is spread evenly over the letters behind. In words of fewer
 * than eight letters, each letter behind the third weighs as in one of eight.
 */
final class Places {
    /** Whether an error can be at a place. */
    interface Test {
        boolean at(CharSequence text, int place);
    }

    static final int NONE = -1;
    private static final double[] FIRST = {0.078, 0.117, 0.192};
    private static final double REST = 0.613;
    private static final int USUAL = 8;
    private static final int TRIES = 4;
    private static final int SHORT = 24;
    /** By length of a word: the sums of the weights up to each place. */
    private static final double[][] REACH = reach();

    private Places() {}

    /** A place that allows it, or {@link #NONE}. */
    static int draw(CharSequence text, Rng rng, Test test) {
        int length = text.length();
        // One word, the usual case: draw until a place allows it, and look at all only where that takes long.
        for (int i = 0; i < TRIES && length < SHORT && word(text); i++) {
            double[] reach = REACH[length];
            double u = rng.nextDouble() * reach[length - 1];
            int place = 0;
            while (place < length - 1 && u >= reach[place]) {
                place++;
            }
            if (test.at(text, place)) {
                return place;
            }
        }
        double total = walk(text, test, Double.POSITIVE_INFINITY, null);
        if (total == 0) {
            return NONE;
        }
        int[] found = {NONE};
        walk(text, test, rng.nextDouble() * total, found);
        return found[0];
    }

    private static boolean word(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!inWord(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 0;
    }

    private static double[][] reach() {
        double[][] out = new double[SHORT][];
        for (int length = 0; length < SHORT; length++) {
            out[length] = new double[length];
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += weight(i, length);
                out[length][i] = sum;
            }
        }
        return out;
    }

    /** Adds weights until they pass {@code goal}; the place where they do, or the last possible one, is put in found. */
    private static double walk(CharSequence text, Test test, double goal, int @Nullable [] found) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!inWord(text.charAt(i))) {
                continue;
            }
            int start = i;
            int end = i + 1;
            while (end < text.length() && inWord(text.charAt(end))) {
                end++;
            }
            double scale = (end - start) / whole(end - start);
            for (; i < end; i++) {
                if (test.at(text, i)) {
                    sum += scale * weight(i - start, end - start);
                    if (found != null) {
                        found[0] = i;
                    }
                    if (sum > goal) {
                        return sum;
                    }
                }
            }
        }
        return sum;
    }

    /** The weight of a place in a word of so many letters. */
    static double weight(int place, int length) {
        return place < FIRST.length ? FIRST[place] : REST / (Math.max(USUAL, length) - FIRST.length);
    }

    /** The weights of all places of a word. */
    private static double whole(int length) {
        double sum = 0;
        for (int i = 0; i < Math.min(length, FIRST.length); i++) {
            sum += FIRST[i];
        }
        return length <= FIRST.length ? sum : sum + (length - FIRST.length) * weight(FIRST.length, length);
    }

    static boolean inWord(char c) {
        return c >= 'a' && c <= 'z' || c != ' ' && Character.isLetterOrDigit(c);
    }
}
