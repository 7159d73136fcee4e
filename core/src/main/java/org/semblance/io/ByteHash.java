package org.semblance.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A hash of bytes, eight at a time: the same in every run, not made to withstand those who look for collisions. */
public final class ByteHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteHash() {}

    /** Of the bytes {@code from .. to-1}. */
    public static int of(byte[] b, int from, int to) {
        long h = to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            h = (h ^ (long) LONGS.get(b, i)) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 32;
        }
        if (i < to) {
            long tail = 0;
            for (; i < to; i++) {
                tail = (tail << 8) | (b[i] & 0xFF);
            }
            h = (h ^ tail) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 29;
        }
        return (int) (h ^ (h >>> 32));
    }
}
