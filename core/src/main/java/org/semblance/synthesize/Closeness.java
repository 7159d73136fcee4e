package org.semblance.synthesize;

import java.util.Arrays;
import org.semblance.math.Order;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * How much columns tell about each other: mutual information of at most {@value #GROUPS} groups of equally many numbers
 * or of the commonest labels. Cost: a sort a column, rows a pair.
 */
final class Closeness {
    private static final int GROUPS = 10;

    private final byte[][] groups;

    Closeness(Column[] columns) {
        groups = new byte[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            groups[c] = columns[c] instanceof NumberColumn numbers
                    ? ofNumbers(numbers.toArray())
                    : ofLabels((CodeColumn) columns[c]);
        }
    }

    private static byte[] ofNumbers(double[] values) {
        int[] order = Order.of(values);
        byte[] out = new byte[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            byte group = (byte) Math.min(GROUPS - 1, (long) GROUPS * ((from + to) / 2) / order.length);
            for (int i = from; i < to; i++) {
                out[order[i]] = group;
            }
            from = to;
        }
        return out;
    }

    private static byte[] ofLabels(CodeColumn codes) {
        double[] counts = new double[codes.labels().size()];
        for (int i = 0; i < codes.size(); i++) {
            counts[codes.code(i)]--;
        }
        int[] order = Order.of(counts);
        byte[] group = new byte[counts.length];
        Arrays.fill(group, (byte) (GROUPS - 1));
        for (int rank = 0; rank < Math.min(GROUPS - 1, order.length); rank++) {
            group[order[rank]] = (byte) rank;
        }
        byte[] out = new byte[codes.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = group[codes.code(i)];
        }
        return out;
    }

    /** In nats, not less what chance would show. */
    double between(int a, int b) {
        int n = groups[a].length;
        int[] table = new int[GROUPS * GROUPS];
        for (int i = 0; i < n; i++) {
            table[groups[a][i] * GROUPS + groups[b][i]]++;
        }
        double[] rows = new double[GROUPS];
        double[] columns = new double[GROUPS];
        for (int i = 0; i < table.length; i++) {
            rows[i / GROUPS] += table[i];
            columns[i % GROUPS] += table[i];
        }
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            if (table[i] > 0) {
                sum += table[i] * StrictMath.log(table[i] * (double) n / (rows[i / GROUPS] * columns[i % GROUPS]));
            }
        }
        return n == 0 ? 0 : sum / n;
    }
}
