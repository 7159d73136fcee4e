package org.semblance.linkage.score;

import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;

/** Counts pairs of truth and links, each given as pairs or as clusters, without enumerating pairs of clusters. */
final class PairCounting {
    private final Sides sides;
    private final Links truth;
    private final Links links;
    private final Partition trueClusters;
    private final Partition foundClusters;
    private final Run run;

    PairCounting(Sides sides, Links truth, Links links, Partition trueClusters, Partition foundClusters, Run run) {
        this.sides = sides;
        this.truth = truth;
        this.links = links;
        this.trueClusters = trueClusters;
        this.foundClusters = foundClusters;
        this.run = run;
    }

    /** @param without records whose pairs are left out, if any */
    PairCounts count(@Nullable Flags without) {
        if (truth.clustered() && links.clustered()) {
            return of(Overlap.of(sides, trueClusters, foundClusters, without, run), run);
        }
        return new PairCounts(both(without), size(links, foundClusters, without), size(truth, trueClusters, without));
    }

    private long size(Links side, Partition clusters, @Nullable Flags without) {
        if (side.clustered()) {
            return within(clusters, without);
        }
        if (without == null) {
            return side.pairs().length;
        }
        long count = 0;
        for (long pair : side.pairs()) {
            count += without.touches(pair) ? 0 : 1;
        }
        return count;
    }

    private long both(@Nullable Flags without) {
        long count = 0;
        if (!truth.clustered() && !links.clustered()) {
            long[] a = truth.pairs();
            long[] b = links.pairs();
            int j = 0;
            for (long pair : a) {
                while (j < b.length && b[j] < pair) {
                    j++;
                }
                boolean same = j < b.length && b[j] == pair;
                count += same && (without == null || !without.touches(pair)) ? 1 : 0;
            }
            return count;
        }
        int[] labels = (truth.clustered() ? trueClusters : foundClusters).labels();
        for (long pair : (truth.clustered() ? links : truth).pairs()) {
            boolean same = labels[Sides.first(pair)] == labels[sides.second(pair)];
            count += same && (without == null || !without.touches(pair)) ? 1 : 0;
        }
        return count;
    }

    /** Pairs inside of clusters; of two files, those with a record of each. */
    private long within(Partition clusters, @Nullable Flags without) {
        int[] source = new int[clusters.count()];
        int[] target = sides.two() ? new int[clusters.count()] : source;
        int[] labels = clusters.labels();
        for (int i = 0; i < labels.length; i++) {
            if (without == null || !without.marked(i)) {
                (i < sides.source() ? source : target)[labels[i]]++;
            }
        }
        long sum = 0;
        for (int k = 0; k < source.length; k++) {
            sum += sides.two() ? (long) source[k] * target[k] : (long) source[k] * (source[k] - 1L) / 2;
        }
        return sum;
    }

    /** Of clusters on both sides, by the cells of their overlap. */
    static PairCounts of(Overlap overlap, Run run) {
        boolean two = overlap.sides().two();
        long[][] both = new long[overlap.blocks()][2];
        run.parallel(overlap.blocks(), block -> {
            long[] sums = both[block];
            long[] open = {-1, 0, 0};
            overlap.cells(block, (t, p, source, target) -> {
                sums[0] += pairs(two, source, target);
                if (open[0] != t) {
                    sums[1] += pairs(two, open[1], open[2]);
                    open[0] = t;
                    open[1] = 0;
                    open[2] = 0;
                }
                open[1] += source;
                open[2] += target;
            });
            sums[1] += pairs(two, open[1], open[2]);
        });
        long same = 0;
        long actual = 0;
        for (long[] sums : both) {
            same += sums[0];
            actual += sums[1];
        }
        return new PairCounts(same, predicted(overlap, two), actual);
    }

    private static long predicted(Overlap overlap, boolean two) {
        int[] source = new int[overlap.predicted().count()];
        int[] target = two ? new int[source.length] : source;
        for (int block = 0; block < overlap.blocks(); block++) {
            overlap.cells(block, (t, p, s, g) -> {
                source[p] += s;
                if (two) {
                    target[p] += g;
                }
            });
        }
        long sum = 0;
        for (int k = 0; k < source.length; k++) {
            sum += pairs(two, source[k], target[k]);
        }
        return sum;
    }

    static long pairs(boolean two, long source, long target) {
        return two ? source * target : source * (source - 1) / 2;
    }
}
