package org.semblance.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.report.ColumnView.Bar;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * Numbers and dates of two tables on the same stretches, cut between the 1st and the 99th percentile of the real one.
 *
 * @param runs per bar the first and the last of the stretches it is made of
 */
record NumberBars(List<Bar> bars, Cuts cuts, List<int[]> runs) {
    /** Stretches at most, both open ends included. */
    static final int MOST = 30;

    private static final double TAIL = 0.01;

    /** Percentiles are looked for in so many values; they need not be exact. */
    private static final int LOOKED_AT = 100_000;

    static NumberBars of(Kind kind, NumberColumn real, NumberColumn synthetic) {
        Cuts cuts = cuts(kind, real, MOST);
        int[] counts = counts(cuts, real);
        int[] made = counts(cuts, synthetic);
        int folded = ColumnViews.folded(real);
        double reals = Math.max(1, Arrays.stream(counts).sum() + folded);
        double mades = Math.max(1, Arrays.stream(made).sum());
        List<Bar> bars = new ArrayList<>();
        List<int[]> runs = ColumnViews.joined(counts);
        for (int[] run : runs) {
            int a = bars.isEmpty() ? folded : 0;
            int b = 0;
            for (int k = run[0]; k <= run[1]; k++) {
                a += counts[k];
                b += made[k];
            }
            // An open end is as wide as any other stretch; joined ones keep their width.
            bars.add(
                    new Bar(cuts.label(run[0], run[1]), cuts.start(run[0]), run[1] - run[0] + 1, a / reals, b / mades));
        }
        return new NumberBars(bars, cuts, runs);
    }

    /** The bars from one to another as one, in words. */
    String label(int from, int to) {
        return cuts.label(runs.get(from)[0], runs.get(to)[1]);
    }

    /** At least {@link ColumnViews#FEWEST} values lie below and above. */
    static Cuts cuts(Kind kind, NumberColumn column, int most) {
        double[] sorted = some(column);
        double tail = Math.min(0.5, Math.max(TAIL, (double) ColumnViews.FEWEST / Math.max(1, sorted.length)));
        int last = sorted.length - 1;
        double low = sorted.length == 0 ? 0 : sorted[(int) Math.floor(tail * last)];
        double high = sorted.length == 0 ? 0 : sorted[(int) Math.ceil((1 - tail) * last)];
        return Cuts.between(low, high, kind, most);
    }

    private static double[] some(NumberColumn column) {
        int step = Math.max(1, column.size() / LOOKED_AT);
        double[] values = new double[(column.size() + step - 1) / step];
        int n = 0;
        for (int i = 0; i < column.size(); i += step) {
            if (!column.isMissing(i)) {
                values[n++] = column.get(i);
            }
        }
        double[] present = Arrays.copyOf(values, n);
        Arrays.sort(present);
        return present;
    }

    /** Values in each stretch. */
    static int[] counts(Cuts cuts, NumberColumn column) {
        int[] counts = new int[cuts.size()];
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                counts[cuts.of(column.get(i))]++;
            }
        }
        return counts;
    }
}
