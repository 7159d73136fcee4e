package org.semblance.generate.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Years of birth by age. Every age belongs to one of {@link #STRATA} strata of nearly equal weight; who draws from
 * different strata has different years of birth, which the uniqueness of national numbers rests upon.
 *
 * <p>Shares by age: US Census Bureau, American Community Survey 2019, table S0101, in tenths of a per cent; above 85 as
 * United Nations, World Population Prospects 2019 divides them in 2020; inside five years the same for each.
 */
final class Pyramid {
    static final int STRATA = 16;
    static final int OLDEST = 104;
    private static final double[] FIVE_YEARS = {
        60, 61, 65, 65, 67, 71, 68, 66, 61, 63, 63, 67, 63, 53, 42, 29, 19, 11.8, 6.2, 1.9, 0.3
    };

    private final int[][] ages = new int[STRATA][];
    private final Weighted[] choice = new Weighted[STRATA];

    /** @param weights by age from 0; at least 16 ages must have one */
    Pyramid(double[] weights) {
        List<Integer> order = new ArrayList<>();
        for (int age = 0; age < weights.length; age++) {
            if (weights[age] > 0) {
                order.add(age);
            }
        }
        order.sort((a, b) -> Double.compare(weights[b], weights[a]));
        List<List<Integer>> members = new ArrayList<>();
        double[] load = new double[STRATA];
        for (int s = 0; s < STRATA; s++) {
            members.add(new ArrayList<>());
        }
        for (int age : order) {
            int lightest = 0;
            for (int s = 1; s < STRATA; s++) {
                lightest = load[s] < load[lightest] ? s : lightest;
            }
            members.get(lightest).add(age);
            load[lightest] += weights[age];
        }
        for (int s = 0; s < STRATA; s++) {
            ages[s] = members.get(s).stream().mapToInt(a -> a).toArray();
            double[] own = members.get(s).stream().mapToDouble(a -> weights[a]).toArray();
            choice[s] = new Weighted(own);
        }
    }

    int age(int stratum, long bits) {
        return ages[stratum][choice[stratum].at(bits)];
    }

    /** The share of each age among all people. */
    static double[] everybody() {
        double[] weights = new double[OLDEST + 1];
        for (int age = 0; age <= OLDEST; age++) {
            weights[age] = FIVE_YEARS[age / 5] / 5;
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int age = 0; age <= OLDEST; age++) {
            weights[age] /= total;
        }
        return weights;
    }
}
