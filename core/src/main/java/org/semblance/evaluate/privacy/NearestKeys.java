package org.semblance.evaluate.privacy;

import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.run.Run;

/**
 * Guessing from the synthetic rows that share most keys with a person (Hamming distance, all that are nearest): the
 * generalized CAP of SDMetrics. Cost: key classes of the real table x those of the synthetic one x keys, on all threads.
 */
final class NearestKeys {
    private final Cells cells;
    /** Per key and class, its level. */
    private final int[][] levels;
    /** Classes with synthetic rows. */
    private final int[] made;
    /** Where the cells of a class begin in {@link #order}; cells sorted by class. */
    private final int[] starts;

    private final int[] order;

    NearestKeys(Cells cells, List<Labels> keys, RowClasses classes) {
        this.cells = cells;
        levels = classes.levels(keys);
        made = IntStream.range(0, classes.count())
                .filter(q -> cells.sq()[q] > 0)
                .toArray();
        starts = new int[classes.count() + 1];
        for (int k = 0; k < cells.size(); k++) {
            starts[cells.keys()[k] + 1]++;
        }
        for (int q = 0; q < classes.count(); q++) {
            starts[q + 1] += starts[q];
        }
        int[] next = starts.clone();
        order = new int[cells.size()];
        for (int k = 0; k < cells.size(); k++) {
            order[next[cells.keys()[k]]++] = k;
        }
    }

    /** The mean over real rows of the share of their nearest synthetic rows with the same target; NaN without either. */
    double cap(Run run) {
        if (made.length == 0) {
            return Double.NaN;
        }
        double[] right = new double[cells.dq().length];
        run.parallel(right.length, q -> right[q] = cells.dq()[q] == 0 ? 0 : right(q));
        double sum = 0;
        for (double rows : right) {
            sum += rows;
        }
        return sum / cells.real();
    }

    private double right(int real) {
        int[] distances = new int[made.length];
        int nearest = Integer.MAX_VALUE;
        for (int m = 0; m < made.length; m++) {
            distances[m] = distance(real, made[m]);
            nearest = Math.min(nearest, distances[m]);
        }
        int from = starts[real];
        double[] hits = new double[starts[real + 1] - from];
        double all = 0;
        for (int m = 0; m < made.length; m++) {
            if (distances[m] != nearest) {
                continue;
            }
            all += cells.sq()[made[m]];
            for (int k = starts[made[m]]; k < starts[made[m] + 1]; k++) {
                count(order[k], from, hits);
            }
        }
        double right = 0;
        for (int k = 0; k < hits.length; k++) {
            right += hits[k] / all * cells.d()[order[from + k]];
        }
        return right;
    }

    /** Adds the synthetic rows of a cell to the real cell of the same target, if there is one. */
    private void count(int cell, int from, double[] hits) {
        for (int k = 0; k < hits.length; k++) {
            if (cells.targets()[order[from + k]] == cells.targets()[cell]) {
                hits[k] += cells.s()[cell];
                return;
            }
        }
    }

    private int distance(int a, int b) {
        int distance = 0;
        for (int[] key : levels) {
            distance += key[a] == key[b] ? 0 : 1;
        }
        return distance;
    }
}
