package org.semblance.generate.people;

import java.util.Arrays;
import org.semblance.random.Rng;

/**
 * Which person numbers live together: groups of 16 numbers, each filled by households after one of 512 templates. The
 * templates together hold households of every size in the asked shares (to the nearest household of 8,192 people), so
 * that a person's household costs one look-up.
 */
final class Households {
    static final int GROUP = 16;
    static final int MOST = 8;
    private static final int TEMPLATES = 512;

    private final byte[] start = new byte[TEMPLATES * GROUP];
    private final byte[] size = new byte[TEMPLATES * GROUP];

    /** @param shares of the households with 1, 2, 3 ... people; at most {@link #MOST} */
    Households(double[] shares, Rng rng) {
        double people = 0;
        double total = Arrays.stream(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            people += (i + 1) * shares[i] / total;
        }
        int[] free = new int[TEMPLATES];
        Arrays.fill(free, GROUP);
        byte[][] parts = new byte[TEMPLATES][GROUP];
        int[] count = new int[TEMPLATES];
        int[] order = new int[TEMPLATES];
        Arrays.setAll(order, i -> i);
        for (int s = shares.length; s >= 1; s--) {
            long wanted = Math.round(shares[s - 1] / total * TEMPLATES * GROUP / people);
            for (int placed = 0; placed < wanted; ) {
                rng.shuffle(order);
                int before = placed;
                for (int t = 0; t < TEMPLATES && placed < wanted; t++) {
                    if (free[order[t]] >= s) {
                        parts[order[t]][count[order[t]]++] = (byte) s;
                        free[order[t]] -= s;
                        placed++;
                    }
                }
                if (placed == before) {
                    break;
                }
            }
        }
        for (int t = 0; t < TEMPLATES; t++) {
            fill(t, parts[t], count[t], free[t], shares, rng);
        }
    }

    /** What is left over by rounding becomes one more household of a size that is asked for, or several. */
    private void fill(int template, byte[] parts, int count, int free, double[] shares, Rng rng) {
        int parties = count;
        for (int left = free; left > 0; ) {
            int largest = Math.min(left, shares.length);
            while (largest > 1 && shares[largest - 1] == 0) {
                largest--;
            }
            parts[parties++] = (byte) largest;
            left -= largest;
        }
        int[] order = new int[parties];
        Arrays.setAll(order, i -> i);
        rng.shuffle(order);
        int at = template * GROUP;
        for (int household : order) {
            int begin = at - template * GROUP;
            for (int i = 0; i < parts[household]; i++, at++) {
                start[at] = (byte) begin;
                size[at] = parts[household];
            }
        }
    }

    /** Where to look for a person: by the bits of the group and the place inside it. */
    static int entry(long bits, int offset) {
        return Key.below(bits, TEMPLATES) * GROUP + offset;
    }

    int start(int entry) {
        return start[entry];
    }

    int size(int entry) {
        return size[entry];
    }
}
