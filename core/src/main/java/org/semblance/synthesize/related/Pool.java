package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.synthesize.related.RefModel.Agreement;

/**
 * The rows that may be named by one foreign key: all of them, those of each kind, and those that agree with whoever names
 * them, each with the places that they have. Immutable; the places that were taken are the {@link Taker}'s to know.
 */
final class Pool {
    private final Drawn target;
    private final Slots all;
    private final int[] spare;
    private final Slots[] kinds;
    private final @Nullable Bound[] bound;
    private final @Nullable Rng chance;

    /** Rows in groups, each as often as it has places: those of group g are {@code rows[start[g] .. start[g + 1] - 1]}. */
    private record Bound(int[] start, int[] rows) {}

    /**
     * How many places rows have.
     *
     * @param count which column of the target's frame says it, or -1 where each has one
     * @param once whether every row may be named once only
     * @param byChance whether places are drawn by chance: those of a list
     */
    record Places(int count, boolean once, boolean byChance) {
        private Slots of(int[] rows, double[] places, Rng rng) {
            return byChance && !once ? Slots.byChance(rows, places, rng) : Slots.of(rows, places, rng);
        }
    }

    Pool(Drawn target, Places asked, RefModel model, Rng rng) {
        this.target = target;
        boolean once = asked.once();
        chance = asked.byChance() ? rng.child("chance") : null;
        double[] places = places(target, asked.count());
        int[] there =
                IntStream.range(0, places.length).filter(i -> !target.gone(i)).toArray();
        int[] free = Arrays.stream(there).filter(i -> places[i] >= 1).toArray();
        all = asked.of(once && free.length > 0 ? free : there, once ? ones(places.length) : places, rng.child("all"));
        spare = once && free.length > 0
                ? Arrays.stream(there).filter(i -> places[i] < 1).toArray()
                : new int[0];
        kinds = kinds(model, there, places, asked, rng.child("kinds"));
        List<@Nullable Bound> groups = new ArrayList<>();
        for (Agreement agreement : model.agreements()) {
            groups.add(agreement.exact() ? null : bound(agreement, there, places, rng.child("bound")));
        }
        bound = groups.toArray(new @Nullable Bound[0]);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] places(Drawn target, int count) {
        double[] places = new double[target.rows()];
        for (int i = 0; i < places.length; i++) {
            places[i] = count < 0 ? 1 : target.frame().values(count)[i];
        }
        return places;
    }

    private Slots[] kinds(RefModel model, int[] there, double[] places, Places asked, Rng rng) {
        RefModel.Kinds told = model.kinds();
        if (told == null) {
            return new Slots[0];
        }
        int[] leaf = told.tree().leaf(target.ownFrame());
        Slots[] out = new Slots[told.tree().leaves()];
        for (int k = 0; k < out.length; k++) {
            int kind = k;
            out[k] = asked.of(Arrays.stream(there).filter(i -> leaf[i] == kind).toArray(), places, rng.child(k));
        }
        return out;
    }

    private Bound bound(Agreement agreement, int[] there, double[] places, Rng rng) {
        Drawn.Reached reached = target.reach(agreement.there());
        int groups = reached.drawn().rows();
        int[] members = new int[groups];
        long[] sums = new long[groups + 1];
        for (int row : there) {
            int group = reached.rows()[row];
            if (group >= 0) {
                members[group]++;
                sums[group] += Math.max(0, (long) places[row]);
            }
        }
        int[] start = new int[groups + 1];
        for (int g = 0; g < groups; g++) {
            start[g + 1] = Math.toIntExact(start[g] + (sums[g] == 0 ? members[g] : sums[g]));
        }
        int[] free = start.clone();
        int[] rows = new int[start[groups]];
        for (int row : there) {
            int group = reached.rows()[row];
            if (group >= 0) {
                long some = sums[group] == 0 ? 1 : Math.max(0, (long) places[row]);
                for (long k = 0; k < some; k++) {
                    rows[free[group]++] = row;
                }
            }
        }
        for (int g = 0; g < groups; g++) {
            shuffle(rows, start[g], start[g + 1], rng);
        }
        return new Bound(start, rows);
    }

    private static void shuffle(int[] rows, int from, int to, Rng rng) {
        for (int i = to - 1; i > from; i--) {
            int j = from + rng.nextInt(i - from + 1);
            int held = rows[i];
            rows[i] = rows[j];
            rows[j] = held;
        }
    }

    Drawn target() {
        return target;
    }

    /** Takes places for the rows of one block, so that blocks do not take the same before all are taken. */
    final class Taker {
        private final long stride;
        private final boolean once;
        private long next;
        private final long[] nextOfKind;
        private final int[][] nextBound;

        /**
         * @param index of the block among {@code blocks} that take from this pool
         * @param once whether every row may be named once only
         */
        Taker(long index, long blocks, boolean once) {
            stride = blocks;
            this.once = once;
            next = index;
            nextOfKind = new long[kinds.length];
            Arrays.fill(nextOfKind, index);
            nextBound = new int[bound.length][];
            for (int k = 0; k < bound.length; k++) {
                Bound groups = bound[k];
                nextBound[k] = new int[groups == null ? 0 : groups.start().length - 1];
                Arrays.fill(nextBound[k], (int) index);
            }
        }

        /** The next row of all, or -1 where there is none, or none left. */
        int any() {
            long k = next;
            next += stride;
            if (all.size() == 0 || once && k >= all.size() + spare.length) {
                return -1;
            }
            return once && k >= all.size() ? spare[(int) (k - all.size())] : all.row(k);
        }

        /** The next row of a kind; of all where the kind has none. */
        int ofKind(int kind) {
            if (once || kind >= kinds.length || kinds[kind].size() == 0) {
                return any();
            }
            long k = nextOfKind[kind];
            nextOfKind[kind] += stride;
            return kinds[kind].row(k);
        }

        /** The next row of a group, or -1 where it has none. */
        int bound(int agreement, int group) {
            Bound groups = bound[agreement];
            if (groups == null || group < 0 || groups.start()[group] == groups.start()[group + 1]) {
                return -1;
            }
            int size = groups.start()[group + 1] - groups.start()[group];
            int k = nextBound[agreement][group];
            if (chance != null) {
                nextBound[agreement][group] = (int) (k + stride);
                return groups.rows()[
                        groups.start()[group]
                                + chance.child(agreement).child(group).child(k).nextInt(size)];
            }
            nextBound[agreement][group] = (int) ((k + stride) % Math.max(1, size));
            return groups.rows()[groups.start()[group] + k % size];
        }
    }
}
