package org.semblance.trees;

import java.util.Arrays;
import org.semblance.random.Rng;

/**
 * The code space of one column: what a value is called while trees work on it, and how a code turns into a value again.
 *
 * <p>Labels keep their codes. Numbers get <em>fine</em> codes in ascending order: a value that occurs at least
 * {@code common} times is an atom with a code of its own; the rest lie in bins of at least {@code common} observations
 * each, whose edges are midpoints between neighbours, and a value is drawn anew inside its bin. So the book holds no
 * rare value. A missing value has the last code. As predictors, numbers are grouped further into at most
 * {@value #COARSE} <em>coarse</em> codes of about equal mass.
 *
 * <p>Cost: O(n log n) to learn, O(log n) to encode, O(1) to draw.
 */
public final class CodeBook {
    /** Predictor codes besides the one for missing values; one byte holds both. */
    public static final int COARSE = 254;

    private static final int MOST_BINS = 8192;

    private final int size;
    private final double[] low;
    private final double[] high;
    private final byte[] coarse;
    private final int coarseCount;
    private final double step;
    private final double[] atomValues;
    private final int[] atomCodes;
    private final double[] binLows;
    private final int[] binCodes;

    private CodeBook(double[] low, double[] high, byte[] coarse, int coarseCount, double step) {
        this.size = low.length;
        this.low = low;
        this.high = high;
        this.coarse = coarse;
        this.coarseCount = coarseCount;
        this.step = step;
        int atoms = 0;
        for (int i = 0; i < size; i++) {
            atoms += low[i] == high[i] ? 1 : 0;
        }
        atomValues = new double[atoms];
        atomCodes = new int[atoms];
        binLows = new double[size - atoms];
        binCodes = new int[size - atoms];
        int a = 0;
        int b = 0;
        for (int i = 0; i < size; i++) {
            if (low[i] == high[i]) {
                atomValues[a] = low[i];
                atomCodes[a++] = i;
            } else {
                binLows[b] = low[i];
                binCodes[b++] = i;
            }
        }
    }

    /**
     * Learns the codes of a column of numbers.
     *
     * @param values n numbers, NaN where missing
     * @param common how often a value must occur to be kept as it is
     * @param step drawn values are multiples of it; 0 for any value
     */
    public static CodeBook ofNumbers(double[] values, int common, double step) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        double[] centre = new double[n];
        double[] from = new double[n];
        double[] to = new double[n];
        int[] count = new int[n];
        int codes = 0;
        double[] loose = new double[n];
        int looseCount = 0;
        for (int i = 0; i < n; ) {
            int j = i;
            while (j < n && sorted[j] == sorted[i]) {
                j++;
            }
            if (j - i >= common) {
                centre[codes] = sorted[i];
                from[codes] = sorted[i];
                to[codes] = sorted[i];
                count[codes++] = j - i;
            } else {
                while (i < j) {
                    loose[looseCount++] = sorted[i++];
                }
            }
            i = j;
        }
        int perBin = Math.max(common, (looseCount + MOST_BINS - 1) / MOST_BINS);
        for (int i = 0; i < looseCount; ) {
            int end = looseCount - (i + perBin) < perBin ? looseCount : i + perBin;
            while (end < looseCount && loose[end] == loose[end - 1]) {
                end++;
            }
            double start = i == 0 ? loose[0] : (loose[i - 1] + loose[i]) / 2;
            double stop = end == looseCount ? loose[end - 1] : (loose[end - 1] + loose[end]) / 2;
            boolean narrow = start == stop;
            centre[codes] = (loose[i] + loose[end - 1]) / 2;
            from[codes] = narrow ? start - widen(start, step) : start;
            to[codes] = narrow ? stop + widen(stop, step) : stop;
            count[codes++] = end - i;
            i = end;
        }
        return ordered(centre, from, to, count, codes, step);
    }

    /** A few equal values too rare to be an atom still become a bin. */
    private static double widen(double value, double step) {
        return step > 0 ? step : Math.max(Math.abs(value) * 1e-3, 1e-9);
    }

    private static CodeBook ordered(double[] centre, double[] from, double[] to, int[] count, int codes, double step) {
        Integer[] order = new Integer[codes];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byCentre = Double.compare(centre[a], centre[b]);
            return byCentre != 0 ? byCentre : Integer.compare(a, b);
        });
        double[] low = new double[codes];
        double[] high = new double[codes];
        int[] mass = new int[codes];
        for (int i = 0; i < codes; i++) {
            low[i] = from[order[i]];
            high[i] = to[order[i]];
            mass[i] = count[order[i]];
        }
        byte[] coarse = new byte[codes];
        int groups = group(mass, COARSE, coarse);
        return new CodeBook(low, high, coarse, groups + 1, step);
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
        return size == 0 ? Double.NaN : Math.min(low[0], binLows.length == 0 ? low[0] : binLows[0]);
    }

    public double most() {
        double top = size == 0 ? Double.NaN : high[size - 1];
        return binCodes.length == 0 ? top : Math.max(top, high[binCodes[binCodes.length - 1]]);
    }

    /** The fine code of a number; the code of missing for NaN. Numbers never seen get the nearest bin or atom. */
    public int encode(double value) {
        if (Double.isNaN(value) || size == 0) {
            return size;
        }
        int atom = Arrays.binarySearch(atomValues, value);
        if (atom >= 0) {
            return atomCodes[atom];
        }
        if (binLows.length > 0) {
            int bin = Arrays.binarySearch(binLows, value);
            int at = Math.max(0, bin >= 0 ? bin : -bin - 2);
            int code = binCodes[at];
            if (atomValues.length == 0 || (value >= low[code] && value <= high[code])) {
                return code;
            }
        }
        int next = Math.min(-atom - 1, atomValues.length - 1);
        boolean below = next > 0 && value - atomValues[next - 1] < Math.abs(atomValues[next] - value);
        return atomCodes[below ? next - 1 : next];
    }

    /** The predictor code of a fine code of a number. */
    public byte coarse(int code) {
        return code >= size ? (byte) (coarseCount - 1) : coarse[code];
    }

    /** A number for a fine code: the atom itself, or anything inside the bin; NaN for the code of missing. */
    public double draw(int code, Rng rng) {
        if (code >= size) {
            return Double.NaN;
        }
        double from = low[code];
        double to = high[code];
        return from == to ? from : snap(from + (to - from) * rng.nextDouble());
    }

    /** The nearest value that the column can have. */
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
