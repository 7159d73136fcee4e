package org.semblance.bench.fitfor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Columns as regressors: a constant, numbers moved and scaled to mean 0 and deviation 1, labels as dummies against the
 * most frequent one, an indicator where more than a hundredth is missing. The coding is that of one table, whichever
 * table is coded, so that coefficients compare.
 */
final class Design {
    private static final int MOST_LEVELS = 10;
    private static final double RARE = 0.02;
    private static final double OFTEN_MISSING = 0.01;

    private static final int[] MARK = {0};
    private static final int[] NOTHING = {};

    private final int[] columns;
    private final double[] mean;
    private final double[] deviation;
    private final int[][] dummies;
    private final boolean[] indicator;
    private final int size;

    Design(Coded base, int[] columns) {
        this.columns = columns;
        mean = new double[columns.length];
        deviation = new double[columns.length];
        dummies = new int[columns.length][];
        indicator = new boolean[columns.length];
        int places = 1;
        for (int k = 0; k < columns.length; k++) {
            int column = columns[k];
            dummies[k] = base.label(column) ? dummies(base, column) : new int[0];
            if (!base.label(column)) {
                mean[k] = Arrays.stream(base.sorted(column)).average().orElse(0);
                deviation[k] = deviation(base.sorted(column), mean[k]);
            }
            indicator[k] = base.missing(column) > OFTEN_MISSING;
            places += (base.label(column) ? dummies[k].length : 1) + (indicator[k] ? 1 : 0);
        }
        size = places;
    }

    private static int[] dummies(Coded base, int column) {
        int[] counts = base.counts(column);
        return IntStream.range(0, counts.length)
                .boxed()
                .filter(level -> counts[level] >= RARE * base.rows())
                .sorted(Comparator.comparingInt(level -> -counts[level]))
                .skip(1)
                .limit(MOST_LEVELS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, values.length));
        return deviation > 0 ? deviation : 1;
    }

    /** One row per row of the table. */
    double[][] rows(Coded table) {
        double[][] x = new double[table.rows()][size];
        int at = 1;
        for (int k = 0; k < columns.length; k++) {
            double[] values = table.values()[columns[k]];
            int from = at;
            at += table.label(columns[k]) ? dummies[k].length : 1;
            for (int i = 0; i < x.length; i++) {
                x[i][0] = 1;
                if (Double.isNaN(values[i])) {
                    set(x[i], at, indicator[k] ? MARK : NOTHING, 0);
                } else if (!table.label(columns[k])) {
                    x[i][from] = (values[i] - mean[k]) / deviation[k];
                } else {
                    set(x[i], from, dummies[k], (int) values[i]);
                }
            }
            at += indicator[k] ? 1 : 0;
        }
        return x;
    }

    private static void set(double[] row, int from, int[] dummies, int level) {
        for (int d = 0; d < dummies.length; d++) {
            if (dummies[d] == level) {
                row[from + d] = 1;
            }
        }
    }
}
