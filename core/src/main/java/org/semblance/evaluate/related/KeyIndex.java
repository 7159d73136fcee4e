package org.semblance.evaluate.related;

import java.util.Arrays;

/** Rows by key: for every key the rows that have it, in order. Open addressing on arrays; some 40 bytes a row. */
final class KeyIndex {
    private final long[] keys;
    private final int[] first;
    private final int[] next;
    private final int distinct;

    KeyIndex(KeyHashes rows) {
        int n = rows.hashes().length;
        int capacity = Integer.highestOneBit(Math.max(8, n)) << 2;
        keys = new long[capacity];
        first = new int[capacity];
        next = new int[n];
        Arrays.fill(first, -1);
        int different = 0;
        // Backwards, so that the chain of a key begins with its first row.
        for (int row = n - 1; row >= 0; row--) {
            next[row] = -1;
            if (!rows.missing()[row]) {
                int slot = slot(rows.hashes()[row]);
                different += first[slot] < 0 ? 1 : 0;
                keys[slot] = rows.hashes()[row];
                next[row] = first[slot];
                first[slot] = row;
            }
        }
        distinct = different;
    }

    private int slot(long key) {
        int slot = (int) key & (first.length - 1);
        while (first[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & (first.length - 1);
        }
        return slot;
    }

    /** The first row with that key, or -1. */
    int first(long key) {
        return first[slot(key)];
    }

    /** The next row with the same key, or -1. */
    int next(int row) {
        return next[row];
    }

    /** How many different keys there are. */
    int distinct() {
        return distinct;
    }
}
