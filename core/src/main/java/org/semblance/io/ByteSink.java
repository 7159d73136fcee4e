package org.semblance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes that text is written into, in UTF-8, without making objects. */
public final class ByteSink {
    byte[] bytes;
    int size;

    /** @param capacity bytes to begin with; more are taken when needed */
    public ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    public int size() {
        return size;
    }

    public byte at(int place) {
        return bytes[place];
    }

    /** Overwrites a byte. */
    public void set(int place, int b) {
        bytes[place] = (byte) b;
    }

    /** Forgets all bytes behind the first {@code size}. */
    public void cut(int size) {
        this.size = size;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes from {@code from} to before {@code to} as a string. */
    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    public void put(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    public void put(byte[] more) {
        put(more, 0, more.length);
    }

    public void put(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from, bytes, size, to - from);
        size += to - from;
    }

    /** Bytes of another one, or of this one. */
    public void put(ByteSink other, int from, int to) {
        put(other.bytes, from, to);
    }

    /** A text; half a surrogate pair becomes '?'. */
    public void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number, at least 0, with at least {@code least} digits. */
    public void digits(long value, int least) {
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

    /** The last {@code width} digits of a whole number, with zeros in front where it has fewer. */
    public void lastDigits(long value, int width) {
        room(width);
        int at = size + width;
        size = at;
        long high = value;
        int low = at - width;
        while (high > Integer.MAX_VALUE && at > low) {
            bytes[--at] = (byte) ('0' + high % 10);
            high /= 10;
        }
        int rest = (int) high;
        while (at > low) {
            int tenth = rest / 10;
            bytes[--at] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
    }

    private static int width(long value) {
        int width = 1;
        for (long bound = 10; width < 19 && value >= bound; bound *= 10) {
            width++;
        }
        return width;
    }

    /** Whether one of the bytes from a place on is marked. */
    public boolean any(int from, boolean[] marked) {
        byte[] b = bytes;
        for (int i = from; i < size; i++) {
            if (marked[b[i] & 0xFF]) {
                return true;
            }
        }
        return false;
    }

    /** Puts the letters from a place on into small ones; false, and nothing is done, where some are not ASCII. */
    public boolean lower(int from) {
        if (!ascii(from)) {
            return false;
        }
        byte[] b = bytes;
        for (int i = from; i < size; i++) {
            b[i] += b[i] >= 'A' && b[i] <= 'Z' ? 'a' - 'A' : 0;
        }
        return true;
    }

    /** Puts the letters from a place on into capitals; false, and nothing is done, where some are not ASCII. */
    public boolean upper(int from) {
        if (!ascii(from)) {
            return false;
        }
        byte[] b = bytes;
        for (int i = from; i < size; i++) {
            b[i] -= b[i] >= 'a' && b[i] <= 'z' ? 'a' - 'A' : 0;
        }
        return true;
    }

    private boolean ascii(int from) {
        byte[] b = bytes;
        int all = 0;
        for (int i = from; i < size; i++) {
            all |= b[i];
        }
        return all >= 0;
    }

    /** Puts a sign before the last {@code places} bytes. */
    public void insert(int places, byte sign) {
        room(1);
        int from = size - places;
        System.arraycopy(bytes, from, bytes, from + 1, places);
        bytes[from] = sign;
        size++;
    }

    byte last() {
        return bytes[size - 1];
    }
}
