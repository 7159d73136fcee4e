package org.semblance.generate.people;

import java.util.Arrays;

/**
 * A choice among 0 .. n-1 with given weights from 64 random bits, in O(1): Walker's alias table as Vose builds it. The
 * upper half of the bits takes the cell, the lower one decides between its two owners.
 *
 * <p>Source: Vose (1991), A linear algorithm for generating random numbers with a given distribution,
 * doi:10.1109/32.92917.
 */
final class Weighted {
    private static final int OTHER = 33;
    private static final long LIMIT = (1L << OTHER) - 1;

    /** Of each cell its limit, up to 2^32, and above it the other owner: one look at memory a draw. */
    private final long[] cells;

    Weighted(double[] weights) {
        int n = weights.length;
        double total = Arrays.stream(weights).sum();
        if (n == 0 || !(total > 0)) {
            throw new IllegalArgumentException("no weight to choose by");
        }
        cells = new long[n];
        double[] share = new double[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            share[i] = weights[i] * n / total;
            cells[i] = cell(1L << 32, i);
            if (share[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[larges - 1];
            cells[poor] = cell((long) (share[poor] * (1L << 32)), rich);
            share[rich] += share[poor] - 1;
            if (share[rich] < 1) {
                larges--;
                small[smalls++] = rich;
            }
        }
    }

    private static long cell(long limit, int other) {
        return (long) other << OTHER | limit;
    }

    int at(long bits) {
        int at = Key.below(bits, cells.length);
        long cell = cells[at];
        return (bits & 0xFFFFFFFFL) < (cell & LIMIT) ? at : (int) (cell >>> OTHER);
    }

    int size() {
        return cells.length;
    }
}
