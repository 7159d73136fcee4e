package org.semblance.trees;

import java.util.Arrays;

/**
 * How the values of one column become codes: learnt from one table, applied to any. Code 0 is a missing value.
 *
 * <p>Numbers: where there are no more different values than bins, each has its own; else bins hold about equally many
 * values and a value that fills a bin alone gets one. Cuts lie half-way between neighbouring values. Labels: each has
 * a code of its own, or, where there are too many, the most frequent have and the others share the last one.
 * Cost: a sort of the column to learn, a binary search per value to apply.
 */
public final class Bins {
    /** The most bins of a number beside the missing one, as in XGBoost's and LightGBM's histograms. */
    public static final int MOST = 255;

    private static final int LARGEST = Short.MAX_VALUE - 1;

    private final double[] cuts;
    private final short[] ofLabel;
    private final int size;
    private final boolean labels;

    private Bins(double[] cuts, short[] ofLabel, int size, boolean labels) {
        this.cuts = cuts;
        this.ofLabel = ofLabel;
        this.size = size;
        this.labels = labels;
    }

    /** Bins of numbers; NaN is missing. */
    public static Bins ofNumbers(double[] values, int most) {
        double[] sorted = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[n++] = value + 0.0;
            }
        }
        Arrays.sort(sorted, 0, n);
        double[] distinct = new double[n];
        int[] counts = new int[n];
        int d = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[d++] = sorted[i];
            }
            counts[d - 1]++;
        }
        double[] cuts = cuts(distinct, counts, d, n, Math.min(most, LARGEST));
        return new Bins(cuts, new short[0], n == 0 ? 1 : cuts.length + 2, false);
    }

    private static double[] cuts(double[] distinct, int[] counts, int d, int n, int most) {
        double[] cuts = new double[Math.max(0, Math.min(d, most) - 1)];
        int made = 0;
        long left = n;
        long inBin = 0;
        for (int i = 0; i + 1 < d && made < cuts.length; i++) {
            inBin += counts[i];
            double share = d <= most ? 0 : (double) left / (cuts.length + 1 - made);
            if (inBin >= share || counts[i + 1] >= share && inBin > 0) {
                double middle = distinct[i] + (distinct[i + 1] - distinct[i]) / 2;
                cuts[made++] = middle < distinct[i + 1] ? middle : distinct[i];
                left -= inBin;
                inBin = 0;
            }
        }
        return Arrays.copyOf(cuts, made);
    }

    /** Bins of the labels 0 .. levels-1; -1 is missing. With more than {@code most} labels the rarest share a code. */
    public static Bins ofLabels(int[] codes, int levels, int most) {
        int own = Math.min(most, LARGEST);
        short[] ofLabel = new short[levels];
        if (levels <= own) {
            for (int k = 0; k < levels; k++) {
                ofLabel[k] = (short) (k + 1);
            }
            return new Bins(new double[0], ofLabel, levels + 1, true);
        }
        long[] byCount = new long[levels];
        for (int k = 0; k < levels; k++) {
            byCount[k] = k;
        }
        for (int code : codes) {
            if (code >= 0) {
                byCount[code] -= 1L << 32;
            }
        }
        Arrays.sort(byCount);
        for (int rank = 0; rank < levels; rank++) {
            ofLabel[(int) byCount[rank]] = (short) Math.min(rank + 1, own);
        }
        return new Bins(new double[0], ofLabel, own + 1, true);
    }

    /** How many codes there are, the missing one included. */
    public int size() {
        return size;
    }

    public boolean labels() {
        return labels;
    }

    /** The code of a number. */
    public short code(double value) {
        if (Double.isNaN(value) || size == 1) {
            return 0;
        }
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (short) (low + 1);
    }

    public short[] codes(double[] values) {
        short[] out = new short[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = code(values[i]);
        }
        return out;
    }

    public short[] codes(int[] labelCodes) {
        short[] out = new short[labelCodes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = labelCodes[i] < 0 ? 0 : ofLabel[labelCodes[i]];
        }
        return out;
    }
}
