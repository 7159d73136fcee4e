package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Distances to the closest record as SDMetrics computes them, in doubles: the mean over columns of
 * min(|a - b| / range, 1) for numbers and dates, with the range of the reference (other than 0 counts 1 where that is
 * 0), and of 1 for labels that differ; missing against missing is 0, against a value 1. A loop over all pairs of rows:
 * {@link org.semblance.evaluate.Distances} is faster, but rounds to floats, which decides ties.
 */
final class Gower {
    private static final int CHUNK = 16;

    private Gower() {}

    /** The distance of each row of a table to the closest row of the reference; NaN where that has none. */
    static double[] closest(Table table, Table reference, Run run) {
        int width = table.width();
        double[] own = new double[Math.multiplyExact(table.rows(), width)];
        double[] others = new double[Math.multiplyExact(reference.rows(), width)];
        boolean[] numeric = new boolean[width];
        for (int c = 0; c < width; c++) {
            numeric[c] = reference.column(c) instanceof NumberColumn;
            Column[] both = {table.column(c), reference.column(c)};
            double[][] values = numeric[c] ? scaled(both) : codes(both);
            spread(values[0], own, c, width);
            spread(values[1], others, c, width);
        }
        double[] out = new double[table.rows()];
        run.parallel((out.length + CHUNK - 1) / CHUNK, chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(out.length, (chunk + 1) * CHUNK); i++) {
                double[] row = Arrays.copyOfRange(own, i * width, (i + 1) * width);
                double best = Double.NaN;
                for (int at = 0; at < others.length; at += width) {
                    double distance = distance(row, others, at, numeric, best);
                    best = distance >= best ? best : distance;
                }
                out[i] = best / width;
            }
        });
        return out;
    }

    private static void spread(double[] column, double[] rows, int c, int width) {
        for (int i = 0; i < column.length; i++) {
            rows[i * width + c] = column[i];
        }
    }

    /** The sum over columns, or a part of it that is not below {@code enough}. */
    private static double distance(double[] row, double[] others, int at, boolean[] numeric, double enough) {
        double sum = 0;
        for (int c = 0; c < row.length && !(sum >= enough); c++) {
            double a = row[c];
            double b = others[at + c];
            if (a != b && !(Double.isNaN(a) && Double.isNaN(b))) {
                double gap = Math.abs(a - b);
                sum += numeric[c] && gap < 1 ? gap : 1;
            }
        }
        return sum;
    }

    /** Numbers over the reference's range, so that a step of 1 is all of it. */
    private static double[][] scaled(Column[] both) {
        double[] reference = ((NumberColumn) both[1]).toArray();
        double low =
                Arrays.stream(reference).filter(x -> !Double.isNaN(x)).min().orElse(0);
        double high =
                Arrays.stream(reference).filter(x -> !Double.isNaN(x)).max().orElse(0);
        double range = high > low ? high - low : 0;
        return IntStream.range(0, 2)
                .mapToObj(t -> Arrays.stream(((NumberColumn) both[t]).toArray())
                        .map(x -> range > 0 ? (x - low) / range : 2 * Math.signum(x - low))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] codes(Column[] both) {
        Labels labels = Labels.of(both);
        return IntStream.range(0, 2)
                .mapToObj(t -> Arrays.stream(labels.codes()[t]).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    /** The median as pandas has it; NaN for none. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
