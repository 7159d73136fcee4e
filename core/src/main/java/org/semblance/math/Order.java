package org.semblance.math;

/** The places of numbers in ascending order, without an object per number. */
public final class Order {
    private Order() {}

    /** Places 0 .. n-1 so that the values ascend; equal ones stay in order, NaN comes last. Cost O(n log n). */
    public static int[] of(double[] values) {
        int n = values.length;
        int[] from = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = i;
        }
        int[] to = new int[n];
        for (int width = 1; width < n; width *= 2) {
            for (int start = 0; start < n; start += 2 * width) {
                merge(values, from, to, new int[] {start, Math.min(start + width, n), Math.min(start + 2 * width, n)});
            }
            int[] held = from;
            from = to;
            to = held;
            if (width > n / 2) {
                break;
            }
        }
        return from;
    }

    /** Merges the runs bounds[0] .. bounds[1]-1 and bounds[1] .. bounds[2]-1. */
    private static void merge(double[] values, int[] from, int[] to, int[] bounds) {
        int left = bounds[0];
        int right = bounds[1];
        for (int at = bounds[0]; at < bounds[2]; at++) {
            boolean takeLeft = left < bounds[1]
                    && (right >= bounds[2] || Double.compare(values[from[left]], values[from[right]]) <= 0);
            to[at] = from[takeLeft ? left++ : right++];
        }
    }
}
