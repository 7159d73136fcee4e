package org.semblance.linkage.link;

import java.util.Arrays;

/**
 * What Fellegi and Sunter (1969, doi:10.1080/01621459.1969.10501049) go by: how likely each level of agreement is among
 * matches (m) and among the rest (u), fields taken for independent in both, and how many pairs match.
 *
 * @param m by field and level
 * @param u by field and level
 * @param matches how many pairs are expected to match
 * @param rounds that EM took
 */
public record Weights(double[][] m, double[][] u, double matches, int rounds) {
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
        double[][] u = new double[all.length][];
        double[][] m = new double[all.length][];
        for (int f = 0; f < all.length; f++) {
            u[f] = all[f].clone();
            m[f] = new double[all[f].length];
            Arrays.fill(m[f], 0.15 / (m[f].length - 1));
            m[f][m[f].length - 1] = 0.85;
        }
        double matches = start;
        int round = 0;
        for (double moved = 1; moved > STILL && round < MOST_ROUNDS; round++) {
            double[][] sums = new double[m.length][];
            for (int f = 0; f < m.length; f++) {
                sums[f] = new double[m[f].length];
            }
            double expected = 0;
            double prior = Math.log(matches / (pairs - matches));
            for (int k = 0; k < patterns.counts.length; k++) {
                byte[] levels = patterns.levels[k];
                double odds = prior;
                for (int f = 0; f < m.length; f++) {
                    odds += levels[f] < 0 ? 0 : Math.log(m[f][levels[f]] / u[f][levels[f]]);
                }
                double share = patterns.counts[k] / (1 + Math.exp(-odds));
                expected += share;
                for (int f = 0; f < m.length; f++) {
                    if (levels[f] >= 0) {
                        sums[f][levels[f]] += share;
                    }
                }
            }
            moved = Math.abs(expected - matches) / Math.max(1, matches);
            matches = Math.min(Math.max(expected, 0.5), pairs / 2);
            for (int f = 0; f < m.length; f++) {
                moved = Math.max(moved, update(m[f], u[f], all[f], sums[f], pairs, expected));
            }
        }
        return new Weights(m, u, matches, round);
    }

    /** Half a pair is added to every level, so that none is impossible. */
    private static double update(double[] m, double[] u, double[] all, double[] sums, double pairs, double expected) {
        double seen = 0;
        for (double sum : sums) {
            seen += sum + 0.5;
        }
        double moved = 0;
        double rest = 0;
        for (int l = 0; l < m.length; l++) {
            double next = (sums[l] + 0.5) / seen;
            moved = Math.max(moved, Math.abs(next - m[l]));
            m[l] = next;
            // The share of matches with the field filled is that of all pairs, near enough.
            double filled = expected > 0 ? (seen - 0.5 * m.length) / expected : 1;
            u[l] = Math.max(all[l] - sums[l] / Math.max(filled, 1e-9) / pairs, 0.5 / pairs);
            rest += u[l];
        }
        for (int l = 0; l < u.length; l++) {
            u[l] /= rest;
        }
        return moved;
    }

    /** The weight of a level, in bits. */
    double bits(int field, int level) {
        return level < 0 ? 0 : log2(m[field][level] / u[field][level]);
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
