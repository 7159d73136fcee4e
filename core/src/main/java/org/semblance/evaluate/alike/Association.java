package org.semblance.evaluate.alike;

import java.util.Arrays;
import org.semblance.evaluate.Contingency;
import org.semblance.table.NumberColumn;

/** How much two columns of one table are related: one formula per pair of kinds. NaN where one of them is constant. */
final class Association {
    private Association() {}

    /**
     * The ranks of a column's values, from 1, tied ones sharing their mean; missing stays missing. Pearson's correlation
     * of the ranks of two columns is Spearman's.
     */
    static NumberColumn ranks(NumberColumn column) {
        double[] sorted = new double[column.size()];
        int n = 0;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                sorted[n++] = column.get(i) + 0.0;
            }
        }
        Arrays.sort(sorted, 0, n);
        double[] distinct = new double[n];
        double[] rank = new double[n];
        int d = 0;
        for (int i = 0; i < n; ) {
            int from = i;
            while (i < n && sorted[i] == sorted[from]) {
                i++;
            }
            distinct[d] = sorted[from];
            rank[d++] = (from + 1 + i) / 2.0;
        }
        double[] out = new double[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.isMissing(i) ? Double.NaN : rank[Arrays.binarySearch(distinct, 0, d, column.get(i) + 0.0)];
        }
        return NumberColumn.of(out);
    }

    /**
     * The correlation ratio: the root of the share of a number's variance that lies between groups (Pearson 1905);
     * rows without the number are left out, a missing label is a group.
     *
     * @param groups -1 .. levels-1 by row
     */
    static double eta(NumberColumn numbers, int[] groups, int levels) {
        double[] sums = new double[levels + 1];
        int[] counts = new int[levels + 1];
        double sum = 0;
        int n = 0;
        for (int i = 0; i < groups.length; i++) {
            if (!numbers.isMissing(i)) {
                sum += numbers.get(i);
                n++;
            }
        }
        double mean = sum / n;
        double all = 0;
        for (int i = 0; i < groups.length; i++) {
            if (!numbers.isMissing(i)) {
                double off = numbers.get(i) - mean;
                sums[groups[i] + 1] += off;
                counts[groups[i] + 1]++;
                all += off * off;
            }
        }
        double between = 0;
        int used = 0;
        for (int k = 0; k <= levels; k++) {
            if (counts[k] > 0) {
                between += sums[k] * sums[k] / counts[k];
                used++;
            }
        }
        return used < 2 || !(all > 0) ? Double.NaN : Math.sqrt(Math.min(1, between / all));
    }

    /**
     * Cramer's V of a table of counts over pairs of labels.
     *
     * @param counts of the table's pairs
     * @param corrected less what chance adds to it (Bergsma 2013, doi:10.1016/j.jkss.2012.10.002)
     */
    static double cramer(Contingency table, int[] counts, boolean corrected) {
        int width = Math.toIntExact(table.levels());
        long[] pairs = table.pairs();
        int height = pairs.length == 0 ? 0 : Math.toIntExact(pairs[pairs.length - 1] / width + 1);
        double[] rowSums = new double[height];
        double[] columnSums = new double[width];
        double n = 0;
        for (int k = 0; k < pairs.length; k++) {
            rowSums[(int) (pairs[k] / width)] += counts[k];
            columnSums[(int) (pairs[k] % width)] += counts[k];
            n += counts[k];
        }
        double rows = Arrays.stream(rowSums).filter(sum -> sum > 0).count();
        double columns = Arrays.stream(columnSums).filter(sum -> sum > 0).count();
        if (Math.min(rows, columns) < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < pairs.length; k++) {
            if (counts[k] > 0) {
                sum += counts[k] / rowSums[(int) (pairs[k] / width)] * counts[k] / columnSums[(int) (pairs[k] % width)];
            }
        }
        double phi2 = Math.max(0, sum - 1);
        if (!corrected) {
            return Math.sqrt(Math.min(1, phi2 / (Math.min(rows, columns) - 1)));
        }
        double less = Math.max(0, phi2 - (rows - 1) * (columns - 1) / (n - 1));
        double fewerRows = rows - (rows - 1) * (rows - 1) / (n - 1);
        double fewerColumns = columns - (columns - 1) * (columns - 1) / (n - 1);
        double most = Math.min(fewerRows, fewerColumns) - 1;
        return most > 0 ? Math.sqrt(Math.min(1, less / most)) : 0;
    }

    /** Mutual information over the mean of the two entropies, given those of the columns and of the pair. */
    static double information(double a, double b, double pair) {
        return a + b > 0 ? Math.max(0, Math.min(1, 2 * (a + b - pair) / (a + b))) : Double.NaN;
    }
}
