package org.semblance.synthesize.related;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.Permutation;
import org.semblance.random.Rng;

/**
 * The places that rows have for others pointing at them: as many for each row as it drew, in random order. Whoever takes
 * place after place leaves every row with the number it drew. First come as many of each row as the one has that drew
 * fewest; after the last place rows have as many more as the one that drew most, and after these it begins again: so that
 * nobody is named seldomer or oftener than anybody should be, where places and takers are not quite as many.
 *
 * <p>Places of lists are drawn by chance instead, each row's being its share of them: told exactly, they would be the numbers
 * of the real rows.
 *
 * <p>Holds 12 bytes a row for each of the three, whatever the number of places; a place costs a keyed permutation and a
 * binary search.
 */
final class Slots {
    /** Places that come one after the other, in random order. */
    private record Tier(long[] upTo, Permutation order) {
        static Tier of(int[] rows, IntToLongFunction places, Rng rng) {
            long[] upTo = new long[rows.length];
            long sum = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += places.applyAsLong(rows[i]);
                upTo[i] = sum;
            }
            return new Tier(upTo, new Permutation(Math.max(1, sum), rng));
        }

        long size() {
            return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
        }

        /** Which of the rows has the k-th place. */
        int at(long k) {
            int at = Arrays.binarySearch(upTo, order.at(k) + 1);
            if (at < 0) {
                return -at - 1;
            }
            // Rows without a place share their sum with the row before them, which has it.
            while (at > 0 && upTo[at - 1] == upTo[at]) {
                at--;
            }
            return at;
        }
    }

    private final int[] rows;
    private final List<Tier> tiers;
    private final long size;
    private final long all;
    private final @Nullable Rng chance;

    private Slots(int[] rows, List<Tier> tiers, long size, @Nullable Rng chance) {
        this.chance = chance;
        this.rows = rows;
        this.tiers = tiers;
        this.size = size;
        all = tiers.stream().mapToLong(Tier::size).sum();
    }

    /**
     * The places of some rows.
     *
     * @param counts by row, how many places it has; where none of the rows has any, each has one
     */
    static Slots of(int[] rows, double[] counts, Rng rng) {
        long fewest = Long.MAX_VALUE;
        long most = 1;
        for (double count : counts) {
            fewest = Math.min(fewest, places(count));
            most = Math.max(most, places(count));
        }
        long sum = Arrays.stream(rows).mapToLong(row -> places(counts[row])).sum();
        if (sum == 0) {
            Tier one = Tier.of(rows, row -> 1, rng);
            return new Slots(rows, List.of(one), one.size(), null);
        }
        long first = fewest;
        long last = most;
        List<Tier> tiers = Stream.of(
                        Tier.of(rows, row -> first, rng.child("first")),
                        Tier.of(rows, row -> places(counts[row]) - first, rng),
                        Tier.of(rows, row -> last - places(counts[row]), rng.child("spare")))
                .filter(tier -> tier.size() > 0)
                .toList();
        return new Slots(rows, tiers, sum, null);
    }

    /**
     * Places that are drawn by chance.
     *
     * @param counts by row, which are its share; where none of the rows has any, all have the same
     */
    static Slots byChance(int[] rows, double[] counts, Rng rng) {
        boolean none = Arrays.stream(rows).allMatch(row -> places(counts[row]) == 0);
        Tier one = Tier.of(rows, row -> none ? 1 : places(counts[row]), rng);
        return new Slots(rows, List.of(one), one.size(), rng.child("chance"));
    }

    private static long places(double count) {
        return Math.max(0, (long) count);
    }

    /** How many places the rows drew; 0 where there are no rows. */
    long size() {
        return size;
    }

    /** The row of the k-th place. */
    int row(long k) {
        long place = chance == null ? k % all : (long) (chance.child(k).nextDouble() * all);
        for (Tier tier : tiers) {
            if (place < tier.size()) {
                return rows[tier.at(place)];
            }
            place -= tier.size();
        }
        throw new IllegalStateException("no place " + k);
    }
}
