package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.evaluate.Labels;
import org.semblance.math.SparseRows;
import org.semblance.math.TwoSamples;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Real rows, then synthetic ones, as SDMetrics' HyperTransformer codes them: missing numbers are the real mean, dates
 * are nanoseconds, each label of the real table (a missing one included) is a column of 0 and 1.
 *
 * @param numbers by column and row
 * @param labels by column and row: which of its columns is 1, or -1 for none
 * @param levels how many columns each column of labels becomes
 * @param reals how many of the rows are real
 */
record DetectionCoding(double[][] numbers, int[][] labels, int[] levels, int reals) {
    private static final double NANOS_PER_DAY = 86_400e9;

    static DetectionCoding of(Table real, Table synthetic, boolean flags) {
        List<double[]> numbers = new ArrayList<>();
        List<int[]> labels = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            Kind kind = real.schema().field(c).kind();
            if (kind.numeric()) {
                double scale = switch (kind) {
                    case DATE -> NANOS_PER_DAY;
                    case TIME, DATETIME -> 1e3;
                    default -> 1;
                };
                numbers.add(numbers(real.numbers(c), synthetic.numbers(c), scale));
            } else if (flags || kind != Kind.FLAG) {
                Labels both = Labels.of(real.column(c), synthetic.column(c));
                int[] columnOf = new int[both.levels() + 1];
                Arrays.fill(columnOf, -1);
                int count = 0;
                for (int code : both.codes()[0]) {
                    if (columnOf[code + 1] < 0) {
                        columnOf[code + 1] = count++;
                    }
                }
                labels.add(labels(both, columnOf));
                levels.add(count);
            }
        }
        return new DetectionCoding(
                numbers.toArray(double[][]::new),
                labels.toArray(int[][]::new),
                levels.stream().mapToInt(k -> k).toArray(),
                real.rows());
    }

    private static double[] numbers(NumberColumn real, NumberColumn synthetic, double scale) {
        double mean = Arrays.stream(real.toArray())
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        double[] out = new double[real.size() + synthetic.size()];
        for (int i = 0; i < out.length; i++) {
            double value = i < real.size() ? real.get(i) : synthetic.get(i - real.size());
            out[i] = scale * (Double.isNaN(value) ? mean : value);
        }
        return out;
    }

    private static int[] labels(Labels both, int[] columnOf) {
        int[] out = new int[both.codes()[0].length + both.codes()[1].length];
        int n = 0;
        for (int[] table : both.codes()) {
            for (int code : table) {
                out[n++] = columnOf[code + 1];
            }
        }
        return out;
    }

    int width() {
        return numbers.length + Arrays.stream(levels).sum();
    }

    /** In the units of some rows: each column over its interquartile range there, numbers less their median. */
    Scaled scaled(int[] train) {
        double[] middle = new double[numbers.length];
        double[] unit = new double[width()];
        for (int c = 0; c < numbers.length; c++) {
            double[] sorted = new double[train.length];
            for (int i = 0; i < train.length; i++) {
                sorted[i] = numbers[c][train[i]];
            }
            Arrays.sort(sorted);
            middle[c] = TwoSamples.quantile(sorted, 0.5);
            unit[c] = unit(TwoSamples.quantile(sorted, 0.75) - TwoSamples.quantile(sorted, 0.25));
        }
        int from = numbers.length;
        for (int c = 0; c < labels.length; c++) {
            int[] ones = new int[levels[c]];
            for (int row : train) {
                if (labels[c][row] >= 0) {
                    ones[labels[c][row]]++;
                }
            }
            for (int k = 0; k < ones.length; k++) {
                int zeros = train.length - ones[k];
                unit[from + k] = unit(quantile(zeros, train.length, 0.75) - quantile(zeros, train.length, 0.25));
            }
            from += levels[c];
        }
        return new Scaled(this, middle, unit);
    }

    /** No range is no unit. */
    private static double unit(double range) {
        return range > 10 * Math.ulp(1.0) ? range : 1;
    }

    /** {@link TwoSamples#quantile} of so many zeros and, to make up n, ones. */
    private static double quantile(int zeros, int n, double share) {
        double place = (n - 1) * share;
        int below = (int) place;
        double lower = below < zeros ? 0 : 1;
        double above = Math.min(below + 1, n - 1) < zeros ? 0 : 1;
        return lower + (place - below) * (above - lower);
    }

    /**
     * Rows in units.
     *
     * @param middle the median of each number
     * @param unit what each column is divided by
     */
    record Scaled(DetectionCoding of, double[] middle, double[] unit) {
        /** The rows for a regression with an intercept, which makes up for what labels are not centred by. */
        SparseRows rows(int[] rows) {
            SparseRows.Builder out = new SparseRows.Builder(rows.length, unit.length);
            for (int row : rows) {
                for (int c = 0; c < middle.length; c++) {
                    out.add(c, (of.numbers[c][row] - middle[c]) / unit[c]);
                }
                int from = middle.length;
                for (int c = 0; c < of.labels.length; c++) {
                    int level = of.labels[c][row];
                    if (level >= 0) {
                        out.add(from + level, 1 / unit[from + level]);
                    }
                    from += of.levels[c];
                }
                out.end();
            }
            return out.build();
        }
    }
}
