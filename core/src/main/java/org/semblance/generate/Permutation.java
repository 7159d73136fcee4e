package org.semblance.generate;

import org.semblance.random.Rng;

/**
 * A keyed one-to-one map of 0 .. size-1 to itself, computed position by position and back: a balanced Feistel network of eight
 * rounds over the next even number of bits, walked until it falls inside. Cost O(1): at most four walks on average.
 *
 * <p>Source: Black and Rogaway (2002), Ciphers with arbitrary finite domains, doi:10.1007/3-540-45760-7_9 (cycle
 * walking). Not a cipher: it scatters, it does not hide.
 */
public final class Permutation {
    private static final int ROUNDS = 8;

    private final long size;
    private final int half;
    private final long mask;
    private final long[] keys = new long[ROUNDS];

    /** @param size at least 1, at most 2^62 */
    public Permutation(long size, Rng key) {
        this.size = size;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
        half = (bits + 1) / 2;
        mask = (1L << half) - 1;
        for (int i = 0; i < ROUNDS; i++) {
            keys[i] = key.nextLong();
        }
    }

    /** The value of a position; both lie in 0 .. size-1. */
    public long at(long position) {
        long value = position;
        do {
            value = once(value);
        } while (value >= size);
        return value;
    }

    /** The position that {@link #at} gives the value for. */
    public long inverse(long value) {
        long position = value;
        do {
            position = back(position);
        } while (position >= size);
        return position;
    }

    private long once(long value) {
        long left = value >>> half;
        long right = value & mask;
        for (long key : keys) {
            long next = left ^ mixed(right, key);
            left = right;
            right = next;
        }
        return left << half | right;
    }

    private long back(long value) {
        long left = value >>> half;
        long right = value & mask;
        for (int i = ROUNDS - 1; i >= 0; i--) {
            long before = right ^ mixed(left, keys[i]);
            right = left;
            left = before;
        }
        return left << half | right;
    }

    private long mixed(long right, long key) {
        long mixed = (right ^ key) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return mixed >>> 32 & mask;
    }
}
