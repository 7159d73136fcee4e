package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How far two groups are apart in a rate, by the real and by the synthetic rows.
 *
 * @param groups the columns that make the groups
 * @param rate which rate ("rate of income = >50K")
 * @param first the one group
 * @param second the other one
 * @param real the distance in the real rows, of the first less the second
 * @param synthetic the same in the synthetic ones
 * @param error the standard error of {@link #widening}
 * @param told whether numbers of it can be told; else only whether it is wider than chance explains
 */
record Gap(
        String groups,
        String rate,
        String first,
        String second,
        double real,
        double synthetic,
        double error,
        boolean told) {
    /** What a gap that cannot be told counts for where it is wider than chance explains: enough to be seen. */
    static final double UNTOLD = 0.05;

    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    /** By how much the groups are further apart in the synthetic rows. */
    double widening() {
        return Math.abs(synthetic) - Math.abs(real);
    }

    /** By how much more than so many standard errors. */
    double excess(double errors) {
        return widening() - errors * error;
    }

    /** What it adds to the value: a number that tells nothing but yes or no of a gap that cannot be told. */
    private double counted(double errors) {
        double excess = excess(errors);
        return told || excess <= 0 ? excess : UNTOLD;
    }

    /** How many standard errors chance exceeds in one of 20 repetitions in any of so many gaps (Bonferroni). */
    static double errors(int gaps) {
        return NORMAL.inverseCumulativeProbability(1 - 0.05 / Math.max(1, gaps));
    }

    /** The gap that is widened most beyond chance, else the widest of the real rows that can be told; null for none. */
    static @Nullable Gap worst(List<Gap> gaps) {
        double errors = errors(gaps.size());
        Gap worst = gaps.stream()
                .max(Comparator.comparingDouble(gap -> gap.counted(errors)))
                .orElse(null);
        return worst == null || worst.excess(errors) > 0
                ? worst
                : gaps.stream()
                        .filter(Gap::told)
                        .max(Comparator.comparingDouble(gap -> Math.abs(gap.real)))
                        .orElse(null);
    }

    /**
     * The largest widening beyond chance, {@link #UNTOLD} for one that cannot be told; 0 where there is none, NaN without
     * gaps.
     */
    static double value(List<Gap> gaps) {
        double errors = errors(gaps.size());
        return gaps.isEmpty()
                ? Double.NaN
                : Math.max(
                        0,
                        gaps.stream()
                                .mapToDouble(gap -> gap.counted(errors))
                                .max()
                                .orElse(0));
    }

    /** All pairs of groups. */
    interface Pair {
        /** The gap of two groups, or null where one of them is too small. */
        @Nullable
        Gap of(int first, int second);
    }

    static List<Gap> pairs(int groups, Pair pair) {
        List<Gap> out = new ArrayList<>();
        for (int a = 0; a < groups; a++) {
            for (int b = a + 1; b < groups; b++) {
                Gap gap = pair.of(a, b);
                if (gap != null) {
                    out.add(gap);
                }
            }
        }
        return out;
    }

    /** What a reader should know of the gaps, as a sentence or two. */
    static String note(List<Gap> gaps, String inReal, String inSynthetic) {
        Gap worst = worst(gaps);
        if (worst == null) {
            return gaps.isEmpty()
                    ? "No two groups have rows enough to be compared."
                    : "No gap is wider than chance explains; too few real rows have the outcome to tell any.";
        }
        double errors = errors(gaps.size());
        if (!worst.told) {
            return String.format(
                    Locale.ROOT,
                    "The gap in the %s between %s and %s (%s) is wider than chance explains; too few real rows have the"
                            + " outcome to tell by how much.",
                    worst.rate,
                    worst.first,
                    worst.second,
                    worst.groups);
        }
        String beyond = worst.excess(errors) > 0
                ? ": wider than chance explains."
                : -worst.widening() > errors * worst.error ? ": narrower than chance explains." : ".";
        return worst.sentence(inReal, inSynthetic) + beyond;
    }

    /** As a sentence without its end: the group with the higher real rate first. */
    private String sentence(String inReal, String inSynthetic) {
        boolean turned = real < 0;
        double sign = turned ? -1 : 1;
        return String.format(
                Locale.ROOT,
                "The gap in the %s between %s and %s (%s) is %s %s and %s %s",
                rate,
                turned ? second : first,
                turned ? first : second,
                groups,
                text(sign * real),
                inReal,
                text(sign * synthetic),
                inSynthetic);
    }

    private static String text(double value) {
        // Plus 0, so that there is no minus before a zero.
        return String.format(Locale.ROOT, "%.2f", Math.rint(value * 100) / 100 + 0.0);
    }
}
