package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.table.Table;

/**
 * Which cells of a table are missing together: patterns, pairs, and how well columns are connected.
 *
 * <p>Source: van Buuren (2018), Flexible Imputation of Missing Data, second edition, section 4.1.
 *
 * @param columns [p] names
 * @param rows how many rows there are
 * @param patterns which sets of columns are there together, the commonest number of missing columns first
 * @param bothObserved [p][p] rows where both are there (rr)
 * @param rowObserved [p][p] rows where the first is there and the second missing (rm)
 * @param columnObserved [p][p] rows where the first is missing and the second there (mr)
 * @param bothMissing [p][p] rows where both are missing (mm)
 */
public record MissingData(
        List<String> columns,
        int rows,
        List<Pattern> patterns,
        int[][] bothObserved,
        int[][] rowObserved,
        int[][] columnObserved,
        int[][] bothMissing) {
    /**
     * One set of columns that is there together.
     *
     * @param observed [p]
     * @param rows how many rows have it
     */
    public record Pattern(boolean[] observed, int rows) {
        public int missing() {
            int count = 0;
            for (boolean there : observed) {
                count += there ? 0 : 1;
            }
            return count;
        }
    }

    public static MissingData of(Table table) {
        int p = table.width();
        Map<List<Boolean>, Integer> counts = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            Boolean[] there = new Boolean[p];
            for (int c = 0; c < p; c++) {
                there[c] = !table.column(c).isMissing(row);
            }
            counts.merge(List.of(there), 1, Integer::sum);
        }
        List<Pattern> patterns = new ArrayList<>();
        counts.forEach((there, count) -> {
            boolean[] observed = new boolean[p];
            for (int c = 0; c < p; c++) {
                observed[c] = there.get(c);
            }
            patterns.add(new Pattern(observed, count));
        });
        patterns.sort(Comparator.comparingInt(Pattern::missing)
                .thenComparing(Comparator.comparingInt(Pattern::rows).reversed())
                .thenComparing(pattern -> Arrays.toString(pattern.observed)));
        int[][][] pairs = new int[4][p][p];
        for (Pattern pattern : patterns) {
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    int kind = (pattern.observed[a] ? 0 : 2) + (pattern.observed[b] ? 0 : 1);
                    pairs[kind][a][b] += pattern.rows;
                }
            }
        }
        return new MissingData(
                table.schema().names(), table.rows(), List.copyOf(patterns), pairs[0], pairs[1], pairs[2], pairs[3]);
    }

    /** How many values of a column are missing. */
    public int missing(int column) {
        return bothMissing[column][column];
    }

    /** How many rows have everything. */
    public int completeRows() {
        return patterns.stream()
                .filter(pattern -> pattern.missing() == 0)
                .mapToInt(Pattern::rows)
                .sum();
    }

    /**
     * How well the other columns cover a column's holes: of the pairs in which it is missing, or the other is there, the
     * share in which it is missing and the other there. 0 where nothing is missing.
     */
    public double influx(int column) {
        return share(columnObserved[column], bothObserved[column]);
    }

    /** How useful a column is for the holes of others: 1 where it is complete. */
    public double outflux(int column) {
        return share(rowObserved[column], bothMissing[column]);
    }

    /** Of the cells of other columns in the rows of a column's holes, the share that is there. NaN where it has none. */
    public double othersInHoles(int column) {
        return beside(columnObserved[column], column);
    }

    /** Of the holes of other columns, the share in whose rows a column is there. NaN where they have none. */
    public double inHolesOfOthers(int column) {
        return beside(rowObserved[column], column);
    }

    private double beside(int[] there, int column) {
        double part = Arrays.stream(there).sum();
        double all = part + Arrays.stream(bothMissing[column]).sum() - bothMissing[column][column];
        return part / all;
    }

    private static double share(int[] part, int[] rest) {
        double of = Arrays.stream(part).sum();
        double all = of + Arrays.stream(rest).sum();
        return all == 0 ? 0 : of / all;
    }
}
