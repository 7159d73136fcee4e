package org.semblance.io;

import java.util.Arrays;

/** Records in memory: UTF-8 bytes and where each record begins and ends in them. */
final class RawRows {
    byte[] bytes;
    int rows;
    int[] starts = new int[1024];
    int[] ends = new int[1024];

    RawRows(byte[] bytes) {
        this.bytes = bytes;
    }

    void add(int start, int end) {
        if (rows == starts.length) {
            int size = (int) Math.min(Integer.MAX_VALUE - 16L, rows * 2L);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
        }
        starts[rows] = start;
        ends[rows] = end;
        rows++;
    }
}
