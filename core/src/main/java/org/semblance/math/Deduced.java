package org.semblance.math;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which unknown counts follow from sums of them that are told: a count does where every solution of the sums gives it the
 * same value, whatever the other counts are.
 *
 * <p>Each unknown is the set of sums that count it. It is known exactly where these sets, as vectors, span less without
 * it (a coloop). Asked sums are further sums that are not told: they are known where no solution of the told ones changes
 * them. That counts are whole and not negative is not used. Arithmetic is modulo 2^31 - 1: a number that is known is
 * always found; one that is not might be taken for known once in billions. Cost: unknowns x rank x (sums + asked).
 */
public final class Deduced {
    private static final long PRIME = Integer.MAX_VALUE;

    private final int told;
    private final int asked;
    private final List<long[]> basis = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final BitSet known = new BitSet();

    private Deduced(int told, int asked) {
        this.told = told;
        this.asked = asked;
    }

    /**
     * The unknowns that follow, by their positions, and behind them the asked sums.
     *
     * @param told how many sums are told: bits 0 to told - 1 of each unknown
     * @param asked how many more are asked for: the bits behind
     */
    public static BitSet of(int told, int asked, List<BitSet> unknowns) {
        Deduced out = new Deduced(told, asked);
        out.known.set(unknowns.size(), unknowns.size() + asked);
        for (int i = 0; i < unknowns.size(); i++) {
            out.add(i, unknowns.get(i), unknowns.size());
        }
        return out.known;
    }

    /** Sums, asked sums, then of which unknowns in the basis the vector is made. */
    private void add(int unknown, BitSet counts, int unknowns) {
        long[] vector = new long[2 * told + asked];
        counts.stream().forEach(k -> vector[k] = 1);
        for (int k = 0; k < basis.size(); k++) {
            long times = vector[pivots.get(k)];
            if (times != 0) {
                take(vector, basis.get(k), times);
            }
        }
        int pivot = 0;
        while (pivot < told && vector[pivot] == 0) {
            pivot++;
        }
        if (pivot < told) {
            vector[told + asked + basis.size()] = 1;
            long over = inverse(vector[pivot]);
            for (int k = 0; k < vector.length; k++) {
                vector[k] = vector[k] * over % PRIME;
            }
            basis.add(vector);
            pivots.add(pivot);
            owners.add(unknown);
            known.set(unknown);
            return;
        }
        // A way to change counts that no told sum sees: whatever it changes is not known.
        for (int k = 0; k < asked; k++) {
            known.set(unknowns + k, known.get(unknowns + k) && vector[told + k] == 0);
        }
        for (int k = 0; k < basis.size(); k++) {
            if (vector[told + asked + k] != 0) {
                known.clear(owners.get(k));
            }
        }
    }

    private static void take(long[] from, long[] row, long times) {
        long add = PRIME - times;
        for (int k = 0; k < from.length; k++) {
            from[k] = (from[k] + add * row[k]) % PRIME;
        }
    }

    /** By Fermat's little theorem. */
    private static long inverse(long value) {
        long out = 1;
        long power = value;
        for (long left = PRIME - 2; left > 0; left >>= 1) {
            out = (left & 1) == 1 ? out * power % PRIME : out;
            power = power * power % PRIME;
        }
        return out;
    }
}
