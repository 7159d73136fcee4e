package org.semblance.evaluate;

import java.util.Arrays;

/** How well numbers put members of a class before the others. */
public final class Ranking {
    private Ranking() {}

    /**
     * Area under the ROC curve: the chance that a member has a larger number than another row, ties counted half
     * (Mann and Whitney). NaN where one of the two kinds is missing.
     */
    public static double auc(float[] numbers, boolean[] members) {
        long[] order = new long[numbers.length];
        for (int i = 0; i < order.length; i++) {
            int bits = Float.floatToIntBits(numbers[i] + 0f);
            long sortable = bits < 0 ? bits ^ 0x7FFFFFFF : bits;
            order[i] = sortable << 1 | (members[i] ? 1 : 0);
        }
        return auc(order);
    }

    /** The same of doubles; two that differ in their last bit alone may count as tied. */
    public static double auc(double[] numbers, boolean[] members) {
        long[] order = new long[numbers.length];
        for (int i = 0; i < order.length; i++) {
            long bits = Double.doubleToLongBits(numbers[i] + 0.0);
            long sortable = bits < 0 ? bits ^ Long.MAX_VALUE : bits;
            order[i] = sortable & -2L | (members[i] ? 1 : 0);
        }
        return auc(order);
    }

    /** Of numbers in an order that whole numbers share, whose last bit says whether they are a member's. */
    private static double auc(long[] order) {
        Arrays.sort(order);
        double above = 0;
        long othersBelow = 0;
        long all = 0;
        for (int i = 0; i < order.length; ) {
            long tiedMembers = 0;
            long tiedOthers = 0;
            long value = order[i] >> 1;
            for (; i < order.length && order[i] >> 1 == value; i++) {
                tiedMembers += order[i] & 1;
                tiedOthers += 1 - (order[i] & 1);
            }
            above += tiedMembers * (othersBelow + tiedOthers / 2.0);
            othersBelow += tiedOthers;
            all += tiedMembers;
        }
        return above / all / othersBelow;
    }

    /**
     * The share of members that are found where at most so large a share of the others is taken for one (true positives
     * at a rate of false positives). NaN where a single one of the others would be more than that.
     */
    public static double found(float[] numbers, boolean[] members, double alarms) {
        float[] others = new float[numbers.length];
        int n = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (!members[i]) {
                others[n++] = numbers[i];
            }
        }
        int allowed = (int) Math.floor(alarms * n + 1e-9);
        if (allowed < 1 || n == numbers.length) {
            return Double.NaN;
        }
        Arrays.sort(others, 0, n);
        float threshold = allowed >= n ? Float.NEGATIVE_INFINITY : others[n - 1 - allowed];
        int found = 0;
        for (int i = 0; i < numbers.length; i++) {
            found += members[i] && numbers[i] > threshold ? 1 : 0;
        }
        return (double) found / (numbers.length - n);
    }
}
