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
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number, at least 0, with at least {@code least} digits. */
    void digits(long value, int least) {
        room(20 + least);
        int width = 1;
        for (long v = value; v >= 10; v /= 10) {
            width++;
        }
        width = Math.max(width, least);
        long v = value;
        for (int i = size + width - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + v % 10);
            v /= 10;
        }
        size += width;
    }
}
