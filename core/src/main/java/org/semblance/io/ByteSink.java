package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes that text is written into without making objects. */
final class ByteSink {
    byte[] bytes;
    int size;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    void put(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    void put(byte[] more) {
        if (more.length == 0) {
            return;
        }
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number, at least 0, with at least {@code least} digits. */
    void digits(long value, int least) {
        int width = Math.max(least, width(value));
        room(width);
        int at = size + width;
        long high = value;
        while (high > Integer.MAX_VALUE) {
            bytes[--at] = (byte) ('0' + high % 10);
            high /= 10;
        }
        int rest = (int) high;
        while (at > size) {
            int tenth = rest / 10;
            bytes[--at] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
        size += width;
    }

    private static int width(long value) {
        int width = 1;
        for (long bound = 10; width < 19 && value >= bound; bound *= 10) {
            width++;
        }
        return width;
    }

    /** Puts a sign before the last {@code places} bytes. */
    void insert(int places, byte sign) {
        room(1);
        int from = size - places;
        for (int i = size; i > from; i--) {
            bytes[i] = bytes[i - 1];
        }
        bytes[from] = sign;
        size++;
    }

    byte last() {
        return bytes[size - 1];
    }
}
