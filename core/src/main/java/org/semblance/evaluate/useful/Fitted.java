package org.semblance.evaluate.useful;

import java.util.Arrays;
import org.semblance.math.Regression;
import org.semblance.table.Table;

/**
 * A model fitted to one table.
 *
 * @param rows how many rows were complete
 * @param left how many were not
 * @param outcomes how many different outcomes there are, 2 for more
 * @param fit what was found
 * @param few per coefficient, whether it speaks of fewer than 10 rows
 * @param separated per coefficient, whether it ran away: the rows tell outcomes apart without a mistake
 */
record Fitted(int rows, int left, int outcomes, Regression fit, boolean[] few, boolean[] separated) {
    /** A standard error this many times what the column's spread would suggest has no end. */
    private static final double RUN_AWAY = 10;

    static Fitted of(Design design, Table table) {
        Design.Rows rows = design.rows(table);
        int levels = design.response().variable().levels().size();
        int count = design.names().size();
        int outcomes = outcomes(rows.y());
        boolean[] few = new boolean[count];
        boolean[] separated = new boolean[count];
        Regression fit = rows.count() <= count || outcomes < 2 && design.family() != Family.LINEAR
                ? nothing(count)
                : design.family().fit(rows, levels);
        int width = rows.columns().length;
        boolean byLevel = design.family() == Family.MULTINOMIAL;
        for (int j = 0; j < (byLevel ? count : width); j++) {
            double[] column = rows.columns()[j % width];
            few[j] = design.ofGroup(j) && few(column);
            separated[j] = design.family() != Family.LINEAR && fit.error(j) * spread(column) > RUN_AWAY;
        }
        if (design.family().classes()) {
            int[] counts = new int[levels];
            for (double y : rows.y()) {
                counts[(int) y]++;
            }
            for (int j = 0; byLevel && j < count; j++) {
                few[j] |= counts[0] < Variable.FEW || counts[1 + j / width] < Variable.FEW;
            }
            for (int k = 0; !byLevel && k + 1 < levels; k++) {
                few[rows.columns().length + k] = counts[k] < Variable.FEW || counts[k + 1] < Variable.FEW;
            }
        }
        return new Fitted(rows.count(), rows.left(), outcomes, fit, few, separated);
    }

    private static Regression nothing(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        double[][] covariance = new double[count][];
        for (int j = 0; j < count; j++) {
            covariance[j] = none;
        }
        return new Regression(none, covariance, Double.NaN, 0, false);
    }

    private static int outcomes(double[] y) {
        for (double one : y) {
            if (one != y[0]) {
                return 2;
            }
        }
        return Math.min(1, y.length);
    }

    private static boolean few(double[] column) {
        int zeros = 0;
        for (double value : column) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros < Variable.FEW && zeros > 0 || column.length - zeros < Variable.FEW;
    }

    private static double spread(double[] column) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            double off = column[i] - mean;
            mean += off / (i + 1);
            squares += off * (column[i] - mean);
        }
        return column.length == 0 ? 0 : Math.sqrt(squares / column.length);
    }
}
