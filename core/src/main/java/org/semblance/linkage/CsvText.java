package org.semblance.linkage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated text in UTF-8, collected without making objects. A missing cell is nothing at all and an empty
 * text is two quotes, so that the two are told apart. Quotes stand around cells with a comma, quote or line break in
 * them, or a space at an end; around no others. Lines end with a line feed. Half a surrogate pair becomes '?'.
 */
public final class CsvText {
    /** Letters that are written as they are, whatever stands around them; a space only between others. */
    private static final boolean[] PLAIN = plain();

    private byte[] bytes;
    private int size;
    private boolean inRow;

    public CsvText() {
        this(1 << 16);
    }

    /** @param capacity bytes to begin with; more are taken when needed */
    public CsvText(int capacity) {
        bytes = new byte[capacity];
    }

    /** A cell behind those of the row so far; null is a missing one. */
    public CsvText cell(@Nullable String text) {
        comma();
        if (text != null) {
            bare(text);
        }
        return this;
    }

    public CsvText cell(long number) {
        comma();
        if (number == Long.MIN_VALUE) {
            bare(String.valueOf(number));
            return this;
        }
        room(20);
        if (number < 0) {
            bytes[size++] = '-';
        }
        long rest = Math.abs(number);
        int width = 1;
        for (long bound = 10; width < 19 && rest >= bound; bound *= 10) {
            width++;
        }
        for (int at = size + width; at > size; rest /= 10) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
        size += width;
        return this;
    }

    /** Ends the row. */
    public CsvText row() {
        room(1);
        bytes[size++] = '\n';
        inRow = false;
        return this;
    }

    public int size() {
        return size;
    }

    /** Forgets all rows. */
    public void clear() {
        size = 0;
        inRow = false;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Bytes as they are. */
    void raw(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from, bytes, size, to - from);
        size += to - from;
    }

    /** The text as a cell, without a comma before it. */
    void bare(String text) {
        int length = text.length();
        room(3 * length + 2);
        if (length == 0 || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
            other(text);
            return;
        }
        byte[] b = bytes;
        boolean[] plain = PLAIN;
        int start = size;
        // In one go, as long as it is plain letters that need no quotes.
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= plain.length || !plain[c]) {
                other(text);
                return;
            }
            b[start + i] = (byte) c;
        }
        size = start + length;
    }

    private static boolean[] plain() {
        boolean[] out = new boolean[128];
        for (char c = 0; c < out.length; c++) {
            out[c] = c > ',' || c == ' ' || c == '(' || c == ')' || c == '+';
        }
        return out;
    }

    /** Bytes of another text as they stand there, as a cell or several behind those of the row so far. */
    public CsvText copy(CsvText other, int from, int to) {
        comma();
        raw(other.bytes, from, to);
        return this;
    }

    /** A text of any kind. */
    private void other(String text) {
        int length = text.length();
        boolean quotes = length == 0 || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ';
        for (int i = 0; i < length && !quotes; i++) {
            char c = text.charAt(i);
            quotes = c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r');
        }
        if (quotes) {
            room(4 * length + 2);
            bytes[size++] = '"';
        }
        byte[] b = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                b[at++] = (byte) c;
                if (c == '"') {
                    b[at++] = '"';
                }
            } else {
                int point = text.codePointAt(i);
                i += point > 0xFFFF ? 1 : 0;
                at = encode(point >= 0xD800 && point < 0xE000 ? '?' : point, b, at);
            }
        }
        if (quotes) {
            b[at++] = '"';
        }
        size = at;
    }

    private static int encode(int point, byte[] b, int start) {
        int at = start;
        if (point < 0x80) {
            b[at++] = (byte) point;
        } else if (point < 0x800) {
            b[at++] = (byte) (0xC0 | point >> 6);
            b[at++] = (byte) (0x80 | point & 0x3F);
        } else {
            if (point < 0x10000) {
                b[at++] = (byte) (0xE0 | point >> 12);
            } else {
                b[at++] = (byte) (0xF0 | point >> 18);
                b[at++] = (byte) (0x80 | point >> 12 & 0x3F);
            }
            b[at++] = (byte) (0x80 | point >> 6 & 0x3F);
            b[at++] = (byte) (0x80 | point & 0x3F);
        }
        return at;
    }

    private void comma() {
        room(1);
        if (inRow) {
            bytes[size++] = ',';
        }
        inRow = true;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
