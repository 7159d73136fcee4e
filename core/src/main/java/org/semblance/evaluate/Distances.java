package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Distances between rows: the sum over columns of |a - b| / (the real table's range) for numbers and of 2 for labels
 * that differ, which is L1 on one-hot codes. A missing label is one more label; missing against missing is 0 for
 * numbers, missing against a number 1, the whole range; where the real column is constant, other values are 1 off.
 *
 * <p>Rows lie together: labels in lanes of one byte, eight to a {@code long} (a column of more than 255 labels in an
 * {@code int} of its own), numbers as floats, widest spread first, so that most rows are given up after a few steps.
 */
public final class Distances {
    public static final int REAL = 0;
    public static final int HOLDOUT = 1;
    public static final int SYNTHETIC = 2;

    private static final int LANES = 8;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;
    private static final float APART = 2;

    private final int words;
    private final int wides;
    private final int numbers;
    private final long[][] narrow = new long[3][];
    private final int[][] wide = new int[3][];
    private final float[][] values = new float[3][];

    private Distances(int words, int wides, int numbers) {
        this.words = words;
        this.wides = wides;
        this.numbers = numbers;
    }

    /** @param whole the table whose ranges are the scale; the others have the same columns */
    public static Distances of(Table whole, Table real, Table holdout, Table synthetic) {
        Table[] tables = {real, holdout, synthetic};
        List<Labels> narrow = new ArrayList<>();
        List<Labels> wide = new ArrayList<>();
        List<float[][]> scaled = new ArrayList<>();
        for (int c = 0; c < whole.width(); c++) {
            if (whole.column(c) instanceof NumberColumn column) {
                scaled.add(scale(column, tables, c));
            } else {
                Labels labels = Labels.of(real.column(c), holdout.column(c), synthetic.column(c));
                (labels.levels() < 256 ? narrow : wide).add(labels);
            }
        }
        scaled.sort(Comparator.comparingDouble(column -> -spread(column[REAL])));
        Distances out = new Distances((narrow.size() + LANES - 1) / LANES, wide.size(), scaled.size());
        for (int t = 0; t < tables.length; t++) {
            int rows = tables[t].rows();
            out.narrow[t] = new long[Math.multiplyExact(rows, out.words)];
            out.wide[t] = new int[Math.multiplyExact(rows, out.wides)];
            out.values[t] = new float[Math.multiplyExact(rows, out.numbers)];
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < narrow.size(); k++) {
                    long code = narrow.get(k).codes()[t][i] & 0xFF;
                    out.narrow[t][i * out.words + k / LANES] |= code << 8 * (k % LANES);
                }
                for (int k = 0; k < out.wides; k++) {
                    out.wide[t][i * out.wides + k] = wide.get(k).codes()[t][i];
                }
                for (int k = 0; k < out.numbers; k++) {
                    out.values[t][i * out.numbers + k] = scaled.get(k)[t][i];
                }
            }
        }
        return out;
    }

    private static float[][] scale(NumberColumn whole, Table[] tables, int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < whole.size(); i++) {
            if (!whole.isMissing(i)) {
                low = Math.min(low, whole.get(i));
                high = Math.max(high, whole.get(i));
            }
        }
        double from = low <= high ? low : 0;
        double range = high > low ? high - low : 0;
        float[][] out = new float[tables.length][];
        for (int t = 0; t < tables.length; t++) {
            NumberColumn values = tables[t].numbers(column);
            out[t] = new float[values.size()];
            for (int i = 0; i < out[t].length; i++) {
                double off = values.get(i) - from;
                out[t][i] = (float) (range > 0 ? off / range : Math.signum(off));
            }
        }
        return out;
    }

    private static double spread(float[] values) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                sum += value;
                squares += (double) value * value;
                n++;
            }
        }
        return n == 0 ? 0 : squares / n - sum / n * (sum / n);
    }

    /** The distance of a row of one table to the nearest row of another. */
    public float nearest(int fromTable, int row, int toTable) {
        long[] labels = narrow[toTable];
        int rows = words > 0
                ? labels.length / words
                : wides > 0 ? wide[toTable].length / wides : values[toTable].length / Math.max(1, numbers);
        float best = Float.POSITIVE_INFINITY;
        long[] own = Arrays.copyOfRange(narrow[fromTable], row * words, (row + 1) * words);
        float[] point = Arrays.copyOfRange(values[fromTable], row * numbers, (row + 1) * numbers);
        for (int other = 0; other < rows && best > 0; other++) {
            int mismatches = 0;
            for (int w = 0; w < words; w++) {
                long differ = own[w] ^ labels[other * words + w];
                mismatches += Long.bitCount(((differ & LOW) + LOW | differ) & ~LOW);
            }
            for (int w = 0; w < wides; w++) {
                mismatches += wide[fromTable][row * wides + w] == wide[toTable][other * wides + w] ? 0 : 1;
            }
            float distance = APART * mismatches;
            if (distance < best) {
                best = Math.min(best, add(distance, point, toTable, other, best));
            }
        }
        return best;
    }

    /** Adds the numbers' part, or gives up with something that is not below {@code best}. */
    private float add(float labels, float[] point, int table, int other, float best) {
        float[] all = values[table];
        float distance = labels;
        int at = other * numbers;
        for (int k = 0; k < point.length && distance < best; k++) {
            float gap = Math.abs(point[k] - all[at + k]);
            if (!Float.isNaN(gap)) {
                distance += gap;
            } else if (!Float.isNaN(point[k]) || !Float.isNaN(all[at + k])) {
                distance += 1;
            }
        }
        return distance;
    }
}
