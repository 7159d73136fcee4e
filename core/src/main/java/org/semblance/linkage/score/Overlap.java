package org.semblance.linkage.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;

/**
 * The table of true by predicted clusters, only its cells that are not empty: records are grouped by true cluster
 * (counting sort), and inside of it by predicted one. No pair is ever enumerated: n records cost n log of the cluster
 * size, 12 bytes a record.
 */
final class Overlap {
    /** True clusters looked at together: sums are taken by block, so that they do not depend on the threads. */
    private static final int BLOCK = 1 << 16;

    private final Sides sides;
    private final Partition truth;
    private final Partition predicted;
    private final int[] starts;
    private final int[] grouped;

    private Overlap(Sides sides, Partition truth, Partition predicted, int[] starts, int[] grouped) {
        this.sides = sides;
        this.truth = truth;
        this.predicted = predicted;
        this.starts = starts;
        this.grouped = grouped;
    }

    /** One cell that is not empty. */
    interface Cell {
        /** So many records of the source (or the one file) and of the target. */
        void see(int trueCluster, int predictedCluster, int source, int target);
    }

    /** @param without records left out, if any */
    static Overlap of(Sides sides, Partition truth, Partition predicted, @Nullable Flags without, Run run) {
        int n = truth.labels().length;
        int[] t = truth.labels();
        int[] p = predicted.labels();
        int[] starts = new int[truth.count() + 1];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (without == null || !without.marked(i)) {
                starts[t[i] + 1]++;
                kept++;
            }
        }
        for (int k = 0; k < truth.count(); k++) {
            starts[k + 1] += starts[k];
        }
        // While filling, starts[k] runs from the start of cluster k to that of the next; then all move up by one.
        int[] grouped = new int[kept];
        for (int i = 0; i < n; i++) {
            if (without == null || !without.marked(i)) {
                int side = i < sides.source() ? 0 : 1;
                grouped[starts[t[i]]++] = sides.two() ? p[i] << 1 | side : p[i];
            }
        }
        System.arraycopy(starts, 0, starts, 1, truth.count());
        starts[0] = 0;
        Overlap out = new Overlap(sides, truth, predicted, starts, grouped);
        run.parallel(out.blocks(), block -> {
            for (int k = block * BLOCK; k < out.end(block); k++) {
                if (starts[k + 1] - starts[k] > 1) {
                    Arrays.sort(grouped, starts[k], starts[k + 1]);
                }
            }
        });
        return out;
    }

    Sides sides() {
        return sides;
    }

    Partition truth() {
        return truth;
    }

    Partition predicted() {
        return predicted;
    }

    /** Records looked at. */
    int records() {
        return grouped.length;
    }

    int blocks() {
        return (truth.count() + BLOCK - 1) / BLOCK;
    }

    private int end(int block) {
        return Math.min(truth.count(), (block + 1) * BLOCK);
    }

    /** How many records the true cluster has here. */
    int trueSize(int cluster) {
        return starts[cluster + 1] - starts[cluster];
    }

    /** Shows the cells of a block of true clusters, by true and then by predicted cluster. */
    void cells(int block, Cell cell) {
        int shift = sides.two() ? 1 : 0;
        for (int k = block * BLOCK; k < end(block); k++) {
            int at = starts[k];
            int stop = starts[k + 1];
            while (at < stop) {
                int cluster = grouped[at] >>> shift;
                int source = 0;
                int target = 0;
                for (; at < stop && grouped[at] >>> shift == cluster; at++) {
                    if (shift == 1 && (grouped[at] & 1) == 1) {
                        target++;
                    } else {
                        source++;
                    }
                }
                cell.see(k, cluster, source, target);
            }
        }
    }
}
