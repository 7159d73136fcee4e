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
    private final int[] other;
    private final long[] limit;

    Weighted(double[] weights) {
        int n = weights.length;
        double total = Arrays.stream(weights).sum();
        if (n == 0 || !(total > 0)) {
            throw new IllegalArgumentException("no weight to choose by");
        }
        other = new int[n];
        limit = new long[n];
        double[] share = new double[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            share[i] = weights[i] * n / total;
            other[i] = i;
            limit[i] = 1L << 32;
            if (share[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[larges - 1];
            limit[poor] = (long) (share[poor] * (1L << 32));
            other[poor] = rich;
            share[rich] += share[poor] - 1;
            if (share[rich] < 1) {
                larges--;
                small[smalls++] = rich;
            }
        }
    }

    int at(long bits) {
        int cell = Key.below(bits, other.length);
        return (bits & 0xFFFFFFFFL) < limit[cell] ? cell : other[cell];
    }

    int size() {
        return other.length;
    }
}
