package org.semblance.linkage.score;

import org.semblance.evaluate.Interval;
import org.semblance.run.Run;

/**
 * Where precision, recall and F would lie in 95 of 100 other sets of the same kind. Pairs of the same people stand and
 * fall together, so what is drawn anew are groups of records that hang together through truth or links: the variance of
 * the ratio over groups gives the number of pairs that would know as much if they were independent (Kish 1965, design
 * effect), and Wilson's interval is that of this number.
 *
 * @param precision NONE where there are no pairs
 * @param groups that stand and fall alone; 0 where pairs were taken for independent, for there are too many records
 */
public record Intervals(Interval precision, Interval recall, Interval f, long groups) {
    /** Beyond it intervals are narrower than the digits shown. */
    private static final int MOST = 1 << 24;

    static Intervals of(
            Sides sides,
            Links truth,
            Links links,
            Partition trueClusters,
            Partition found,
            PairCounts counts,
            Run run) {
        int n = sides.records();
        if (n > MOST || (long) truth.pairs().length + links.pairs().length > 4L * MOST) {
            return new Intervals(
                    Interval.ofShare(counts.precision(), counts.predicted()),
                    Interval.ofShare(counts.recall(), counts.actual()),
                    Interval.ofShare(counts.f(), counts.predicted() + counts.actual()),
                    0);
        }
        int[] group = groups(n, trueClusters, found);
        double[] both = new double[n];
        double[] predicted = new double[n];
        double[] actual = new double[n];
        spread(sides, truth, trueClusters, group, actual);
        spread(sides, links, found, group, predicted);
        both(sides, truth, links, trueClusters, found, group, both, run);
        return of(both, predicted, actual);
    }

    /** The group of each record: its smallest member. */
    private static int[] groups(int n, Partition trueClusters, Partition found) {
        Union union = new Union(n);
        for (Partition side : new Partition[] {trueClusters, found}) {
            int[] first = new int[side.count()];
            for (int i = n - 1; i >= 0; i--) {
                first[side.labels()[i]] = i;
            }
            for (int i = 0; i < n; i++) {
                union.join(i, first[side.labels()[i]]);
            }
        }
        return union.labels();
    }

    private static void spread(Sides sides, Links links, Partition clusters, int[] group, double[] out) {
        if (!links.clustered()) {
            for (long pair : links.pairs()) {
                out[group[Sides.first(pair)]]++;
            }
            return;
        }
        int[] source = new int[clusters.count()];
        int[] target = new int[clusters.count()];
        int[] where = new int[clusters.count()];
        for (int i = 0; i < group.length; i++) {
            int label = clusters.labels()[i];
            (i < sides.source() ? source : target)[label]++;
            where[label] = group[i];
        }
        for (int k = 0; k < source.length; k++) {
            out[where[k]] += PairCounting.pairs(sides.two(), source[k], target[k]);
        }
    }

    private static void both(
            Sides sides,
            Links truth,
            Links links,
            Partition trueClusters,
            Partition found,
            int[] group,
            double[] out,
            Run run) {
        if (truth.clustered() && links.clustered()) {
            int[] where = new int[trueClusters.count()];
            for (int i = 0; i < group.length; i++) {
                where[trueClusters.labels()[i]] = group[i];
            }
            Overlap overlap = Overlap.of(sides, trueClusters, found, null, run);
            for (int block = 0; block < overlap.blocks(); block++) {
                overlap.cells(block, (t, p, s, g) -> out[where[t]] += PairCounting.pairs(sides.two(), s, g));
            }
            return;
        }
        boolean listTruth = !truth.clustered();
        int[] labels = (truth.clustered() ? trueClusters : found).labels();
        Links other = listTruth ? links : truth;
        for (long pair : (listTruth ? truth : links).pairs()) {
            boolean same =
                    other.clustered() ? labels[Sides.first(pair)] == labels[sides.second(pair)] : other.contains(pair);
            out[group[Sides.first(pair)]] += same ? 1 : 0;
        }
    }

    private static Intervals of(double[] both, double[] predicted, double[] actual) {
        double[] twice = new double[both.length];
        double[] ends = new double[both.length];
        long groups = 0;
        for (int i = 0; i < both.length; i++) {
            twice[i] = 2 * both[i];
            ends[i] = predicted[i] + actual[i];
            groups += ends[i] > 0 ? 1 : 0;
        }
        return new Intervals(ratio(both, predicted), ratio(both, actual), ratio(twice, ends), groups);
    }

    /** Wilson's interval with as many pairs as would have this variance (Cochran 1977, Sampling Techniques, 2.11). */
    private static Interval ratio(double[] above, double[] below) {
        double top = 0;
        double bottom = 0;
        double squares = 0;
        long groups = 0;
        for (int i = 0; i < above.length; i++) {
            top += above[i];
            bottom += below[i];
            squares += below[i] * below[i];
            groups += below[i] > 0 ? 1 : 0;
        }
        if (bottom == 0) {
            return Interval.NONE;
        }
        double share = top / bottom;
        // Of a share of none or all the variance is 0 whatever the groups: then as if each group were right or wrong as
        // one.
        double alike = bottom * bottom / squares;
        if (share <= 0 || share >= 1 || groups < 2) {
            return Interval.ofShare(share, Math.min(bottom, alike));
        }
        double sum = 0;
        for (int i = 0; i < above.length; i++) {
            double residual = above[i] - share * below[i];
            sum += residual * residual;
        }
        double variance = sum / (bottom * bottom) * groups / (groups - 1);
        double worth = variance > 0 ? share * (1 - share) / variance : bottom;
        return Interval.ofShare(share, Math.min(bottom, worth));
    }
}
