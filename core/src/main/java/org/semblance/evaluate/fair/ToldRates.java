package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.math.Deduced;

/**
 * Which rates and sizes of the groups of the real rows can be told, so that no count of fewer than {@link Groups#FEW} rows
 * can be computed from them, together with how many rows there are and have each label.
 *
 * <p>A rate that stands for few rows with or without its event is withheld, and as many others as it takes, those of the
 * fewest rows first: what is left for the groups that are not told is none or enough, and as a system of linear equations
 * in the counts of each group and label it has no solution for a small one alone. Of means all of large groups are told.
 */
final class ToldRates {
    private final int[] sizes;
    private final int[][] counts;
    private final boolean[] shares;
    private final boolean[][] told;
    private final boolean[] size;

    private ToldRates(int[] sizes, List<Rate[]> rates) {
        this.sizes = sizes;
        counts = new int[rates.size()][sizes.length];
        shares = new boolean[rates.size()];
        told = new boolean[rates.size()][sizes.length];
        size = new boolean[sizes.length];
        for (int e = 0; e < counts.length; e++) {
            for (int g = 0; g < sizes.length; g++) {
                Rate rate = rates.get(e)[g];
                shares[e] |= rate.rows() > 0;
                counts[e][g] = rate.rows() == 0 ? 0 : (int) Math.rint(rate.mean() * rate.rows());
                told[e][g] = g < sizes.length - 1 && !Double.isNaN(rate.shown());
            }
            for (Rate rate : rates.get(e)) {
                shares[e] &= rate.rows() == 0 || rate.share();
            }
        }
    }

    /**
     * @param sizes real rows of each group and, last, of none
     * @param rates of each event in the same
     */
    static ToldRates of(int[] sizes, List<Rate[]> rates) {
        ToldRates out = new ToldRates(sizes, rates);
        out.sizes();
        boolean changed;
        do {
            changed = false;
            for (int e = 0; e < out.counts.length; e++) {
                changed |= out.shares[e] && out.leavesFew(e) && out.withhold(e);
            }
            changed |= !changed && out.solved();
        } while (changed);
        return out;
    }

    /** Whether the rate of an event can be told, group by group. */
    boolean[] rates(int event) {
        return told[event];
    }

    /** Whether the rows of a group can be told. */
    boolean size(int group) {
        return size[group];
    }

    private static boolean few(int count) {
        return count > 0 && count < Groups.FEW;
    }

    /** Few rows of no group would be those that the others leave: then the smallest group is not told, either. */
    private void sizes() {
        int groups = sizes.length - 1;
        IntStream.range(0, groups).forEach(g -> size[g] = true);
        if (few(sizes[groups])) {
            IntStream.range(0, groups)
                    .boxed()
                    .min((a, b) -> sizes[a] - sizes[b])
                    .ifPresent(g -> size[g] = false);
        }
    }

    /** Whether few of the rows that are not told have the event, or have it not. */
    private boolean leavesFew(int event) {
        int with = 0;
        int without = 0;
        for (int g = 0; g < sizes.length; g++) {
            with += told[event][g] ? 0 : counts[event][g];
            without += told[event][g] ? 0 : sizes[g] - counts[event][g];
        }
        return few(with) || few(without);
    }

    /** Takes out the rate of the fewest rows with the event; false where there is none left. */
    private boolean withhold(int event) {
        return IntStream.range(0, sizes.length)
                .filter(g -> told[event][g])
                .boxed()
                .min((a, b) -> counts[event][a] - counts[event][b])
                .map(g -> {
                    told[event][g] = false;
                    return true;
                })
                .orElse(false);
    }

    /** Whether a small count follows, and a rate less is told. */
    private boolean solved() {
        int[] labels = IntStream.range(0, counts.length).filter(e -> shares[e]).toArray();
        int groups = sizes.length;
        List<BitSet> unknowns = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        List<Integer> small = new ArrayList<>();
        int others = IntStream.of(sizes).sum()
                - IntStream.of(labels).map(e -> IntStream.of(counts[e]).sum()).sum();
        for (int g = 0; g < groups; g++) {
            int rest = sizes[g];
            for (int k = 0; k <= labels.length; k++) {
                boolean last = k == labels.length;
                int count = last ? rest : counts[labels[k]][g];
                rest -= last ? 0 : count;
                if (count > 0 && (last || !told[labels[k]][g])) {
                    BitSet sums = new BitSet();
                    // Few rows of other labels or none are not told by the bars, either.
                    sums.set(k, !last || !few(others));
                    boolean known = g < groups - 1 && size[g];
                    sums.set(labels.length + 1 + g, known);
                    unknowns.add(sums);
                    events.add(last ? -1 : labels[k]);
                    small.add(count);
                }
            }
        }
        BitSet known = Deduced.of(labels.length + 1 + groups, 0, unknowns);
        for (int i = known.nextSetBit(0); i >= 0; i = known.nextSetBit(i + 1)) {
            if (few(small.get(i)) && (events.get(i) >= 0 ? withhold(events.get(i)) : any(labels))) {
                return true;
            }
        }
        return false;
    }

    private boolean any(int[] labels) {
        return IntStream.of(labels).anyMatch(this::withhold);
    }
}
