package org.semblance.linkage;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.ByteSink;

/**
 * Rows of comma-separated text in UTF-8, collected without making objects. A missing cell is nothing at all and an empty
 * text is two quotes, so that the two are told apart. Quotes stand around cells with a comma, quote or line break in
 * them, or a space at an end; around no others. Lines end with a line feed. Half a surrogate pair becomes '?'.
 */
public final class CsvText {
    private static final boolean[] QUOTED = new boolean[256];

    static {
        for (char sign : new char[] {',', '"', '\n', '\r'}) {
            QUOTED[sign] = true;
        }
    }

    private final ByteSink bytes;
    private boolean inRow;
    /** Where the cell begins that was opened last. */
    private int start;

    public CsvText() {
        this(1 << 16);
    }

    /** @param capacity bytes to begin with; more are taken when needed */
    public CsvText(int capacity) {
        bytes = new ByteSink(capacity);
    }

    /**
     * Where the text of a cell is put, behind the cells of the row so far; {@link #close} ends it. Where nothing is put,
     * the cell is missing.
     */
    public ByteSink open() {
        if (inRow) {
            bytes.put(',');
        }
        inRow = true;
        start = bytes.size();
        return bytes;
    }

    /** Ends the cell that was opened: puts quotes around it where it must have them. */
    public void close() {
        int end = bytes.size();
        if (end > start && (bytes.at(start) == ' ' || bytes.at(end - 1) == ' ' || bytes.any(start, QUOTED))) {
            quote();
        }
    }

    private void quote() {
        for (int i = bytes.size() - 1; i >= start; i--) {
            if (bytes.at(i) == '"') {
                bytes.insert(bytes.size() - i, (byte) '"');
            }
        }
        bytes.insert(bytes.size() - start, (byte) '"');
        bytes.put('"');
    }

    /** A cell behind those of the row so far; null is a missing one. */
    public CsvText cell(@Nullable String text) {
        ByteSink out = open();
        if (text != null) {
            out.put(text);
            if (bytes.size() == start) {
                quote();
            } else {
                close();
            }
        }
        return this;
    }

    /** A cell as {@link #cell(String)} has written it elsewhere. */
    public CsvText written(byte[] text) {
        open().put(text);
        return this;
    }

    public CsvText cell(long number) {
        ByteSink out = open();
        if (number >= 0) {
            out.digits(number, 1);
        } else if (number > Long.MIN_VALUE) {
            out.put('-');
            out.digits(-number, 1);
        } else {
            out.put(String.valueOf(number));
        }
        return this;
    }

    /** Ends the row. */
    public CsvText row() {
        bytes.put('\n');
        inRow = false;
        return this;
    }

    public int size() {
        return bytes.size();
    }

    /** Forgets all rows. */
    public void clear() {
        bytes.cut(0);
        inRow = false;
    }

    public void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    public byte[] toBytes() {
        return bytes.toBytes();
    }

    /** Bytes as they are. */
    void raw(byte[] more, int from, int to) {
        bytes.put(more, from, to);
    }

    /** The text as a cell, without a comma before it. */
    void bare(String text) {
        inRow = false;
        cell(text);
    }

    /** Bytes of another text as they stand there, as a cell or several behind those of the row so far. */
    public CsvText copy(CsvText other, int from, int to) {
        open().put(other.bytes, from, to);
        return this;
    }

    /** Where the cell begins that was written last; it ends where the text does. */
    int start() {
        return start;
    }

    /** The text of the cell that stands from {@code from} to before {@code to}; null where it is missing. */
    @Nullable
    String text(int from, int to) {
        if (from == to) {
            return null;
        }
        return bytes.at(from) == '"' ? bytes.text(from + 1, to - 1).replace("\"\"", "\"") : bytes.text(from, to);
    }
}
