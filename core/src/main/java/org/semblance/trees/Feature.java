package org.semblance.trees;

import java.util.Arrays;

/**
 * A predictor of a {@link LeafTree}: the values of n rows as codes that ascend with the numbers, or the labels'.
 *
 * <p>Up to {@value #MOST} different numbers each have a code, so that splits are exact; more share codes, about equally
 * many rows a code. Cost O(n log n) once.
 */
public final class Feature {
    static final int MOST = 1024;

    private int[] codes;
    private final int size;
    private final boolean labels;
    private final double[] least;
    private final double[] most;
    private double[] numbers;

    private Feature(int[] codes, int size, boolean labels, double[] least, double[] most, double[] numbers) {
        this.numbers = numbers;
        this.codes = codes;
        this.size = size;
        this.labels = labels;
        this.least = least;
        this.most = most;
    }

    /** Of labels 0 .. count-1. */
    public static Feature ofLabels(int[] codes, int count) {
        int[] own = new int[codes.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = codes[i] < 0 ? count : codes[i];
        }
        return new Feature(own, count + 1, true, new double[0], new double[0], new double[0]);
    }

    /** Of numbers, which are kept; a missing one counts as larger than all. */
    public static Feature ofNumbers(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double[] least = new double[Math.min(n, MOST) + 1];
        double[] most = new double[least.length];
        int different = 0;
        for (int i = 0; i < n; i++) {
            different += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        int made = 0;
        int left = n;
        for (int i = 0; i < n; ) {
            int enough = different <= MOST ? 1 : (int) Math.ceil((double) left / Math.max(1, MOST - made));
            int end = Math.min(n, i + enough);
            while (end < n && sorted[end] == sorted[end - 1]) {
                end++;
            }
            least[made] = sorted[i];
            most[made++] = sorted[end - 1];
            left -= end - i;
            i = end;
        }
        double[] tops = Arrays.copyOf(most, made);
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            int at = Arrays.binarySearch(tops, values[i]);
            codes[i] = at >= 0 ? at : Math.min(-at - 1, made - 1);
        }
        return new Feature(codes, made, false, Arrays.copyOf(least, made), tops, values);
    }

    /** The same codes, for a few rows that are {@link #take taken} later. */
    Feature few() {
        return new Feature(new int[0], size, labels, least, most, new double[0]);
    }

    /** Becomes what some rows of the feature are that it was made of. */
    void take(Feature whole, int[] rows, boolean withNumbers) {
        if (codes.length < rows.length) {
            codes = new int[Math.max(SmallBranch.MOST, rows.length)];
        }
        for (int j = 0; j < rows.length; j++) {
            codes[j] = whole.codes[rows[j]];
        }
        if (withNumbers && !labels) {
            numbers = new double[rows.length];
            for (int j = 0; j < rows.length; j++) {
                numbers[j] = whole.numbers[rows[j]];
            }
        }
    }

    boolean labels() {
        return labels;
    }

    /** How many codes there are. */
    int size() {
        return size;
    }

    int[] codes() {
        return codes;
    }

    /** The number of a row as it is. */
    double number(int row) {
        return numbers[row];
    }

    /** The number that a code stands for; the middle where several share it. */
    double value(int code) {
        return least[code] == most[code] ? least[code] : least[code] + (most[code] - least[code]) / 2;
    }

    /** The largest number of a code. */
    double top(int code) {
        return most[code];
    }

    /** A number half-way between two codes that follow each other in a node, such that the first is not above it. */
    double between(int code, int next) {
        double middle = most[code] + (least[next] - most[code]) / 2;
        return middle < least[next] ? middle : most[code];
    }
}
