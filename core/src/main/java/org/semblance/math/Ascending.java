package org.semblance.math;

import java.util.Arrays;

/**
 * Sorts numbers in the order of {@link Arrays#sort(double[])}, several times faster where there are many: digit by digit
 * of their bits, least significant first (Knuth, The Art of Computer Programming, volume 3, section 5.2.5). Numbers of at
 * most four decimals, as most columns are, are sorted as whole numbers, by counting where their range is not wide.
 *
 * <p>Cost: at most 6 passes over the n numbers, as digits that all numbers share take none; 16 n bytes beside them.
 */
public final class Ascending {
    /** Fewer numbers are sorted as fast by comparing them. */
    static final int FEW = 3_000;

    private static final int BITS = 11;
    private static final int DIGITS = 6;
    private static final int SIZE = 1 << BITS;
    private static final int[] SCALES = {1, 10, 100, 1_000, 10_000};

    /** Whole numbers up to here are exact and leave room for their range in an {@code int}. */
    private static final int LARGEST = 1_000_000_000;

    /** So many values tell the decimals. */
    private static final int LOOKED_AT = 100;

    /** A range of so many times the numbers is counted. */
    private static final int WIDE = 4;

    private Ascending() {}

    /** Sorts in place, ascending; -0.0 comes before 0.0, NaN last. */
    public static void sort(double[] values) {
        if (values.length < FEW) {
            Arrays.sort(values);
        } else if (!sortedAsWhole(values)) {
            sortBits(values);
        }
    }

    private static void sortBits(double[] values) {
        long[] keys = new long[values.length];
        int[][] counts = new int[DIGITS][SIZE];
        for (int i = 0; i < keys.length; i++) {
            long key = ordered(Double.doubleToLongBits(values[i]));
            keys[i] = key;
            for (int d = 0; d < DIGITS; d++) {
                counts[d][(int) (key >>> d * BITS) & (SIZE - 1)]++;
            }
        }
        long[] other = new long[keys.length];
        for (int d = 0; d < DIGITS; d++) {
            int shift = d * BITS;
            if (counts[d][(int) (keys[0] >>> shift) & (SIZE - 1)] == keys.length) {
                continue;
            }
            int[] next = starts(counts[d]);
            for (long key : keys) {
                other[next[(int) (key >>> shift) & (SIZE - 1)]++] = key;
            }
            long[] dealt = other;
            other = keys;
            keys = dealt;
        }
        for (int i = 0; i < keys.length; i++) {
            values[i] = Double.longBitsToDouble(bits(keys[i]));
        }
    }

    private static int[] starts(int[] counts) {
        int[] next = new int[counts.length];
        for (int k = 1; k < next.length; k++) {
            next[k] = next[k - 1] + counts[k - 1];
        }
        return next;
    }

    /** Bits whose unsigned order is the order of the numbers: negative ones turned over, the others above them. */
    private static long ordered(long bits) {
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static long bits(long ordered) {
        return ordered ^ (~ordered >> 63 | Long.MIN_VALUE);
    }

    /** Sorts numbers that are whole ones divided by a power of ten, to the last bit; else does nothing. */
    private static boolean sortedAsWhole(double[] values) {
        int scale = scale(values);
        if (scale == 0) {
            return false;
        }
        int[] keys = new int[values.length];
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < keys.length; i++) {
            int key = (int) Math.rint(values[i] * scale);
            if (!is(values[i], key, scale)) {
                return false;
            }
            keys[i] = key;
            low = Math.min(low, key);
            high = Math.max(high, key);
        }
        if (high - low < (long) WIDE * keys.length) {
            count(keys, low, high - low + 1, scale, values);
        } else {
            deal(keys, low, high - low, scale, values);
        }
        return true;
    }

    private static int scale(double[] values) {
        for (int scale : SCALES) {
            int fit = 0;
            while (fit < LOOKED_AT && is(values[fit], (int) Math.rint(values[fit] * scale), scale)) {
                fit++;
            }
            if (fit == LOOKED_AT) {
                return scale;
            }
        }
        return 0;
    }

    /** Whether a number is that whole one divided by the scale, -0.0 excepted. */
    private static boolean is(double value, int key, double scale) {
        return Double.doubleToRawLongBits(key / scale) == Double.doubleToRawLongBits(value)
                && key <= LARGEST
                && key >= -LARGEST;
    }

    private static void count(int[] keys, int low, int range, double scale, double[] values) {
        int[] counts = new int[range];
        for (int key : keys) {
            counts[key - low]++;
        }
        int at = 0;
        for (int k = 0; k < range; k++) {
            if (counts[k] > 0) {
                Arrays.fill(values, at, at + counts[k], (k + low) / scale);
                at += counts[k];
            }
        }
    }

    private static void deal(int[] keys, int low, int range, double scale, double[] values) {
        int digits = (Integer.SIZE - Integer.numberOfLeadingZeros(range) + BITS - 1) / BITS;
        int[][] counts = new int[digits][SIZE];
        for (int key : keys) {
            for (int d = 0; d < digits; d++) {
                counts[d][key - low >>> d * BITS & (SIZE - 1)]++;
            }
        }
        int[] from = keys;
        int[] to = new int[keys.length];
        for (int d = 0; d < digits; d++) {
            int[] next = starts(counts[d]);
            int shift = d * BITS;
            for (int key : from) {
                to[next[key - low >>> shift & (SIZE - 1)]++] = key;
            }
            int[] dealt = to;
            to = from;
            from = dealt;
        }
        for (int i = 0; i < from.length; i++) {
            values[i] = from[i] / scale;
        }
    }
}
