package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Contingency;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Sample;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.Bins;

/** Parts of a table by columns: three of columns that go together, three at random. */
final class ColumnGroups {
    private static final int GROUPS = 3;
    /** More rows would not change which columns go together. */
    private static final int ROWS = 2_000;

    private static final int BINS = 10;

    private ColumnGroups() {}

    /** At random, as even as can be. */
    static List<int[]> random(int columns, Rng rng) {
        int[] order = IntStream.range(0, columns).toArray();
        rng.shuffle(order);
        List<int[]> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            int from = g;
            groups.add(IntStream.range(0, columns)
                    .filter(k -> k % GROUPS == from)
                    .map(k -> order[k])
                    .sorted()
                    .toArray());
        }
        return groups;
    }

    /**
     * Columns that go together, by Cramer's V of labels and of numbers in ten bins: three columns that have least to do
     * with each other, then again and again the column that has most to do with a group, on average, joins it, until the
     * group has its third.
     */
    static List<int[]> together(Table table, Run run) {
        double[][] near = associations(Sample.rows(table, ROWS, run.rng()), run);
        int width = table.width();
        List<List<Integer>> groups = new ArrayList<>();
        for (int seed : seeds(near)) {
            groups.add(new ArrayList<>(List.of(seed)));
        }
        int most = (width + GROUPS - 1) / GROUPS;
        for (int left = width - groups.size(); left > 0; left--) {
            int column = -1;
            int group = -1;
            double best = -1;
            for (int c = 0; c < width; c++) {
                int at = c;
                if (groups.stream().anyMatch(members -> members.contains(at))) {
                    continue;
                }
                for (int g = 0; g < groups.size(); g++) {
                    double mean = groups.get(g).stream()
                            .mapToDouble(member -> near[at][member])
                            .average()
                            .orElse(0);
                    if (groups.get(g).size() < most && mean > best) {
                        best = mean;
                        column = c;
                        group = g;
                    }
                }
            }
            groups.get(group).add(column);
        }
        return groups.stream()
                .map(members ->
                        members.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toList();
    }

    /** The first has least to do with all others, each next one least with those before it. */
    private static int[] seeds(double[][] near) {
        List<Integer> seeds = new ArrayList<>();
        for (int g = 0; g < Math.min(GROUPS, near.length); g++) {
            int least = -1;
            double sum = Double.POSITIVE_INFINITY;
            for (int c = 0; c < near.length; c++) {
                int at = c;
                double to = (seeds.isEmpty()
                                ? IntStream.range(0, near.length)
                                : seeds.stream().mapToInt(s -> s))
                        .mapToDouble(other -> near[at][other])
                        .sum();
                if (!seeds.contains(c) && to < sum) {
                    sum = to;
                    least = c;
                }
            }
            seeds.add(least);
        }
        return seeds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[][] associations(Table table, Run run) {
        Labels[] columns = new Labels[table.width()];
        run.parallel(columns.length, c -> columns[c] = labels(table, c));
        double[][] near = new double[columns.length][columns.length];
        run.parallel(columns.length, a -> {
            for (int b = 0; b < a; b++) {
                double value = Contingency.of(columns[a], columns[b]).association();
                near[a][b] = Double.isNaN(value) ? 0 : value;
            }
        });
        for (int a = 0; a < near.length; a++) {
            for (int b = 0; b < a; b++) {
                near[b][a] = near[a][b];
            }
        }
        return near;
    }

    private static Labels labels(Table table, int c) {
        int[] none = new int[0];
        if (table.column(c) instanceof NumberColumn numbers) {
            double[] values = numbers.toArray();
            short[] codes = Bins.ofNumbers(values, BINS).codes(values);
            int[] wide = IntStream.range(0, codes.length).map(i -> codes[i]).toArray();
            return new Labels(new int[][] {wide, none}, IntStream.of(wide).max().orElse(0) + 1);
        }
        Labels labels = Labels.of(table.column(c));
        return new Labels(new int[][] {labels.codes()[0], none}, labels.levels());
    }
}
