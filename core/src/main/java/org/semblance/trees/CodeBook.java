package org.semblance.trees;

import java.util.Arrays;
import org.semblance.random.Rng;

/**
 * The code space of one column: what a value is called while trees work on it, and how a code turns into a value again.
 *
 * <p>Labels keep their codes. Numbers get <em>fine</em> codes in ascending order: a common value has a code of its own,
 * the others share the codes of bins, and a value is drawn anew inside its bin. How a column is cut is the caller's
 * choice; the book adds nothing to it. A missing value has the last code. As predictors, numbers are grouped further
 * into at most {@value #COARSE} <em>coarse</em> codes of about equal mass.
 *
 * <p>Cost: O(log n) to encode, O(1) to draw.
 */
public final class CodeBook {
    /** Predictor codes besides the one for missing values; one byte holds both. */
    public static final int COARSE = 254;

    private final int size;
    private final double[] low;
    private final double[] high;
    private final byte[] coarse;
    private final int coarseCount;
    private final double step;

    private CodeBook(double[] low, double[] high, byte[] coarse, int coarseCount, double step) {
        this.size = low.length;
        this.low = low;
        this.high = high;
        this.coarse = coarse;
        this.coarseCount = coarseCount;
        this.step = step;
    }

    /**
     * The codes of a column of numbers that has been cut into common values and bins.
     *
     * @param low the least number of each, ascending; equal to {@code high} for a common value
     * @param high the largest number of each
     * @param mass how many observations each has
     * @param step drawn numbers are multiples of it; 0 for any number
     */
    public static CodeBook ofNumbers(double[] low, double[] high, int[] mass, double step) {
        byte[] coarse = new byte[low.length];
        int groups = group(mass, COARSE, coarse);
        return new CodeBook(low.clone(), high.clone(), coarse, low.length == 0 ? 1 : groups + 1, step);
    }

    /** The book of a column of labels with codes 0 .. labels-1. */
    public static CodeBook ofLabels(int labels) {
        double[] none = new double[labels];
        return new CodeBook(none, none, new byte[0], 0, 0);
    }

    /** The book of a column of numbers as it was stored; see {@link #ofLabels} for the other. */
    public static CodeBook restore(double[] low, double[] high, byte[] coarse, double step) {
        if (high.length != low.length || coarse.length != low.length) {
            throw new IllegalArgumentException("the arrays of a column do not fit together");
        }
        int groups = 0;
        for (byte code : coarse) {
            groups = Math.max(groups, (code & 0xFF) + 1);
        }
        if (low.length != coarse.length || high.length != coarse.length || groups > COARSE) {
            throw new IllegalArgumentException("the codes of a column do not fit together");
        }
        return new CodeBook(low, high, coarse, groups + 1, step);
    }

    /**
     * Groups neighbouring codes into at most {@code most} groups of about equal mass; a heavy code is alone.
     *
     * @return how many groups there are
     */
    static int group(int[] mass, int most, byte[] groupOf) {
        if (mass.length <= most) {
            for (int i = 0; i < mass.length; i++) {
                groupOf[i] = (byte) i;
            }
            return mass.length;
        }
        long rest = 0;
        for (int m : mass) {
            rest += m;
        }
        int group = 0;
        long held = 0;
        for (int i = 0; i < mass.length; i++) {
            double share = rest / (double) (most - group);
            if (held > 0 && group < most - 1 && (held + mass[i] / 2.0 > share || mass[i] > share)) {
                group++;
                rest -= held;
                held = 0;
            }
            groupOf[i] = (byte) group;
            held += mass[i];
        }
        return group + 1;
    }

    /** How many codes there are besides the one of missing values, which is this number. */
    public int size() {
        return size;
    }

    /** Whether the column holds numbers. */
    public boolean numeric() {
        return coarseCount > 0;
    }

    /** How many predictor codes numbers have, the last being that of missing values. */
    public int coarseCount() {
        return coarseCount;
    }

    public double[] lows() {
        return low.clone();
    }

    public double[] highs() {
        return high.clone();
    }

    public byte[] coarseCodes() {
        return coarse.clone();
    }

    public double step() {
        return step;
    }

    public double low(int code) {
        return low[code];
    }

    public double high(int code) {
        return high[code];
    }

    /** The smallest and largest number that is ever drawn. */
    public double least() {
        return size == 0 ? Double.NaN : low[0];
    }

    public double most() {
        return size == 0 ? Double.NaN : high[size - 1];
    }

    /** The fine code of a number; the code of missing for NaN. A number between two codes gets the upper one's. */
    public int encode(double value) {
        if (Double.isNaN(value) || size == 0) {
            return size;
        }
        int at = Arrays.binarySearch(high, value);
        return Math.min(at >= 0 ? at : -at - 1, size - 1);
    }

    /** The predictor code of a fine code of a number. */
    public byte coarse(int code) {
        return code >= size ? (byte) (coarseCount - 1) : coarse[code];
    }

    /** A number for a fine code: the common value itself, or anything inside the bin; NaN for the code of missing. */
    public double draw(int code, Rng rng) {
        if (code >= size) {
            return Double.NaN;
        }
        double from = low[code];
        double to = high[code];
        if (from == to) {
            return from;
        }
        if (step == 0) {
            return from + (to - from) * rng.nextDouble();
        }
        double places = Math.rint((to - from) / step) + 1;
        return snap(from + Math.floor(rng.nextDouble() * places) * step);
    }

    /** The next place on the column's grid, upwards or downwards; the value itself where there is no grid. */
    double onGrid(double value, boolean up) {
        if (step == 0) {
            return value;
        }
        double scale = step < 1 ? Math.rint(1 / step) : 1 / step;
        double places = value * scale;
        double place = up ? Math.ceil(places - 1e-6) : Math.floor(places + 1e-6);
        return step < 1 ? place / scale : place * step;
    }

    /** The nearest value that lies in a bin or is a common value. */
    public double nearest(double value) {
        if (size == 0 || Double.isNaN(value)) {
            return snap(value);
        }
        double snapped = snap(value);
        int code = encode(snapped);
        if (snapped >= low[code] || code == 0) {
            return snapped;
        }
        return value - high[code - 1] <= low[code] - value ? high[code - 1] : low[code];
    }

    /** The nearest value between the ends of the column. */
    public double snap(double value) {
        double within = Math.max(least(), Math.min(most(), value));
        if (step == 0) {
            return within;
        }
        if (step < 1) {
            double scale = Math.rint(1 / step);
            return Math.rint(within * scale) / scale;
        }
        return Math.rint(within / step) * step;
    }
}
