package org.semblance.synthesize.sequence;

import java.util.Arrays;
import org.semblance.prepare.Grid;
import org.semblance.prepare.Marginal;
import org.semblance.table.NumberColumn;
import org.semblance.trees.CodeBook;

/** Code books of features: of what is drawn, as fine as privacy allows; of what is only known, as fine as trees use. */
final class Books {
    private static final int MOST_BINS = 8192;

    private Books() {}

    /**
     * Of numbers that are drawn: those that {@code common} entities share are kept, the others lie in bins.
     *
     * @param once each value once per entity
     */
    static CodeBook drawn(double[] once, Grid grid, int common) {
        Marginal marginal = Marginal.of(NumberColumn.of(once), grid, new Marginal.Grain(common, MOST_BINS));
        double[] ends = marginal.cells();
        int[] mass = new int[marginal.size()];
        for (int k = 0; k < mass.length; k++) {
            mass[k] = (int) Math.rint((ends[k + 1] - ends[k]) * once.length);
        }
        return CodeBook.ofNumbers(marginal.lows(), marginal.highs(), mass, grid.step());
    }

    /** Of numbers that are only told: cut half-way between neighbours into at most {@code most} parts of about equal size. */
    static CodeBook told(double[] values, int most) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        while (n > 0 && Double.isNaN(sorted[n - 1])) {
            n--;
        }
        double[] low = new double[Math.max(1, most)];
        double[] high = new double[low.length];
        int[] mass = new int[low.length];
        int parts = 0;
        int from = 0;
        for (int i = 1; i < n; i++) {
            boolean full = (i - from) * (double) (most - parts) >= n - from;
            if (sorted[i] > sorted[i - 1] && full && parts < most - 1) {
                double edge = sorted[i - 1] + (sorted[i] - sorted[i - 1]) / 2;
                low[parts] = parts == 0 ? edge - 1 : high[parts - 1];
                high[parts] = edge;
                mass[parts++] = i - from;
                from = i;
            }
        }
        if (n > 0) {
            low[parts] = parts == 0 ? sorted[0] : high[parts - 1];
            high[parts] = parts == 0 ? sorted[0] : high[parts - 1];
            mass[parts++] = n - from;
        }
        return CodeBook.ofNumbers(Arrays.copyOf(low, parts), Arrays.copyOf(high, parts), Arrays.copyOf(mass, parts), 0);
    }
}
