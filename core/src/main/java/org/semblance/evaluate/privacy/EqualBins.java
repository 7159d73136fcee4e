package org.semblance.evaluate.privacy;

import java.util.Arrays;
import org.semblance.evaluate.Labels;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Numbers as bins of equal width between the smallest and the largest of the first table, open below and closed above
 * (pandas.cut); the outer bins reach to infinity. Around a single value they reach a thousandth of it.
 */
final class EqualBins {
    private static final double AROUND = 0.001;

    private EqualBins() {}

    static Labels of(int bins, Column... tables) {
        double[] known = Arrays.stream(((NumberColumn) tables[0]).toArray())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double low = Arrays.stream(known).min().orElse(0);
        double high = Arrays.stream(known).max().orElse(0);
        if (low == high) {
            double around = low == 0 ? AROUND : AROUND * Math.abs(low);
            low -= around;
            high += around;
        }
        double[] edges = new double[bins - 1];
        double width = (high - low) / bins;
        for (int i = 0; i < edges.length; i++) {
            edges[i] = low + (i + 1) * width;
        }
        int[][] codes = new int[tables.length][];
        for (int t = 0; t < tables.length; t++) {
            codes[t] = codes((NumberColumn) tables[t], edges);
        }
        return new Labels(codes, bins);
    }

    private static int[] codes(NumberColumn column, double[] edges) {
        int[] codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            int found = Arrays.binarySearch(edges, column.get(i) + 0.0);
            codes[i] = column.isMissing(i) ? -1 : found >= 0 ? found : -found - 1;
        }
        return codes;
    }
}
