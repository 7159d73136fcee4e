package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.semblance.evaluate.Labels;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Rows of two tables as points: a number over the real table's range (from 0 to 1 there), a label as one-hot codes, so
 * that two that differ are the root of 2 apart. A missing number is the real mean and, as a missing label, a label of
 * its own; a column without a range is left as it is, less its least value.
 *
 * <p>Not {@link org.semblance.evaluate.Distances}, whose searches sum absolute differences in floats: alpha-precision and
 * the maximum mean discrepancy are defined on squares, on missing numbers put at the mean, and on centres of points.
 * Distances are Euclid's, squared. Labels lie in lanes of one byte, eight to a {@code long}, where a column has less
 * than 256 of them.
 */
final class Points {
    static final int REAL = 0;
    static final int SYNTHETIC = 1;

    private static final int LANES = 8;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private final int[] rows;
    private final double[][] numbers;
    private final int numberCount;
    private final long[][] narrow;
    private final int words;
    private final int[][] wide;
    private final int wideCount;
    private final List<Labels> labels;

    private Points(int[] rows, List<double[][]> columns, List<Labels> labels) {
        this.rows = rows;
        this.labels = labels;
        List<Labels> few = labels.stream().filter(one -> one.levels() < 255).toList();
        List<Labels> many = labels.stream().filter(one -> one.levels() >= 255).toList();
        numberCount = columns.size();
        words = (few.size() + LANES - 1) / LANES;
        wideCount = many.size();
        numbers = new double[2][];
        narrow = new long[2][];
        wide = new int[2][];
        for (int t = 0; t < 2; t++) {
            numbers[t] = new double[Math.multiplyExact(rows[t], numberCount)];
            narrow[t] = new long[Math.multiplyExact(rows[t], words)];
            wide[t] = new int[Math.multiplyExact(rows[t], wideCount)];
            for (int i = 0; i < rows[t]; i++) {
                for (int k = 0; k < numberCount; k++) {
                    numbers[t][i * numberCount + k] = columns.get(k)[t][i];
                }
                for (int k = 0; k < few.size(); k++) {
                    narrow[t][i * words + k / LANES] |= (few.get(k).codes()[t][i] & 0xFFL) << 8 * (k % LANES);
                }
                for (int k = 0; k < wideCount; k++) {
                    wide[t][i * wideCount + k] = many.get(k).codes()[t][i];
                }
            }
        }
    }

    static Points of(Table real, Table synthetic) {
        List<double[][]> columns = new ArrayList<>();
        List<Labels> labels = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            if (real.column(c) instanceof NumberColumn numbers) {
                NumberColumn other = synthetic.numbers(c);
                columns.add(scaled(numbers, other));
                if (numbers.missingCount() + other.missingCount() > 0) {
                    labels.add(new Labels(new int[][] {missing(numbers), missing(other)}, 1));
                }
            } else {
                labels.add(Labels.of(real.column(c), synthetic.column(c)));
            }
        }
        // Widest spread first: most rows are then given up after a few columns.
        columns.sort(Comparator.comparingDouble(column -> -spread(column[REAL])));
        return new Points(new int[] {real.rows(), synthetic.rows()}, columns, labels);
    }

    private static double[][] scaled(NumberColumn real, NumberColumn synthetic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int n = 0;
        for (int i = 0; i < real.size(); i++) {
            if (!real.isMissing(i)) {
                low = Math.min(low, real.get(i));
                high = Math.max(high, real.get(i));
                sum += real.get(i);
                n++;
            }
        }
        double range = high > low ? high - low : 1;
        double least = n == 0 ? 0 : low;
        double mean = n == 0 ? 0 : sum / n;
        double[][] out = {real.toArray(), synthetic.toArray()};
        for (double[] values : out) {
            for (int i = 0; i < values.length; i++) {
                values[i] = ((Double.isNaN(values[i]) ? mean : values[i]) - least) / range;
            }
        }
        return out;
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length;
    }

    private static int[] missing(NumberColumn column) {
        int[] out = new int[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.isMissing(i) ? -1 : 0;
        }
        return out;
    }

    int rows(int table) {
        return rows[table];
    }

    /** The squared distance of two rows. */
    double squared(int a, int row, int b, int other) {
        double sum = 2 * mismatches(a, row, b, other);
        int x = row * numberCount;
        int y = other * numberCount;
        for (int k = 0; k < numberCount; k++) {
            double gap = numbers[a][x + k] - numbers[b][y + k];
            sum += gap * gap;
        }
        return sum;
    }

    private int mismatches(int a, int row, int b, int other) {
        int count = 0;
        long[] x = narrow[a];
        long[] y = narrow[b];
        for (int w = 0; w < words; w++) {
            long differ = x[row * words + w] ^ y[other * words + w];
            count += Long.bitCount(((differ & LOW) + LOW | differ) & ~LOW);
        }
        for (int w = 0; w < wideCount; w++) {
            count += wide[a][row * wideCount + w] == wide[b][other * wideCount + w] ? 0 : 1;
        }
        return count;
    }

    /**
     * The nearest row of another table to each row of one; of the same table, the nearest other one.
     *
     * @param rows the row found (the first of those tied), -1 where there is none
     * @param squared its squared distance
     */
    record Nearest(int[] rows, double[] squared) {}

    Nearest nearest(int from, int to, Run run) {
        int[] found = new int[rows[from]];
        double[] squared = new double[rows[from]];
        int block = 256;
        run.parallel((found.length + block - 1) / block, part -> {
            for (int i = part * block; i < Math.min(found.length, (part + 1) * block); i++) {
                nearest(from, i, to, found, squared);
            }
        });
        return new Nearest(found, squared);
    }

    private void nearest(int from, int row, int to, int[] found, double[] squared) {
        double best = Double.POSITIVE_INFINITY;
        int at = -1;
        int self = from == to ? row : -1;
        double[] x = numbers[from];
        double[] y = numbers[to];
        int start = row * numberCount;
        for (int other = 0; other < rows[to] && best > 0; other++) {
            double sum = 2 * mismatches(from, row, to, other);
            int place = other * numberCount;
            for (int k = 0; k < numberCount && sum < best; k++) {
                double gap = x[start + k] - y[place + k];
                sum += gap * gap;
            }
            if (sum < best && other != self) {
                best = sum;
                at = other;
            }
        }
        found[row] = at;
        squared[row] = best;
    }

    /** The squared distance of each row of a table from the mean of all rows of another (or the same). */
    double[] fromCentre(int table, int of) {
        double[] out = new double[rows[table]];
        for (int k = 0; k < numberCount; k++) {
            double mean = 0;
            for (int i = 0; i < rows[of]; i++) {
                mean += numbers[of][i * numberCount + k] / rows[of];
            }
            for (int i = 0; i < out.length; i++) {
                double gap = numbers[table][i * numberCount + k] - mean;
                out[i] += gap * gap;
            }
        }
        for (Labels column : labels) {
            double[] shares = new double[column.levels() + 1];
            for (int code : column.codes()[of]) {
                shares[code + 1] += 1.0 / rows[of];
            }
            double squares = Arrays.stream(shares).map(share -> share * share).sum();
            for (int i = 0; i < out.length; i++) {
                out[i] += 1 - 2 * shares[column.codes()[table][i] + 1] + squares;
            }
        }
        return out;
    }
}
