package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.semblance.math.Deduced;

/**
 * Which patterns of missing values can be told with their real rows so that no pattern and no column's missing values of
 * fewer than ten rows can be computed.
 *
 * <p>What is known besides: how many rows there are, and how many miss each column, where that many miss it and that many
 * do not. Together with the told patterns these are one system of linear equations in the others; patterns are withheld
 * until it gives no small number that it does not give without any of them. Who computes is taken to know which patterns
 * there are. Besides, told patterns leave no or ten rows of the table, of those that miss a column and of those that have
 * it, for a small rest bounds all that is in it. Cost: {@link Deduced} for each choice of up to 10 patterns.
 */
final class ToldPatterns {
    static final int LEAST_ROWS = 10;

    /** Patterns times squared sums: beyond it none is told, for a second is all it may take. */
    private static final double MOST_WORK = 2e7;

    private final int[] counts;
    private final BitSet[] missing;
    private final int[] lacking;
    private final int rows;
    private final List<Integer> toldColumns = new ArrayList<>();
    private final List<Integer> smallColumns = new ArrayList<>();

    /**
     * @param counts real rows of each pattern, none for those of synthetic rows only
     * @param missing the columns missing in each
     */
    ToldPatterns(int[] counts, BitSet[] missing, int width) {
        this.counts = counts;
        this.missing = missing;
        lacking = new int[width];
        int all = 0;
        for (int k = 0; k < counts.length; k++) {
            int here = counts[k];
            all += here;
            missing[k].stream().forEach(c -> lacking[c] += here);
        }
        rows = all;
        for (int c = 0; c < width; c++) {
            boolean small = few(lacking[c]) || few(rows - lacking[c]);
            if (lacking[c] > 0) {
                (small ? smallColumns : toldColumns).add(c);
            }
        }
    }

    private static boolean few(int count) {
        return count > 0 && count < LEAST_ROWS;
    }

    /** Those of the patterns to be shown whose real rows can be told. */
    Set<Integer> of(List<Integer> shown) {
        Set<Integer> told = new TreeSet<>(
                Comparator.<Integer>comparingInt(k -> counts[k]).thenComparing(Comparator.naturalOrder()));
        shown.stream().filter(k -> counts[k] >= LEAST_ROWS).forEach(told::add);
        double sums = 1.0 + toldColumns.size() + smallColumns.size();
        if (counts.length * sums * sums > MOST_WORK) {
            return Set.of();
        }
        BitSet anyway = found(Set.of());
        while (true) {
            lines(told);
            if (told.isEmpty() || safe(told, anyway)) {
                return told;
            }
            told.remove(culprit(told, anyway));
        }
    }

    /** The smallest without which all is well, else the smallest. */
    private int culprit(Set<Integer> told, BitSet anyway) {
        for (int one : told) {
            Set<Integer> others = new TreeSet<>(told);
            others.remove(one);
            if (safe(others, anyway)) {
                return one;
            }
        }
        return told.iterator().next();
    }

    private boolean safe(Set<Integer> told, BitSet anyway) {
        BitSet found = found(told);
        found.andNot(anyway);
        return found.isEmpty();
    }

    /** Small patterns and, behind them, columns that few rows miss or have, that follow from these patterns. */
    private BitSet found(Set<Integer> told) {
        List<BitSet> unknowns = new ArrayList<>();
        List<Integer> patterns = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0 && !told.contains(k)) {
                patterns.add(k);
                unknowns.add(sums(missing[k]));
            }
        }
        BitSet known = Deduced.of(1 + toldColumns.size(), smallColumns.size(), unknowns);
        BitSet out = new BitSet();
        for (int k = known.nextSetBit(0); k >= 0; k = known.nextSetBit(k + 1)) {
            if (k >= patterns.size()) {
                out.set(counts.length + k - patterns.size());
            } else if (few(counts[patterns.get(k)])) {
                out.set(patterns.get(k));
            }
        }
        return out;
    }

    /** The sums that count a pattern: of the table, of the columns that are told, of those that are not. */
    private BitSet sums(BitSet pattern) {
        BitSet out = new BitSet();
        out.set(0);
        for (int k = 0; k < toldColumns.size(); k++) {
            out.set(1 + k, pattern.get(toldColumns.get(k)));
        }
        for (int k = 0; k < smallColumns.size(); k++) {
            out.set(1 + toldColumns.size() + k, pattern.get(smallColumns.get(k)));
        }
        return out;
    }

    /** Withholds until no told sum leaves few rows. */
    private void lines(Set<Integer> told) {
        boolean changed;
        do {
            changed = withhold(told, rows, k -> true);
            for (int c = 0; c < lacking.length; c++) {
                int column = c;
                changed |= withhold(told, lacking[c], k -> missing[k].get(column));
                changed |= withhold(told, rows - lacking[c], k -> !missing[k].get(column));
            }
        } while (changed);
    }

    /** Takes the smallest of some patterns out where they leave few of so many rows. */
    private boolean withhold(Set<Integer> told, int of, IntPredicate some) {
        List<Integer> own = told.stream().filter(some::test).toList();
        int left = of - own.stream().mapToInt(k -> counts[k]).sum();
        return few(left) && !own.isEmpty() && told.remove(own.get(0));
    }
}
