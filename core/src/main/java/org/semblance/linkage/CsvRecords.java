package org.semblance.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of comma-separated text, one at a time, with the bytes as they stand: what is not looked at can be copied
 * unchanged. Reads what {@link CsvText} writes and other usual CSV (line ends of one or two characters, quotes wherever
 * they are not needed). Memory: the longest record.
 */
final class CsvRecords {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int end;
    private int start;
    private int next;
    private boolean ended;
    private int[] cells = new int[32];
    private int count;
    private int close;
    private long line;
    private long lines;

    CsvRecords(InputStream in) {
        this.in = in;
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        start = next;
        line = lines + 1;
        count = 0;
        cell(0);
        boolean quoted = false;
        for (int i = start; ; i++) {
            if (i == end) {
                int before = start;
                if (!fill()) {
                    close = end;
                    next = end;
                    return end > start;
                }
                i -= before - start;
            }
            byte b = buffer[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (b == '\n') {
                lines++;
                if (!quoted) {
                    close = i > start && buffer[i - 1] == '\r' ? i - 1 : i;
                    next = i + 1;
                    return true;
                }
            } else if (b == ',' && !quoted) {
                cell(i + 1 - start);
            }
        }
    }

    private void cell(int from) {
        if (count + 1 >= cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[count++] = from;
    }

    /** Reads more behind the record so far, which is moved to the front; false where there is no more. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return !ended;
    }

    /** The line that the record begins on, from 1. */
    long line() {
        return line;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Behind the line's end. */
    int behind() {
        return next;
    }

    int from(int cell) {
        return start + cells[cell];
    }

    int to(int cell) {
        return cell == count - 1 ? close : start + cells[cell + 1] - 1;
    }

    /** The cell's text; null where there is nothing, not even quotes. */
    @Nullable
    String get(int cell) {
        int from = from(cell);
        int to = to(cell);
        if (from == to) {
            return null;
        }
        if (buffer[from] != '"') {
            return new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
        int last = to > from + 1 && buffer[to - 1] == '"' ? to - 1 : to;
        String inside = new String(buffer, from + 1, last - from - 1, StandardCharsets.UTF_8);
        return inside.indexOf('"') < 0 ? inside : inside.replace("\"\"", "\"");
    }

    /** All cells as names: a missing one is empty, and a byte order mark before the first goes. */
    List<String> names() {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = get(i);
            out.add(name == null ? "" : name);
        }
        boolean marked = Arrays.equals(buffer, start, Math.min(end, start + 3), MARK, 0, 3);
        if (marked) {
            String first = out.get(0).substring(1);
            out.set(0, first.startsWith("\"") && first.endsWith("\"") ? first.substring(1, first.length() - 1) : first);
        }
        return out;
    }
}
