package org.semblance.linkage.link;

import java.util.Arrays;

/**
 * What Fellegi and Sunter (1969, doi:10.1080/01621459.1969.10501049) go by: how likely each level of agreement is among
 * matches (m) and among the rest (u), fields taken for independent in both, and how many pairs match. Beside the matches
 * there may be pairs of two people of one household, who agree in what a household shares and in nothing else: a third
 * class, without which EM takes the household for the match wherever there are more such pairs than matches.
 *
 * @param m by field and level
 * @param u by field and level
 * @param h by field and level among two of a household; that of u where the field is one's own
 * @param matches how many pairs are expected to match
 * @param households how many pairs are expected to be two of a household; 0 where nothing is shared
 * @param rounds that EM took
 */
public record Weights(double[][] m, double[][] u, double[][] h, double matches, double households, int rounds) {
    private static final int MOST_ROUNDS = 500;
    private static final double STILL = 1e-7;

    /** Agreement as often as it occurred; a pattern has a level for every field, -1 where either text is missing. */
    record Patterns(byte[][] levels, double[] counts) {}

    /**
     * Learns m, u and the number of matches by EM (Dempster, Laird and Rubin 1977; Winkler 1988) from the patterns of
     * candidate pairs, all other pairs taken for no matches.
     *
     * @param patterns of the candidates
     * @param all how likely each level is among all pairs; u is what is left of it without the expected matches
     * @param pairs how many pairs there are in all
     * @param start matches to begin with
     */
    static Weights learn(Patterns patterns, double[][] all, double pairs, double start) {
        return learn(patterns, all, new boolean[all.length], new double[] {pairs, start});
    }

    /**
     * @param shared which fields two of a household share; where none, there is no such class
     * @param size how many pairs there are in all, and matches to begin with
     */
    static Weights learn(Patterns patterns, double[][] all, boolean[] shared, double[] size) {
        boolean households = false;
        for (boolean one : shared) {
            households |= one;
        }
        Em em = new Em(all, shared, size[0]);
        em.matches = size[1];
        em.households = households ? size[1] : 0;
        int round = 0;
        for (double moved = 1; moved > STILL && round < MOST_ROUNDS; round++) {
            moved = em.round(patterns);
        }
        return new Weights(em.m, em.u, em.h, em.matches, em.households, round);
    }

    /** What is learnt so far. */
    private static final class Em {
        private final double[][] all;
        private final boolean[] shared;
        private final double pairs;
        private final double[][] m;
        private final double[][] u;
        private final double[][] h;
        private double matches;
        private double households;

        Em(double[][] all, boolean[] shared, double pairs) {
            this.all = all;
            this.shared = shared;
            this.pairs = pairs;
            m = new double[all.length][];
            u = new double[all.length][];
            h = new double[all.length][];
            for (int f = 0; f < all.length; f++) {
                u[f] = all[f].clone();
                m[f] = new double[all[f].length];
                Arrays.fill(m[f], 0.15 / (m[f].length - 1));
                m[f][m[f].length - 1] = 0.85;
                h[f] = shared[f] ? m[f].clone() : u[f];
            }
        }

        private double[][] zeros() {
            return Arrays.stream(all).map(levels -> new double[levels.length]).toArray(double[][]::new);
        }

        /** How far the furthest number moved. */
        double round(Patterns patterns) {
            double[][] matching = zeros();
            double[][] living = zeros();
            double sumMatches = 0;
            double sumHouseholds = 0;
            double rest = pairs - matches - households;
            for (int k = 0; k < patterns.counts.length; k++) {
                byte[] levels = patterns.levels[k];
                double match = Math.log(matches / rest);
                double home = Math.log(households / rest);
                for (int f = 0; f < levels.length; f++) {
                    int level = levels[f];
                    match += level < 0 ? 0 : Math.log(m[f][level] / u[f][level]);
                    home += level < 0 || !shared[f] ? 0 : Math.log(h[f][level] / u[f][level]);
                }
                // Odds against the rest; the larger one is taken out, so that none overflows.
                double top = Math.max(0, Math.max(match, home));
                double sum = Math.exp(-top) + Math.exp(match - top) + Math.exp(home - top);
                double ofMatch = patterns.counts[k] * Math.exp(match - top) / sum;
                double ofHome = patterns.counts[k] * Math.exp(home - top) / sum;
                sumMatches += ofMatch;
                sumHouseholds += ofHome;
                for (int f = 0; f < levels.length; f++) {
                    if (levels[f] >= 0) {
                        matching[f][levels[f]] += ofMatch;
                        living[f][levels[f]] += ofHome;
                    }
                }
            }
            double moved = Math.abs(sumMatches - matches) / Math.max(1, matches);
            matches = Math.min(Math.max(sumMatches, 0.5), pairs / 2);
            households = households == 0 ? 0 : Math.min(Math.max(sumHouseholds, 0.5), pairs / 4);
            for (int f = 0; f < m.length; f++) {
                moved = Math.max(moved, update(f, matching[f], sumMatches, living[f], sumHouseholds));
            }
            return moved;
        }

        private double update(int f, double[] matching, double sumMatches, double[] living, double sumHouseholds) {
            double moved = shares(matching, m[f]);
            double[] taken = new double[m[f].length];
            take(matching, sumMatches, taken);
            if (shared[f]) {
                moved = Math.max(moved, shares(living, h[f]));
                take(living, sumHouseholds, taken);
            }
            double rest = 0;
            for (int l = 0; l < taken.length; l++) {
                u[f][l] = Math.max(all[f][l] - taken[l] / pairs, 0.5 / pairs);
                rest += u[f][l];
            }
            for (int l = 0; l < taken.length; l++) {
                u[f][l] /= rest;
            }
            return moved;
        }

        /** Half a pair is added to every level, so that none is impossible. */
        private static double shares(double[] sums, double[] out) {
            double seen = Arrays.stream(sums).sum() + 0.5 * sums.length;
            double moved = 0;
            for (int l = 0; l < out.length; l++) {
                double next = (sums[l] + 0.5) / seen;
                moved = Math.max(moved, Math.abs(next - out[l]));
                out[l] = next;
            }
            return moved;
        }

        /** The share of them with the field filled is that of all pairs, near enough. */
        private static void take(double[] sums, double expected, double[] out) {
            double seen = Arrays.stream(sums).sum();
            double filled = expected > 0 ? Math.max(seen / expected, 1e-9) : 1;
            for (int l = 0; l < out.length; l++) {
                out[l] += sums[l] / filled;
            }
        }
    }

    /** The weight of a level, in bits. */
    double bits(int field, int level) {
        return level < 0 ? 0 : log2(m[field][level] / u[field][level]);
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
