package org.semblance.evaluate;

import java.util.Arrays;

/**
 * The rows of one table as {@link Distances} lays them out: numbers scaled to the range of their column, labels as
 * codes that all its tables share.
 *
 * <p>Rows lie together: labels in lanes of one byte, eight to a {@code long} (a column of more than 255 labels in an
 * {@code int} of its own), numbers as floats. A feature is a column's place: first the numbers, then the narrow labels,
 * then the wide ones.
 */
final class Packed {
    static final int LANES = 8;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    /** What is the same for all tables: how many of what, and how far apart two labels are. */
    record Layout(int numbers, int narrows, int wides, float apart) {
        int words() {
            return (narrows + LANES - 1) / LANES;
        }

        int features() {
            return numbers + narrows + wides;
        }
    }

    final Layout layout;
    final int rows;
    private final int words;
    private final int wides;
    private final int numbers;
    private final float apart;
    private final long[] narrow;
    private final int[] wide;
    private final float[] values;

    Packed(Layout layout, int rows) {
        this.layout = layout;
        this.rows = rows;
        words = layout.words();
        wides = layout.wides();
        numbers = layout.numbers();
        apart = layout.apart();
        narrow = new long[Math.multiplyExact(rows, words)];
        wide = new int[Math.multiplyExact(rows, wides)];
        values = new float[Math.multiplyExact(rows, numbers)];
    }

    void number(int row, int feature, float value) {
        values[row * numbers + feature] = value;
    }

    void label(int row, int feature, int code) {
        int lane = feature - numbers;
        if (lane < layout.narrows()) {
            narrow[row * words + lane / LANES] |= (code & 0xFFL) << 8 * (lane % LANES);
        } else {
            wide[row * wides + lane - layout.narrows()] = code;
        }
    }

    /** The same rows in another order. */
    Packed ordered(int[] order) {
        Packed out = new Packed(layout, order.length);
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(narrow, order[i] * words, out.narrow, i * words, words);
            System.arraycopy(wide, order[i] * wides, out.wide, i * wides, wides);
            System.arraycopy(values, order[i] * numbers, out.values, i * numbers, numbers);
        }
        return out;
    }

    /** A scaled number (NaN where missing) or a label's code. */
    float get(int row, int feature) {
        if (feature < numbers) {
            return values[row * numbers + feature];
        }
        int lane = feature - numbers;
        return lane < layout.narrows()
                ? narrow[row * words + lane / LANES] >>> 8 * (lane % LANES) & 0xFF
                : wide[row * wides + lane - layout.narrows()];
    }

    /** What one feature adds to the distance of two rows. */
    float gap(int feature, int row, Packed table, int other) {
        float a = get(row, feature);
        float b = table.get(other, feature);
        if (feature >= numbers) {
            return a == b ? 0 : layout.apart();
        }
        return gap(a, b);
    }

    /** For each number, whether some row lacks it. */
    boolean[] gappy() {
        boolean[] gappy = new boolean[numbers];
        for (int at = 0; at < values.length; at++) {
            gappy[at % numbers] |= Float.isNaN(values[at]);
        }
        return gappy;
    }

    /** For each number, whether all rows that have it have one of 0 to 1. */
    boolean[] within() {
        boolean[] within = new boolean[numbers];
        Arrays.fill(within, true);
        for (int at = 0; at < values.length; at++) {
            within[at % numbers] &= !(values[at] < 0 || values[at] > 1);
        }
        return within;
    }

    /** What the labels of a point add to its distance from a row. */
    float labels(Point point, int row) {
        int mismatches = 0;
        for (int w = 0; w < words; w++) {
            long differ = point.narrow[w] ^ narrow[row * words + w];
            mismatches += Long.bitCount(((differ & LOW) + LOW | differ) & ~LOW);
        }
        for (int w = 0; w < wides; w++) {
            mismatches += point.wide[w] == wide[row * wides + w] ? 0 : 1;
        }
        return apart * mismatches;
    }

    /** A row taken out, to be compared with many. */
    Point point(int row) {
        return new Point(
                Arrays.copyOfRange(narrow, row * words, (row + 1) * words),
                Arrays.copyOfRange(wide, row * wides, (row + 1) * wides),
                Arrays.copyOfRange(values, row * numbers, (row + 1) * numbers));
    }

    record Point(long[] narrow, int[] wide, float[] values) {}

    /** The distance of a point to a row, or, where that is not below {@code limit}, something that is not either. */
    float distance(Point point, int row, float limit) {
        float distance = labels(point, row);
        int at = row * numbers;
        for (int k = 0; k < numbers && distance < limit; k++) {
            distance += gap(point.values[k], values[at + k]);
        }
        return distance;
    }

    static float gap(float a, float b) {
        float gap = Math.abs(a - b);
        return !Float.isNaN(gap) ? gap : Float.isNaN(a) && Float.isNaN(b) ? 0 : 1;
    }
}
