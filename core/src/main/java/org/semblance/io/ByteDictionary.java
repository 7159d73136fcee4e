package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Different byte strings numbered by first appearance, with how often each was met: labels without a String per cell. */
final class ByteDictionary {
    private int[] slots = new int[32];
    private int size;
    private byte[] pool = new byte[128];
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] counts = new int[16];

    int size() {
        return size;
    }

    /** The number of these bytes, new or old; counts it once more. */
    int add(byte[] b, int from, int to) {
        return add(b, from, to, ByteHash.of(b, from, to), 1);
    }

    /** The number of these bytes, or -1 where they were never added; changes nothing. */
    int find(byte[] b, int from, int to) {
        int hash = ByteHash.of(b, from, to);
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && Arrays.equals(pool, start(code), ends[code], b, from, to)) {
                return code;
            }
        }
        return -1;
    }

    private int add(byte[] b, int from, int to, int hash, int times) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (true) {
            int code = slots[slot] - 1;
            if (code < 0) {
                return insert(b, from, to, hash, slot, times);
            }
            if (hashes[code] == hash && Arrays.equals(pool, start(code), ends[code], b, from, to)) {
                counts[code] += times;
                return code;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int insert(byte[] b, int from, int to, int hash, int slot, int times) {
        int code = size++;
        if (code == ends.length) {
            ends = Arrays.copyOf(ends, 2 * code);
            hashes = Arrays.copyOf(hashes, 2 * code);
            counts = Arrays.copyOf(counts, 2 * code);
        }
        int begin = start(code);
        if (begin + to - from > pool.length) {
            long wanted = Math.max(2L * pool.length, begin + (long) to - from);
            pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 16L, wanted));
        }
        System.arraycopy(b, from, pool, begin, to - from);
        ends[code] = begin + to - from;
        hashes[code] = hash;
        counts[code] = times;
        slots[slot] = code + 1;
        if (2 * size > slots.length) {
            rehash();
        }
        return code;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code + 1;
        }
    }

    /** Adds all of another's entries; returns the number here of each of its numbers. */
    int[] addAll(ByteDictionary other) {
        int[] map = new int[other.size];
        for (int code = 0; code < other.size; code++) {
            map[code] = add(other.pool, other.start(code), other.ends[code], other.hashes[code], other.counts[code]);
        }
        return map;
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    int count(int code) {
        return counts[code];
    }

    String text(int code) {
        int start = start(code);
        return new String(pool, start, ends[code] - start, StandardCharsets.UTF_8);
    }
}
