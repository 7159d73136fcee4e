package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Rows to look for neighbours among, and rows whose neighbours are looked for.
 *
 * <p>Distance is the sum over columns of the difference of numbers as a share of their range, and of 1 for labels that
 * differ (Gower 1971, doi:10.2307/2528823); a missing value is 1 from all others and 0 from another missing one. Labels
 * lie in lanes of one byte, eight to a {@code long}, and are compared first: most rows are given up by them.
 *
 * <p>Not {@link org.semblance.evaluate.Distances}, whose ranges are those of all tables and whose ties fall by lot or by
 * the order of a tree: a learner may not see the rows it is tested on, and takes the earlier of equally near rows.
 */
final class GowerRows {
    private static final int LANES = 8;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private final int words;
    private final int wides;
    private final int numbers;
    private final long[][] lanes = new long[2][];
    private final int[][] wide = new int[2][];
    private final float[][] values = new float[2][];

    private GowerRows(int words, int wides, int numbers) {
        this.words = words;
        this.wides = wides;
        this.numbers = numbers;
    }

    /** @param columns positions in both tables */
    static GowerRows of(Table known, Table asked, int[] columns) {
        int[] numeric = IntStream.of(columns)
                .filter(c -> known.column(c) instanceof NumberColumn)
                .toArray();
        Labels[] labels = IntStream.of(columns)
                .filter(c -> !(known.column(c) instanceof NumberColumn))
                .mapToObj(c -> Labels.of(known.column(c), asked.column(c)))
                .toArray(Labels[]::new);
        Labels[] narrow =
                Arrays.stream(labels).filter(one -> one.levels() < 255).toArray(Labels[]::new);
        Labels[] wide = Arrays.stream(labels).filter(one -> one.levels() >= 255).toArray(Labels[]::new);
        GowerRows out = new GowerRows((narrow.length + LANES - 1) / LANES, wide.length, numeric.length);
        Table[] tables = {known, asked};
        for (int t = 0; t < 2; t++) {
            int rows = tables[t].rows();
            out.lanes[t] = new long[Math.multiplyExact(rows, out.words)];
            out.wide[t] = new int[Math.multiplyExact(rows, out.wides)];
            out.values[t] = new float[Math.multiplyExact(rows, out.numbers)];
            for (int k = 0; k < narrow.length; k++) {
                int[] codes = narrow[k].codes()[t];
                for (int i = 0; i < rows; i++) {
                    out.lanes[t][i * out.words + k / LANES] |= (codes[i] & 0xFFL) << 8 * (k % LANES);
                }
            }
            for (int k = 0; k < wide.length; k++) {
                for (int i = 0; i < rows; i++) {
                    out.wide[t][i * out.wides + k] = wide[k].codes()[t][i];
                }
            }
        }
        for (int k = 0; k < numeric.length; k++) {
            out.place(known, asked, numeric[k], k);
        }
        return out;
    }

    /** Numbers as shares of their range among the rows to look among. */
    private void place(Table known, Table asked, int column, int k) {
        double[] own = known.numbers(column).toArray();
        double low = Arrays.stream(own).filter(v -> !Double.isNaN(v)).min().orElse(0);
        double high = Arrays.stream(own).filter(v -> !Double.isNaN(v)).max().orElse(0);
        double range = high > low ? high - low : 1;
        for (int i = 0; i < own.length; i++) {
            values[0][i * numbers + k] = (float) ((own[i] - low) / range);
        }
        double[] others = asked.numbers(column).toArray();
        for (int i = 0; i < others.length; i++) {
            values[1][i * numbers + k] = (float) ((others[i] - low) / range);
        }
    }

    /**
     * The rows nearest to one of those asked about, of equally near ones the earlier.
     *
     * @param distances as many as are looked for, at most the number of rows; is filled in, ascending
     * @param nearest the positions of these rows; is filled in
     */
    void nearest(int row, float[] distances, int[] nearest) {
        int count = distances.length;
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        int rows =
                words > 0 ? lanes[0].length / words : wides > 0 ? wide[0].length / wides : values[0].length / numbers;
        for (int j = 0; j < rows; j++) {
            float worst = distances[count - 1];
            float sum = distance(j, row, worst);
            if (sum < worst) {
                int at = count - 1;
                for (; at > 0 && distances[at - 1] > sum; at--) {
                    distances[at] = distances[at - 1];
                    nearest[at] = nearest[at - 1];
                }
                distances[at] = sum;
                nearest[at] = j;
            }
        }
    }

    /** The distance, or something not below {@code worst} where it is not below it. */
    private float distance(int known, int asked, float worst) {
        float sum = 0;
        for (int k = 0; k < words; k++) {
            long off = lanes[0][known * words + k] ^ lanes[1][asked * words + k];
            sum += Long.bitCount(((off & LOW) + LOW | off) & ~LOW);
        }
        for (int k = 0; k < wides; k++) {
            sum += wide[0][known * wides + k] == wide[1][asked * wides + k] ? 0 : 1;
        }
        for (int k = 0; k < numbers && sum < worst; k++) {
            float a = values[0][known * numbers + k];
            float b = values[1][asked * numbers + k];
            float off = Math.abs(a - b);
            if (!Float.isNaN(off)) {
                sum += off;
            } else {
                sum += Float.isNaN(a) && Float.isNaN(b) ? 0 : 1;
            }
        }
        return sum;
    }
}
