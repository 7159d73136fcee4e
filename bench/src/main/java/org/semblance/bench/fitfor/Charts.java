package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Columns in a few bars, as charts and tables of counts show them: cut from one table, applied to any. */
final class Charts {
    private final double[][] cuts;
    private final int[][] barOfLevel;
    private final int[] bars;

    /** @param most bars of a column, missing values beside them */
    Charts(Coded base, int most) {
        cuts = new double[base.width()][];
        barOfLevel = new int[base.width()][];
        bars = new int[base.width()];
        for (int c = 0; c < bars.length; c++) {
            cuts[c] = base.label(c) ? new double[0] : cuts(base.sorted(c), most);
            barOfLevel[c] = base.label(c) ? levels(base.counts(c), most) : new int[0];
            bars[c] = 1 + (base.label(c) ? Math.min(most, base.levels()[c] + 1) : cuts[c].length + 1);
        }
    }

    private static double[] cuts(double[] sorted, int most) {
        return IntStream.range(1, most)
                .mapToDouble(k -> sorted.length == 0 ? 0 : sorted[(int) ((long) sorted.length * k / most)])
                .distinct()
                .toArray();
    }

    /** The most frequent labels have a bar each, the others and unknown ones share the last. */
    private static int[] levels(int[] counts, int most) {
        int[] bar = new int[counts.length + 1];
        Arrays.fill(bar, Math.min(most, counts.length + 1));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
        order.sort(Comparator.comparingInt(level -> -counts[level]));
        for (int k = 0; k < Math.min(most - 1, order.size()); k++) {
            bar[order.get(k)] = k + 1;
        }
        return bar;
    }

    /** The bar of every row; 0 is missing. */
    int[] column(Coded table, int column) {
        int[] out = new int[table.rows()];
        for (int i = 0; i < out.length; i++) {
            double value = table.values()[column][i];
            if (!Double.isNaN(value)) {
                out[i] = table.label(column) ? barOfLevel[column][(int) value] : 1 + below(cuts[column], value);
            }
        }
        return out;
    }

    private static int below(double[] cuts, double value) {
        int at = 0;
        while (at < cuts.length && cuts[at] <= value) {
            at++;
        }
        return at;
    }

    double[] shares(Coded table, int column) {
        double[] shares = new double[bars[column]];
        for (int bar : column(table, column)) {
            shares[bar] += 1.0 / table.rows();
        }
        return shares;
    }

    /** Half the summed difference of the bars' heights. */
    static double apart(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] - b[k]);
        }
        return sum / 2;
    }

    /**
     * Cramer's V of every pair of columns (a before b, row by row), corrected for bias (Bergsma 2013,
     * doi:10.1016/j.jkss.2012.10.002).
     */
    double[] associations(Coded table) {
        int[][] coded = new int[bars.length][];
        for (int c = 0; c < coded.length; c++) {
            coded[c] = column(table, c);
        }
        double[] out = new double[bars.length * (bars.length - 1) / 2];
        int at = 0;
        for (int a = 0; a < bars.length; a++) {
            for (int b = a + 1; b < bars.length; b++) {
                out[at++] = cramer(coded[a], bars[a], coded[b], bars[b]);
            }
        }
        return out;
    }

    /** Bars of fewer than a fiftieth of the rows are left out: an empty one more would change the scale of V. */
    private static double cramer(int[] a, int levelsA, int[] b, int levelsB) {
        boolean[] keepA = often(a, levelsA);
        boolean[] keepB = often(b, levelsB);
        double[][] counts = new double[levelsA][levelsB];
        double[] sumA = new double[levelsA];
        double[] sumB = new double[levelsB];
        double n = 0;
        for (int i = 0; i < a.length; i++) {
            if (keepA[a[i]] && keepB[b[i]]) {
                counts[a[i]][b[i]]++;
                sumA[a[i]]++;
                sumB[b[i]]++;
                n++;
            }
        }
        double sum = 0;
        for (int i = 0; i < levelsA; i++) {
            for (int j = 0; j < levelsB; j++) {
                sum += counts[i][j] == 0 ? 0 : counts[i][j] * counts[i][j] / sumA[i] / sumB[j];
            }
        }
        double r = Arrays.stream(sumA).filter(s -> s > 0).count();
        double k = Arrays.stream(sumB).filter(s -> s > 0).count();
        double square = Math.max(0, sum - 1 - (r - 1) * (k - 1) / (n - 1));
        double most = Math.min(r - (r - 1) * (r - 1) / (n - 1), k - (k - 1) * (k - 1) / (n - 1)) - 1;
        return most > 0 ? Math.sqrt(square / most) : 0;
    }

    private static boolean[] often(int[] bars, int levels) {
        int[] counts = new int[levels];
        for (int bar : bars) {
            counts[bar]++;
        }
        boolean[] often = new boolean[levels];
        for (int k = 0; k < levels; k++) {
            often[k] = counts[k] * 50L >= bars.length;
        }
        return often;
    }
}
