package org.semblance.prepare;

import java.util.Arrays;
import org.semblance.table.NumberColumn;

/**
 * The distribution of one numeric column: a share of missing values, common values kept as they are, and bins between
 * them that are drawn from evenly. It answers {@link #draw} (quantile function) and {@link #below}/{@link #upTo}
 * (distribution function); the unit interval is laid out as missing first, then values in ascending order.
 *
 * <p>A value is common where at least {@link Grain#common} rows share it. Every bin holds at least as many rows, so no
 * single value is replayed: edges lie half-way between neighbouring values, and draws lie on the column's {@link Grid}.
 * Rare values between two common ones that are too few for a bin are merged with a common value beside them, or
 * counted to it where it is much commoner.
 *
 * <p>Immutable; learning costs O(n log n), a draw O(1).
 */
public final class Marginal {
    /**
     * How fine a marginal is.
     *
     * @param common rows that must share a value for it to be kept, and the fewest rows of a bin
     * @param most about how many bins and common values at most
     */
    public record Grain(int common, int most) {
        /** 5 is design's privacy threshold; 1,000 bins put the Kolmogorov-Smirnov error of interpolating below 0.001. */
        public static final Grain DEFAULT = new Grain(5, 1000);
    }

    private final Grid grid;
    private final double missing;
    private final double[] first;
    private final double[] last;
    private final double[] upTo;
    private final int[] guide;

    private Marginal(Grid grid, double missing, double[] first, double[] last, double[] upTo) {
        this.grid = grid;
        this.missing = missing;
        this.first = first;
        this.last = last;
        this.upTo = upTo;
        guide = guide(upTo);
    }

    public static Marginal of(NumberColumn column, Grid grid, Grain grain) {
        double[] sorted = column.toArray();
        Arrays.sort(sorted);
        int present = sorted.length;
        while (present > 0 && Double.isNaN(sorted[present - 1])) {
            present--;
        }
        Segments segments = Segments.of(sorted, present, grain, grid);
        double[] upTo = new double[segments.size()];
        long reached = sorted.length - present;
        for (int k = 0; k < upTo.length; k++) {
            reached += segments.rows(k);
            upTo[k] = reached / (double) sorted.length;
        }
        double missing = present == 0 ? 1 : (sorted.length - present) / (double) sorted.length;
        return new Marginal(grid, missing, segments.first(grid), segments.last(grid), upTo);
    }

