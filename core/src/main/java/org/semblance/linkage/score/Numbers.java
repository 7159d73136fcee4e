package org.semblance.linkage.score;

import java.util.Arrays;

/** A growing run of whole numbers. */
final class Numbers {
    private static final int MOST = Integer.MAX_VALUE - 16;

    int[] values;
    int size;

    Numbers(int capacity) {
        values = new int[capacity];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, larger(size));
        }
        values[size++] = value;
    }

    /** Puts a value at a place; places between are filled with -1. */
    void put(int index, int value) {
        if (index >= size) {
            if (index >= values.length) {
                values = Arrays.copyOf(values, Math.max(index + 1, larger(values.length)));
            }
            if (index > size) {
                Arrays.fill(values, size, index, -1);
            }
            size = index + 1;
        }
        values[index] = value;
    }

    /** Makes room for so many in all. */
    void expect(long count) {
        if (count > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(MOST, count));
        }
    }

    /** The value at a place, or -1. */
    int get(int index) {
        return index < size ? values[index] : -1;
    }

    int[] trimmed(int length) {
        if (length == values.length && size == length) {
            return values;
        }
        int[] out = Arrays.copyOf(values, length);
        if (length > size) {
            Arrays.fill(out, size, length, -1);
        }
        return out;
    }

    static int larger(int capacity) {
        return (int) Math.min(MOST, capacity + (capacity >> 1) + 16L);
    }
}
