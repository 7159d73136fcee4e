package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits one record into its cells: spaces around unquoted cells go, doubled quotes become one. Cells are ranges of
 * bytes; nothing is allocated for a cell without doubled quotes.
 */
final class RowSplitter {
    private final byte delimiter;
    private final byte quote;
    private final boolean[] special = new boolean[256];
    private byte[] row = new byte[0];
    private byte[] scratch = new byte[256];
    private int scratchEnd;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private boolean[] quoted = new boolean[16];
    private boolean[] moved = new boolean[16];
    private int cells;

    RowSplitter(char delimiter, char quote) {
        this.delimiter = (byte) delimiter;
        this.quote = (byte) quote;
        special[delimiter] = true;
    }

    /** Splits the bytes {@code start .. end-1}; returns the number of cells. */
    int split(byte[] b, int start, int end) {
        row = b;
        cells = 0;
        scratchEnd = 0;
        int i = start;
        while (true) {
            if (cells == from.length) {
                grow();
            }
            int first = i;
            while (first < end && b[first] == ' ') {
                first++;
            }
            if (first < end && b[first] == quote) {
                i = quotedCell(first + 1, end);
            } else {
                i = first;
                while (i < end && !special[b[i] & 0xFF]) {
                    i++;
                }
                int last = i;
                while (last > first && b[last - 1] == ' ') {
                    last--;
                }
                cell(first, last, false, false);
            }
            if (i >= end) {
                return cells;
            }
            i++;
            if (i == end) {
                if (cells == from.length) {
                    grow();
                }
                cell(end, end, false, false);
                return cells;
            }
        }
    }

    /** A quoted cell whose text begins at {@code start}; returns where its delimiter or the row's end is. */
    private int quotedCell(int start, int end) {
        int i = start;
        while (i < end && row[i] != quote) {
            i++;
        }
        int after = Math.min(end, i + 1);
        if (after == end || row[after] == delimiter) {
            cell(start, i, true, false);
            return after;
        }
        return awkwardCell(start, end);
    }

    /** Doubled quotes, or letters after the closing quote, which are kept as they stand. */
    private int awkwardCell(int start, int end) {
        int begin = scratchEnd;
        boolean inside = true;
        int i = start;
        while (i < end && (inside || row[i] != delimiter)) {
            byte sign = row[i++];
            if (inside && sign == quote) {
                if (i < end && row[i] == quote) {
                    i++;
                } else {
                    inside = false;
                    continue;
                }
            }
            if (scratchEnd == scratch.length) {
                scratch = Arrays.copyOf(scratch, 2 * scratch.length);
            }
            scratch[scratchEnd++] = sign;
        }
        int close = scratchEnd;
        if (i > start && row[i - 1] == ' ') {
            while (close > begin && scratch[close - 1] == ' ') {
                close--;
            }
        }
        cell(begin, close, true, true);
        return i;
    }

    private void cell(int first, int last, boolean wasQuoted, boolean inScratch) {
        from[cells] = first;
        to[cells] = last;
        quoted[cells] = wasQuoted;
        moved[cells] = inScratch;
        cells++;
    }

    private void grow() {
        int size = 2 * from.length;
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        quoted = Arrays.copyOf(quoted, size);
        moved = Arrays.copyOf(moved, size);
    }

    int cells() {
        return cells;
    }

    /** The bytes that hold the cell. */
    byte[] bytes(int cell) {
        return moved[cell] ? scratch : row;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    boolean quoted(int cell) {
        return quoted[cell];
    }

    /** Whether the cell holds nothing but spaces. */
    boolean blank(int cell) {
        byte[] b = bytes(cell);
        for (int i = from[cell]; i < to[cell]; i++) {
            if (b[i] == (byte) 0xC2 && i + 1 < to[cell] && b[i + 1] == (byte) 0xA0) {
                i++; // a space that does not break
            } else if (b[i] != ' ' && b[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    String text(int cell) {
        return new String(bytes(cell), from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
    }
}
