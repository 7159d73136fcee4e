package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Rows put together by cluster: one row a cluster, with the mean of each number and the share of each label but the first.
 *
 * @param keys [clusters] the number or code of each cluster, ascending
 * @param of [rows] the cluster of each row
 * @param x clusters x predictors
 */
record ClusterRows(double[] keys, int[] of, Predictors x) {
    static ClusterRows of(Predictors x) {
        int cluster = x.roles().indexOf(Predictors.Role.CLUSTER);
        if (cluster < 0) {
            throw ProblemException.usage(
                    Problem.of("no predictor says the cluster.").fix("Give the column of the clusters the code -2."));
        }
        Column column = x.table().column(cluster);
        double[] key = IntStream.range(0, x.rows())
                .mapToDouble(row ->
                        column instanceof NumberColumn numbers ? numbers.get(row) : ((CodeColumn) column).code(row))
                .toArray();
        double[] keys = Arrays.stream(key).distinct().sorted().toArray();
        int[] of =
                Arrays.stream(key).mapToInt(k -> Arrays.binarySearch(keys, k)).toArray();
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < x.table().width(); c++) {
            if (x.roles().get(c) == Predictors.Role.CLUSTER) {
                continue;
            }
            String name = x.schema().field(c).name();
            if (x.table().column(c) instanceof NumberColumn numbers) {
                fields.add(Field.of(name, Kind.DECIMAL));
                columns.add(NumberColumn.of(means(numbers.toArray(), of, keys.length)));
            } else {
                CodeColumn codes = (CodeColumn) x.table().column(c);
                for (int k = 1; k < codes.labels().size(); k++) {
                    int label = k;
                    fields.add(Field.of(name + " = " + codes.labels().get(k), Kind.DECIMAL));
                    columns.add(NumberColumn.of(means(
                            IntStream.range(0, x.rows())
                                    .mapToDouble(row -> codes.code(row) == label ? 1 : 0)
                                    .toArray(),
                            of,
                            keys.length)));
                }
            }
        }
        return new ClusterRows(
                keys,
                of,
                Predictors.of(fields.isEmpty() ? Table.empty(keys.length) : Table.of(new Schema(fields), columns)));
    }

    /** The mean in each cluster of what is there; NaN where nothing is. */
    static double[] means(double[] values, int[] of, int clusters) {
        double[] sums = new double[clusters];
        int[] counts = new int[clusters];
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                sums[of[row]] += values[row];
                counts[of[row]]++;
            }
        }
        for (int k = 0; k < clusters; k++) {
            sums[k] = counts[k] == 0 ? Double.NaN : sums[k] / counts[k];
        }
        return sums;
    }

    /** The middle label of each cluster by its place in the dictionary (the lower of two); -1 where there is none. */
    static int[] medians(CodeColumn codes, int[] of, int clusters) {
        int[][] counts = new int[clusters][codes.labels().size()];
        int[] sizes = new int[clusters];
        for (int row = 0; row < of.length; row++) {
            if (!codes.isMissing(row)) {
                counts[of[row]][codes.code(row)]++;
                sizes[of[row]]++;
            }
        }
        int[] out = new int[clusters];
        for (int k = 0; k < clusters; k++) {
            int below = 0;
            out[k] = -1;
            for (int label = 0; label < counts[k].length && out[k] < 0; label++) {
                below += counts[k][label];
                out[k] = sizes[k] > 0 && 2 * below >= sizes[k] ? label : -1;
            }
        }
        return out;
    }

    /** The target of each cluster: its mean, or its middle label. */
    Column target(Column y) {
        return y instanceof NumberColumn numbers
                ? NumberColumn.of(means(numbers.toArray(), of, keys.length))
                : CodeColumn.of(medians((CodeColumn) y, of, keys.length), ((CodeColumn) y).labels());
    }
}
