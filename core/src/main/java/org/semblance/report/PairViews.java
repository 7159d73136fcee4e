package org.semblance.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** The worst pairs of columns, opened. */
final class PairViews {
    /** How many pairs are opened. */
    static final int OPENED = 30;

    /** Groups of a column at most; the cells of a pair are then at most 100. */
    private static final int GROUPS = 8;

    /** Standard errors beyond which a cell is named. */
    private static final double BEYOND_CHANCE = 4;

    /** A column in groups: those of the real rows, those of the synthetic ones, and the groups' names. */
    private record Grouped(int[] real, int[] synthetic, List<String> names) {
        /**
         * Puts the few real rows of a group with the first one, as {@link ColumnViews#folded} does, or with those that miss
         * a value where these few have one: no group's own total is small then.
         */
        void fold() {
            int[] counts = new int[names.size()];
            Arrays.stream(real).forEach(group -> counts[group]++);
            int into = counts[0] >= ColumnViews.FEWEST ? 0 : counts.length - 1;
            Arrays.setAll(real, i -> counts[real[i]] < ColumnViews.FEWEST ? into : real[i]);
        }
    }

    private PairViews() {}

    static List<PairView> of(Comparison tables, PairMatrix matrix, Findings findings, Run run) {
        List<int[]> worst = matrix.worst(OPENED);
        int[] used =
                worst.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
        Grouped[] grouped = new Grouped[tables.real().width()];
        run.parallel(used.length, i -> grouped[used[i]] = group(tables, used[i]));
        PairView[] out = new PairView[worst.size()];
        run.parallel(out.length, i -> {
            int[] pair = worst.get(i);
            out[i] = view(matrix, findings, pair, grouped);
        });
        return Arrays.asList(out);
    }

    private static PairView view(PairMatrix matrix, Findings findings, int[] pair, Grouped[] grouped) {
        String first = matrix.names().get(pair[0]);
        String second = matrix.names().get(pair[1]);
        String name = Comparison.together(first, second);
        Finding found = findings.find("pairs").orElseThrow();
        var beside = found.fresh();
        double fresh = beside == null ? Double.NaN : beside.parts().getOrDefault(name, Double.NaN);
        double score = found.synthetic().parts().getOrDefault(name, Double.NaN);
        Cells cells = new Cells(grouped[pair[0]], grouped[pair[1]]);
        return new PairView(
                first,
                second,
                score,
                fresh,
                grouped[pair[0]].names,
                grouped[pair[1]].names,
                Arrays.stream(cells.more).boxed().toList(),
                cells.reading(
                        first, second, ColumnViews.within(score, fresh, cells.rows()) ? "pair.within" : "pair.same"));
    }

    /** Counts of two grouped columns together. */
    private static final class Cells {
        private final Grouped across;
        private final Grouped down;
        private final int[] real;
        private final int[] synthetic;
        private final double[] more;

        Cells(Grouped across, Grouped down) {
            this.across = across;
            this.down = down;
            real = count(across.real, down.real);
            synthetic = count(across.synthetic, down.synthetic);
            more = new double[real.length];
            boolean[] told = new boolean[real.length];
            for (int k = 0; k < more.length; k++) {
                double share = share(synthetic[k], across.synthetic.length);
                // Of few real rows, but of clearly more synthetic ones: that is said, but not of how few.
                told[k] = real[k] < ColumnViews.FEWEST && share * across.real.length >= 2 * ColumnViews.FEWEST;
                more[k] = told[k] ? share : share - share(real[k], across.real.length);
            }
            boolean[] withheld = Withheld.of(real, across.names.size(), told);
            for (int k = 0; k < more.length; k++) {
                more[k] = withheld[k] && !told[k] ? Double.NaN : more[k];
            }
        }

        private int[] count(int[] a, int[] b) {
            int[] out = new int[across.names.size() * down.names.size()];
            for (int i = 0; i < a.length; i++) {
                out[b[i] * across.names.size() + a[i]]++;
            }
            return out;
        }

