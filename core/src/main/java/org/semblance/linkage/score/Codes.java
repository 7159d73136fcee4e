package org.semblance.linkage.score;

import java.util.Arrays;

/**
 * Numbers for texts in the order they are first seen, exact. Whole numbers below 2^27 written without leading zeros find
 * their place directly; other texts are hashed and kept as bytes.
 *
 * <p>Memory: 4 bytes for a whole number where they lie close together, else about 24 bytes and the text.
 */
final class Codes {
    private static final int DIRECT = 1 << 27;
    private static final int PAGE = 8;

    private int[][] pages = new int[16][];
    private int size;

    private int[] slots = new int[64];
    private int[] codes = new int[32];
    private long[] ends = new long[33];
    private int texts;
    private byte[][] pool = new byte[4][];
    private long poolEnd;
    private static final int CHUNK = 1 << 24;

    int size() {
        return size;
    }

    /** The number of this text, new where it was not seen before. */
    int add(byte[] b, int from, int to) {
        int direct = direct(b, from, to);
        if (direct < 0) {
            return text(b, from, to, true);
        }
        int page = direct >>> PAGE;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
        }
        if (pages[page] == null) {
            pages[page] = new int[1 << PAGE];
        }
        int at = direct & ((1 << PAGE) - 1);
        if (pages[page][at] == 0) {
            pages[page][at] = ++size;
        }
        return pages[page][at] - 1;
    }

    /** The number of this text, or -1. */
    int find(byte[] b, int from, int to) {
        int direct = direct(b, from, to);
        if (direct < 0) {
            return text(b, from, to, false);
        }
        int page = direct >>> PAGE;
        return page >= pages.length || pages[page] == null ? -1 : pages[page][direct & ((1 << PAGE) - 1)] - 1;
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
        int mask = slots.length - 1;
        int slot = hash(b, from, to) & mask;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (same(entry, b, from, to)) {
                return codes[entry];
            }
            slot = (slot + 1) & mask;
        }
        if (!add) {
            return -1;
        }
        slots[slot] = texts + 1;
        return insert(b, from, to);
    }

    private int insert(byte[] b, int from, int to) {
        if (texts == codes.length) {
            codes = Arrays.copyOf(codes, Numbers.larger(texts));
            ends = Arrays.copyOf(ends, codes.length + 1);
        }
        codes[texts] = size++;
        for (int i = from; i < to; i++) {
            int chunk = (int) (poolEnd / CHUNK);
            if (chunk == pool.length) {
                pool = Arrays.copyOf(pool, 2 * chunk);
            }
            if (pool[chunk] == null) {
                pool[chunk] = new byte[CHUNK];
            }
            pool[chunk][(int) (poolEnd % CHUNK)] = b[i];
            poolEnd++;
        }
        ends[++texts] = poolEnd;
        if (2L * texts > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        byte[] held = new byte[64];
        for (int entry = 0; entry < texts; entry++) {
            int length = (int) (ends[entry + 1] - ends[entry]);
            if (length > held.length) {
                held = new byte[2 * length];
            }
            for (int i = 0; i < length; i++) {
                held[i] = at(ends[entry] + i);
            }
            int slot = hash(held, 0, length) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry + 1;
        }
    }

    private boolean same(int entry, byte[] b, int from, int to) {
        long start = ends[entry];
        if (ends[entry + 1] - start != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (at(start + i - from) != b[i]) {
                return false;
            }
        }
        return true;
    }

    private byte at(long place) {
        return pool[(int) (place / CHUNK)][(int) (place % CHUNK)];
    }

    private static int hash(byte[] b, int from, int to) {
        long h = to - from;
        for (int i = from; i < to; i++) {
            h = (h ^ b[i]) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 32;
        }
        return (int) (h ^ (h >>> 29));
    }
}
