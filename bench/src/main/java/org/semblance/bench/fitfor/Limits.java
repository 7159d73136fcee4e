package org.semblance.bench.fitfor;

import java.util.List;
import java.util.function.Predicate;

/**
 * The widest limits of a few measures that keep a promise: of the trials within them, weighed so that every table counts
 * alike, at least nine in ten go well. Among limits that keep it, those that let in the most that goes well; among equal
 * ones the strictest. All combinations of the grid are tried, by sums over it. Cost: trials + grid^measures.
 */
final class Limits {
    static final double PROMISE = 0.9;

    private static final int SIZE = Rule.GRID.length;

    private Limits() {}

    /** One limit per measure, or none of the grid's (-1: nothing is let in) where no limits keep the promise. */
    static double[] widest(List<Trial> trials, List<String> measures, Predicate<Trial> well) {
        int cells = 1;
        for (int k = 0; k < measures.size(); k++) {
            cells *= SIZE;
        }
        double[] good = new double[cells];
        double[] bad = new double[cells];
        for (Trial trial : trials) {
            int cell = cell(trial, measures);
            if (cell >= 0) {
                (well.test(trial) ? good : bad)[cell]++;
            }
        }
        add(good, measures.size());
        add(bad, measures.size());
        int best = -1;
        for (int cell = 0; cell < cells; cell++) {
            boolean keeps = good[cell] > 0 && good[cell] >= PROMISE * (good[cell] + bad[cell]);
            if (keeps && (best < 0 || good[cell] > good[best])) {
                best = cell;
            }
        }
        double[] limits = new double[measures.size()];
        for (int k = 0; k < limits.length; k++) {
            limits[k] = best < 0 ? -1 : Rule.GRID[best % SIZE];
            best = best < 0 ? best : best / SIZE;
        }
        return limits;
    }

    private static int cell(Trial trial, List<String> measures) {
        int cell = 0;
        int step = 1;
        for (String measure : measures) {
            int place = Rule.place(trial, measure);
            if (place == SIZE) {
                return -1;
            }
            cell += place * step;
            step *= SIZE;
        }
        return cell;
    }

    /** Turns counts of cells into counts of all cells that are nowhere larger. */
    private static void add(double[] counts, int measures) {
        int step = 1;
        for (int k = 0; k < measures; k++) {
            for (int cell = 0; cell < counts.length; cell++) {
                if (cell / step % SIZE > 0) {
                    counts[cell] += counts[cell - step];
                }
            }
            step *= SIZE;
        }
    }
}