        private static double share(int count, int rows) {
            return rows == 0 ? 0 : (double) count / rows;
        }

        /** Of the smaller table. */
        int rows() {
            return Math.min(across.real.length, across.synthetic.length);
        }

        String reading(String first, String second, String same) {
            int most = IntStream.range(0, more.length)
                    .filter(k -> !Double.isNaN(more[k]))
                    .boxed()
                    .reduce((a, b) -> Math.abs(more[b]) > Math.abs(more[a]) ? b : a)
                    .orElse(-1);
            if (most < 0 || !beyondChance(most)) {
                return Words.of(same);
            }
            boolean few = real[most] < ColumnViews.FEWEST;
            return Words.of(
                    "pair.cell",
                    first,
                    across.names.get(most % across.names.size()),
                    second,
                    down.names.get(most / across.names.size()),
                    Shown.percent(share(synthetic[most], across.synthetic.length)),
                    few ? Words.of("view.fewer") : Shown.percent(share(real[most], across.real.length)));
        }

        private boolean beyondChance(int cell) {
            double n = across.real.length;
            double m = across.synthetic.length;
            double pooled = (real[cell] + synthetic[cell]) / (n + m);
            return Math.abs(more[cell]) > BEYOND_CHANCE * Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        }
    }

    private static Grouped group(Comparison tables, int column) {
        Table real = tables.real();
        Column a = real.column(column);
        Column b = tables.synthetic().column(column);
        Grouped groups = a instanceof NumberColumn numbers
                ? numbers(
                        NumberBars.cuts(real.schema().field(column).kind(), numbers, NumberBars.MOST),
                        numbers,
                        (NumberColumn) b)
                : labels((CodeColumn) a, (CodeColumn) b);
        groups.fold();
        return groups;
    }

    /**
     * The column's own bars, neighbours joined: each stands for enough real rows, for where few have a value, edges would
     * tell it; and no edge lies between those of the bars, for two counts that nearly meet tell the few between them.
     */
    private static Grouped numbers(Cuts cuts, NumberColumn real, NumberColumn synthetic) {
        List<int[]> bars = ColumnViews.joined(NumberBars.counts(cuts, real));
        if (bars.isEmpty()) {
            bars = List.of(new int[] {0, cuts.size() - 1});
        }
        int[] groupOf = new int[cuts.size()];
        List<String> names = new ArrayList<>();
        int groups = Math.min(GROUPS, bars.size());
        for (int k = 0; k < groups; k++) {
            int first = bars.get(k * bars.size() / groups)[0];
            int last = bars.get((k + 1) * bars.size() / groups - 1)[1];
            Arrays.fill(groupOf, first, last + 1, k);
            names.add(cuts.label(first, last));
        }
        names.add(Words.of("bar.missing"));
        return new Grouped(coded(cuts, groupOf, real), coded(cuts, groupOf, synthetic), names);
    }

    private static int[] coded(Cuts cuts, int[] groupOf, NumberColumn column) {
        int missing = groupOf[groupOf.length - 1] + 1;
        int[] out = new int[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.isMissing(i) ? missing : groupOf[cuts.of(column.get(i))];
        }
        return out;
    }

    private static Grouped labels(CodeColumn real, CodeColumn synthetic) {
        LabelBars.Groups groups = LabelBars.Groups.of(real, GROUPS - 1);
        List<String> names = new ArrayList<>();
        for (int k = 0; k < groups.names().size() + 2; k++) {
            names.add(groups.name(k));
        }
        names.add(Words.of("bar.missing"));
        return new Grouped(coded(groups, real), coded(groups, synthetic), names);
    }

    private static int[] coded(LabelBars.Groups groups, CodeColumn column) {
        int[] ofLabel = groups.ofDictionary(column);
        int[] out = new int[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.isMissing(i) ? groups.names().size() + 2 : ofLabel[column.code(i)];
        }
        return out;
    }
}