    /** For each of equally many cells of the unit interval, the segment in which it starts. */
    private static int[] guide(double[] upTo) {
        int[] guide = new int[Math.max(1, 2 * upTo.length)];
        int k = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            while (k < upTo.length - 1 && upTo[k] <= cell / (double) guide.length) {
                k++;
            }
            guide[cell] = k;
        }
        return guide;
    }

    /** The share of missing values. */
    public double missing() {
        return missing;
    }

    /** How many common values and bins there are. */
    public int size() {
        return upTo.length;
    }

    /** The least value of each common value or bin, ascending. */
    public double[] lows() {
        return first.clone();
    }

    /** The largest value of each common value or bin; equal to the least for a common value. */
    public double[] highs() {
        return last.clone();
    }

    /** How many values are kept as they are. */
    public int commonValues() {
        int count = 0;
        for (int k = 0; k < first.length; k++) {
            count += first[k] == last[k] ? 1 : 0;
        }
        return count;
    }

    /** The value at a place of the unit interval: missing ({@code NaN}) below {@link #missing}, then ascending. */
    public double draw(double u) {
        if (u < missing || upTo.length == 0) {
            return Double.NaN;
        }
        int k = segment(u);
        if (first[k] == last[k]) {
            return first[k];
        }
        double start = k == 0 ? missing : upTo[k - 1];
        double within = Math.min(Math.max((u - start) / (upTo[k] - start), 0), 0x1.fffffffffffffp-1);
        double step = grid.step();
        if (step == 0) {
            return first[k] + within * (last[k] - first[k]);
        }
        double places = Math.rint((last[k] - first[k]) / step) + 1;
        return grid.round(first[k] + Math.floor(within * places) * step);
    }

    private int segment(double u) {
        int k = guide[Math.min((int) (u * guide.length), guide.length - 1)];
        while (k < upTo.length - 1 && u >= upTo[k]) {
            k++;
        }
        return k;
    }

    /** The ends of the stretches of the unit interval: of missing values, then of each common value or bin. */
    public double[] cells() {
        double[] out = new double[upTo.length + 1];
        out[0] = missing;
        System.arraycopy(upTo, 0, out, 1, upTo.length);
        return out;
    }

    /** Which of {@link #cells} a value lies in; one between two cells counts to the upper, one above all to the last. */
    public int cell(double value) {
        if (Double.isNaN(value) || last.length == 0) {
            return 0;
        }
        int k = Arrays.binarySearch(last, value);
        return Math.min(k >= 0 ? k : -k - 1, last.length - 1) + 1;
    }

    /** The value at a share of the way through one of {@link #cells}; missing for the first. */
    public double at(int cell, double share) {
        if (cell == 0 || upTo.length == 0) {
            return Double.NaN;
        }
        double start = cell == 1 ? missing : upTo[cell - 2];
        return draw(start + share * (upTo[cell - 1] - start));
    }

    /** The share of missing and of smaller values; 0 for a missing one. */
    public double below(double value) {
        return Double.isNaN(value) ? 0 : share(value, false);
    }

    /** The share of missing and of values up to this one; {@link #missing} for a missing one. */
    public double upTo(double value) {
        return Double.isNaN(value) ? missing : share(value, true);
    }

    private double share(double value, boolean inclusive) {
        int k = Arrays.binarySearch(last, value);
        k = k >= 0 ? k : -k - 1;
        if (k == last.length) {
            return 1;
        }
        double start = k == 0 ? missing : upTo[k - 1];
        if (value < first[k]) {
            return start;
        }
        double step = grid.step();
        double width = last[k] - first[k] + step;
        double within = width == 0 ? (inclusive ? 1 : 0) : (value - first[k] + (inclusive ? step : 0)) / width;
        return start + Math.min(1, within) * (upTo[k] - start);
    }

    /** Everything as one array: step, share missing, then first, last and share up to each segment. */
    public double[] pack() {
        double[] out = new double[2 + 3 * upTo.length];
        out[0] = grid.step();
        out[1] = missing;
        for (int k = 0; k < upTo.length; k++) {
            out[2 + 3 * k] = first[k];
            out[3 + 3 * k] = last[k];
            out[4 + 3 * k] = upTo[k];
        }
        return out;
    }

    /** @throws IllegalArgumentException where the array is not one that {@link #pack} wrote */
    public static Marginal unpack(double[] packed) {
        int size = (packed.length - 2) / 3;
        if (packed.length < 2
                || packed.length != 2 + 3 * size
                || !(packed[0] >= 0)
                || !(packed[1] >= 0 && packed[1] <= 1)) {
            throw new IllegalArgumentException("not a marginal");
        }
        double[] first = new double[size];
        double[] last = new double[size];
        double[] upTo = new double[size];
        for (int k = 0; k < size; k++) {
            first[k] = packed[2 + 3 * k];
            last[k] = packed[3 + 3 * k];
            upTo[k] = packed[4 + 3 * k];
            double edge = k == 0 ? Double.NEGATIVE_INFINITY : last[k - 1];
            double reached = k == 0 ? packed[1] : upTo[k - 1];
            boolean ascends = edge <= first[k] && first[k] <= last[k] && last[k] < Double.POSITIVE_INFINITY;
            if (!ascends || Double.isInfinite(first[k]) || !(upTo[k] >= reached && upTo[k] <= 1)) {
                throw new IllegalArgumentException("not a marginal: segment " + k + " is out of order");
            }
        }
        return new Marginal(new Grid(packed[0]), packed[1], first, last, upTo);
    }
}
