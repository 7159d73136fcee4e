package org.semblance.evaluate.related;

import org.semblance.random.Rng;

/**
 * Pairs of rows that have the same parent: all of them where that is not many, else so many rounds of each row with
 * another as fit. Every round is drawn; all rounds together are all pairs, whatever was drawn.
 */
final class Siblings {
    /** Pairs beyond this (and beyond one round) are not worth their time: their correlation has a standard error of .003. */
    static final int ENOUGH = 100_000;

    private Siblings() {}

    /** How many rounds fit: the same for both databases, for large families weigh the more, the more rounds there are. */
    static int rounds(Link... links) {
        int rounds = 1;
        while (rounds < ENOUGH) {
            for (Link link : links) {
                long pairs = 0;
                for (int size : link.sizes()) {
                    pairs += (long) size * Math.min(size - 1, 2 * rounds);
                }
                if (pairs > ENOUGH) {
                    return rounds;
                }
            }
            rounds *= 2;
        }
        return rounds;
    }

    /** Ordered pairs of different children of one parent: in each round every child stands once on either side. */
    static int[][] ofOne(Link link, int rounds, Rng rng) {
        Groups families = link.groups(shuffled(link.size(), rng));
        int count = 0;
        for (int g = 0; g < families.count(); g++) {
            count = Math.addExact(count, families.size(g) * Math.min(families.size(g) - 1, rounds));
        }
        int[][] pairs = new int[2][count];
        int n = 0;
        for (int g = 0; g < families.count(); g++) {
            int size = families.size(g);
            int start = families.starts()[g];
            for (int round = 1; round <= Math.min(size - 1, rounds); round++) {
                for (int i = 0; i < size; i++) {
                    pairs[0][n] = families.rows()[start + i];
                    pairs[1][n++] = families.rows()[start + (i + round) % size];
                }
            }
        }
        return pairs;
    }

    /** As {@link #rounds(Link...)}, for two tables, given for each database. */
    static int rounds(Link[] left, Link[] right) {
        int rounds = 1;
        while (rounds < ENOUGH) {
            for (int d = 0; d < left.length; d++) {
                if (meetings(left[d].sizes(), right[d].sizes(), 2 * rounds) > ENOUGH) {
                    return rounds;
                }
            }
            rounds *= 2;
        }
        return rounds;
    }

    /** Pairs of children of one parent in two tables: in each round each child of the larger family stands once. */
    static int[][] ofTwo(Link left, Link right, int rounds, Rng rng) {
        Groups first = left.groups(shuffled(left.size(), rng.child("left")));
        Groups second = right.groups(shuffled(right.size(), rng.child("right")));
        int[][] pairs = new int[2][Math.toIntExact(meetings(left.sizes(), right.sizes(), rounds))];
        int n = 0;
        for (int g = 0; g < first.count(); g++) {
            int a = first.size(g);
            int b = second.size(g);
            for (int round = 0; round < Math.min(rounds, Math.min(a, b)); round++) {
                for (int i = 0; i < Math.max(a, b); i++) {
                    // The smaller family moves on by one from round to round.
                    pairs[0][n] = first.rows()[first.starts()[g] + (a >= b ? i : (i + round) % a)];
                    pairs[1][n++] = second.rows()[second.starts()[g] + (a >= b ? (i + round) % b : i)];
                }
            }
        }
        return pairs;
    }

    private static long meetings(int[] left, int[] right, int rounds) {
        long count = 0;
        for (int g = 0; g < left.length; g++) {
            count += (long) Math.max(left[g], right[g]) * Math.min(rounds, Math.min(left[g], right[g]));
        }
        return count;
    }

    private static int[] shuffled(int rows, Rng rng) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        rng.shuffle(order);
        return order;
    }
}
