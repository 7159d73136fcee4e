package org.semblance.conditional;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * An observed value out of the rows that agree with the row in every predictor ({@code satcat}), or in one ({@code nested}:
 * a town within its county). As synthpop's. Keeps everything between the predictors and the target, also what cannot be. A
 * combination that was not observed: any observed value (synthpop stops), which cannot happen to rows that were learnt
 * from and is counted by {@link Drawer#strange}. A row is never its own donor where others agree with it. Cost: rows.
 */
public final class Nested implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "The predictor within which values are drawn; empty for all together", column = true)
            String within,

            @Option("Whether a row may be its own donor") boolean self,

            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    public static final Plugin<Conditional> NESTED = Plugin.of(
            "nested",
            "An observed value of the rows with the same group.",
            new Options("", false, Smoothed.NONE),
            Nested::new);

    public static final Plugin<Conditional> SATURATED = Plugin.of(
            "satcat",
            "An observed value of the rows that agree in every predictor.",
            new Options("", false, Smoothed.NONE),
            Nested::new);

    private final Options options;

    Nested(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        int[] columns;
        if (options.within.isEmpty()) {
            columns = IntStream.range(0, given.x().table().width()).toArray();
        } else {
            int at = given.x().schema().find(options.within);
            if (at < 0) {
                throw ProblemException.usage(Problem.of("\"" + options.within + "\" is no predictor.")
                        .at("within")
                        .fix("Name a predictor."));
            }
            columns = new int[] {at};
        }
        double[][] cells = new double[rows.length][];
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cells[i] = cells(given.x(), columns, rows[i]);
            values[i] = value(given.y(), rows[i]);
        }
        Map<List<Double>, Integer> numbers = new HashMap<>();
        int[] of = new int[rows.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = numbers.computeIfAbsent(key(cells[i]), k -> numbers.size());
        }
        int[] start = new int[numbers.size() + 1];
        for (int group : of) {
            start[group + 1]++;
        }
        for (int group = 0; group < numbers.size(); group++) {
            start[group + 1] += start[group];
        }
        int[] next = start.clone();
        double[] donors = new double[rows.length];
        int[] donorRows = new int[rows.length];
        double[][] groups = new double[numbers.size()][];
        for (int i = 0; i < rows.length; i++) {
            groups[of[i]] = cells[i];
            donorRows[next[of[i]]] = rows[i];
            donors[next[of[i]]++] = values[i];
        }
        List<String> labels = given.y() instanceof CodeColumn codes ? codes.labels() : List.of();
        return rows.length == 0
                ? new SampleObserved().fit(given, run)
                : Smoothed.of(
                        options.smoothing,
                        new GroupDrawer(columns, groups, start, donors, donorRows, labels, options.self),
                        given);
    }

    private static List<Double> key(double[] cells) {
        return Arrays.stream(cells).boxed().toList();
    }

    private static double[] cells(Predictors x, int[] columns, int row) {
        return Arrays.stream(columns)
                .mapToDouble(c -> value(x.table().column(c), row))
                .toArray();
    }

    private static double value(Column column, int row) {
        return column instanceof NumberColumn numbers ? numbers.get(row) : ((CodeColumn) column).code(row);
    }

    /**
     * Values by group.
     *
     * @param columns which predictors make the group
     * @param groups [groups] their values
     * @param start where each group's donors begin, and where the last's end
     * @param rows which row of the fit each donor is; empty where that is forgotten
     */
    record GroupDrawer(
            int[] columns,
            double[][] groups,
            int[] start,
            double[] donors,
            int[] rows,
            List<String> labels,
            boolean self)
            implements Drawer {
        @Override
        public Drawer forgetful() {
            double[] sorted = donors.clone();
            for (int group = 0; group + 1 < start.length; group++) {
                Arrays.sort(sorted, start[group], start[group + 1]);
            }
            return new GroupDrawer(columns, groups, start, sorted, new int[0], labels, self);
        }

        private Map<List<Double>, Integer> numbers() {
            Map<List<Double>, Integer> numbers = new HashMap<>();
            for (int group = 0; group < groups.length; group++) {
                numbers.put(key(groups[group]), group);
            }
            return numbers;
        }

        @Override
        public int strange(Predictors x) {
            Map<List<Double>, Integer> numbers = numbers();
            return (int) IntStream.range(0, x.rows())
                    .filter(row -> !numbers.containsKey(key(cells(x, columns, row))))
                    .count();
        }

        @Override
        public Column draw(Predictors x, Rng rng) {
            Map<List<Double>, Integer> numbers = numbers();
            double[] out = new double[x.rows()];
            for (int row = 0; row < out.length; row++) {
                int group = numbers.getOrDefault(key(cells(x, columns, row)), -1);
                int from = group < 0 ? 0 : start[group];
                int to = group < 0 ? donors.length : start[group + 1];
                int own = self || rows.length == 0 || x.self(row) < 0
                        ? -1
                        : Arrays.binarySearch(rows, from, to, x.self(row));
                int others = to - from - (own >= 0 ? 1 : 0);
                int at = others == 0 ? from : from + rng.nextInt(others);
                out[row] = donors[others > 0 && own >= 0 && at >= own ? at + 1 : at];
            }
            return Labelled.column(out, labels);
        }
    }
}
