package org.semblance.linkage.score;

import java.util.Arrays;
import org.semblance.io.ByteHash;
import org.semblance.io.PlainRows;

/**
 * Numbers for texts in the order they are first seen, exact. Whole numbers below 2^27 written without leading zeros find
 * their place directly; other texts are hashed and kept as bytes.
 *
 * <p>Memory: 4 bytes for a whole number where they lie close together, else about 32 bytes and the text.
 */
final class Codes {
    private static final int DIRECT = 1 << 27;
    private static final int PAGE = 8;
    private static final int BATCH = 1024;

    private int[][] pages = new int[16][];
    private int size;

    private int[] slots = new int[64];
    private int[] codes = new int[32];
    private int[] hashes = new int[32];
    private long[] places = new long[32];
    private int[] lengths = new int[32];
    private int texts;
    private byte[][] pool = new byte[4][];
    private int chunks;
    private int filled;
    private static final int CHUNK = 1 << 20;

    int size() {
        return size;
    }

    /** The number of this text, new where it was not seen before. */
    int add(byte[] b, int from, int to) {
        return add(direct(b, from, to), b, from, to);
    }

    /**
     * The number of this text, new where it was not seen before.
     *
     * @param whole the text as a whole number written without leading zeros, or -1
     */
    int add(int whole, byte[] b, int from, int to) {
        if (whole < 0 || whole >= DIRECT) {
            return text(b, from, to, true);
        }
        int page = whole >>> PAGE;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        int[] held = pages[page];
        if (held == null) {
            held = new int[1 << PAGE];
            pages[page] = held;
        }
        int at = whole & ((1 << PAGE) - 1);
        int code = held[at];
        if (code == 0) {
            code = ++size;
            held[at] = code;
        }
        return code - 1;
    }

    /** The number of this text, or -1. */
    int find(byte[] b, int from, int to) {
        return find(direct(b, from, to), b, from, to);
    }

    int find(int whole, byte[] b, int from, int to) {
        if (whole < 0 || whole >= DIRECT) {
            return text(b, from, to, false);
        }
        int page = whole >>> PAGE;
        return page >= pages.length || pages[page] == null ? -1 : pages[page][whole & ((1 << PAGE) - 1)] - 1;
    }

    /**
     * The number of every text of a block, new where it was not seen before; -1 where there is none. Looking up first,
     * and adding afterwards what was not found, lets memory answer many look-ups at once: a third of the time where the
     * numbers are spread over memory.
     *
     * @param out by row, long enough
     */
    void addAll(PlainRows block, int column, int[] out) {
        byte[] b = block.bytes();
        int[] wholes = block.wholes(column);
        int[] from = block.from(column);
        int[] to = block.to(column);
        for (int start = 0; start < block.rows(); start += BATCH) {
            int end = Math.min(block.rows(), start + BATCH);
            for (int i = start; i < end; i++) {
                int page = wholes[i] >>> PAGE; // of -1 beyond all pages
                int[] held = page < pages.length ? pages[page] : null;
                out[i] = held == null ? -1 : held[wholes[i] & ((1 << PAGE) - 1)] - 1;
            }
            for (int i = start; i < end; i++) {
                if (out[i] < 0 && from[i] < to[i]) {
                    out[i] = add(wholes[i], b, from[i], to[i]);
                }
            }
        }
    }

    /** Adds the texts of a block, unless one is empty or not new: then none. */
    boolean allNew(PlainRows block, int column) {
        int before = size;
        byte[] b = block.bytes();
        int[] wholes = block.wholes(column);
        int[] from = block.from(column);
        int[] to = block.to(column);
        for (int i = 0; i < block.rows(); i++) {
            if (from[i] == to[i] || find(wholes[i], b, from[i], to[i]) >= 0) {
                return false;
            }
        }
        for (int i = 0; i < block.rows(); i++) {
            add(wholes[i], b, from[i], to[i]);
        }
        return size == before + block.rows();
    }

    private static int direct(byte[] b, int from, int to) {
        int length = to - from;
        if (length == 0 || length > 9 || (b[from] == '0' && length > 1)) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value < DIRECT ? value : -1;
    }

    private int text(byte[] b, int from, int to, boolean add) {
        int hash = ByteHash.of(b, from, to);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (hashes[entry] == hash && same(entry, b, from, to)) {
                return codes[entry];
            }
            slot = (slot + 1) & mask;
        }
        if (!add) {
            return -1;
        }
        slots[slot] = texts + 1;
        return insert(b, from, to, hash);
    }

    /** A text lies in one chunk of the pool, or in one of its own length where it is longer. */
    private int insert(byte[] b, int from, int to, int hash) {
        if (texts == codes.length) {
            codes = Arrays.copyOf(codes, Numbers.larger(texts));
            hashes = Arrays.copyOf(hashes, codes.length);
            places = Arrays.copyOf(places, codes.length);
            lengths = Arrays.copyOf(lengths, codes.length);
        }
        int length = to - from;
        if (chunks == 0 || pool[chunks - 1].length - filled < length) {
            if (chunks == pool.length) {
                pool = Arrays.copyOf(pool, 2 * chunks);
            }
            pool[chunks++] = new byte[Math.max(CHUNK, length)];
            filled = 0;
        }
        System.arraycopy(b, from, pool[chunks - 1], filled, length);
        codes[texts] = size++;
        hashes[texts] = hash;
        places[texts] = (long) (chunks - 1) << 32 | filled;
        lengths[texts] = length;
        filled += length;
        texts++;
        if (2L * texts > slots.length && slots.length < 1 << 30) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int entry = 0; entry < texts; entry++) {
            int slot = hashes[entry] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry + 1;
        }
    }

    private boolean same(int entry, byte[] b, int from, int to) {
        int at = (int) places[entry];
        byte[] chunk = pool[(int) (places[entry] >>> 32)];
        return lengths[entry] == to - from && Arrays.equals(chunk, at, at + to - from, b, from, to);
    }
}
