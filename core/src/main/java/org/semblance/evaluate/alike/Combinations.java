package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.random.Rng;

/**
 * Sets of one, two or three columns, ascending: all of them, or as many at random as are asked for.
 *
 * @param sets the columns of each
 * @param all how many there are altogether
 */
record Combinations(int[][] sets, long all) {
    static Combinations of(int columns, int ways, int most, Rng rng) {
        long all = 1;
        for (int k = 0; k < ways; k++) {
            all = all * Math.max(0, columns - k) / (k + 1);
        }
        if (all > most) {
            return new Combinations(some(columns, ways, most, rng), all);
        }
        List<int[]> sets = new ArrayList<>();
        add(sets, new int[ways], 0, 0, columns);
        return new Combinations(sets.toArray(int[][]::new), all);
    }

    private static void add(List<int[]> sets, int[] set, int filled, int from, int columns) {
        if (filled == set.length) {
            sets.add(set.clone());
            return;
        }
        for (int column = from; column < columns; column++) {
            set[filled] = column;
            add(sets, set, filled + 1, column + 1, columns);
        }
    }

    private static int[][] some(int columns, int ways, int most, Rng rng) {
        Set<List<Integer>> taken = new HashSet<>();
        List<int[]> sets = new ArrayList<>();
        while (sets.size() < most) {
            int[] set = new int[ways];
            for (int k = 0; k < ways; k++) {
                set[k] = rng.nextInt(columns);
            }
            Arrays.sort(set);
            if (Arrays.stream(set).distinct().count() == ways
                    && taken.add(Arrays.stream(set).boxed().toList())) {
                sets.add(set);
            }
        }
        sets.sort(Comparator.comparing((int[] set) -> set, Arrays::compare));
        return sets.toArray(int[][]::new);
    }

    /** Whether there are more than these. */
    boolean drawn() {
        return sets.length < all;
    }
}
