package org.semblance.prepare;

import java.util.List;
import org.semblance.table.CodeColumn;

/**
 * The distribution of one column of labels: the share of missing values, then of each label in the order of the
 * dictionary, laid out on the unit interval. Immutable; a draw costs O(1).
 */
public final class Frequencies {
    private final List<String> labels;
    private final double[] upTo;
    private final int[] guide;

    private Frequencies(List<String> labels, double[] upTo) {
        this.labels = List.copyOf(labels);
        this.upTo = upTo;
        guide = new int[2 * upTo.length];
        int k = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            while (k < upTo.length - 1 && upTo[k] <= cell / (double) guide.length) {
                k++;
            }
            guide[cell] = k;
        }
    }

    public static Frequencies of(CodeColumn column) {
        long[] counts = new long[column.labels().size() + 1];
        for (int i = 0; i < column.size(); i++) {
            counts[column.code(i) + 1]++;
        }
        double[] upTo = new double[counts.length];
        long sum = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += counts[k];
            upTo[k] = column.size() == 0 ? 1 : sum / (double) column.size();
        }
        return new Frequencies(column.labels(), upTo);
    }

    public List<String> labels() {
        return labels;
    }

    /** The share of missing values. */
    public double missing() {
        return upTo[0];
    }

    /** The code at a place of the unit interval: -1 (missing) first, then 0, 1, ... */
    public int draw(double u) {
        int k = guide[Math.min((int) (u * guide.length), guide.length - 1)];
        while (k < upTo.length - 1 && u >= upTo[k]) {
            k++;
        }
        return k - 1;
    }

    /** The share of codes before this one; code -1 is missing. */
    public double below(int code) {
        return code < 0 ? 0 : upTo[code];
    }

    /** The share of codes up to this one. */
    public double upTo(int code) {
        return upTo[code + 1];
    }

    /** The cumulative shares: missing first, then each label. */
    public double[] pack() {
        return upTo.clone();
    }

    /** @throws IllegalArgumentException where the shares do not ascend to 1 or do not fit the labels */
    public static Frequencies unpack(List<String> labels, double[] packed) {
        boolean fits = packed.length == labels.size() + 1 && packed[packed.length - 1] == 1 && packed[0] >= 0;
        for (int k = 1; fits && k < packed.length; k++) {
            fits = packed[k] >= packed[k - 1];
        }
        if (!fits) {
            throw new IllegalArgumentException("not the frequencies of " + labels.size() + " labels");
        }
        return new Frequencies(labels, packed.clone());
    }
}
