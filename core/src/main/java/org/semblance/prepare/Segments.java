package org.semblance.prepare;

/**
 * The cutting of sorted values into common values and bins, ascending and without overlap. A segment reaches from one
 * of the distinct values to another; a common value is a segment of one.
 */
final class Segments {
    /** A common value this many times as frequent as the threshold is never merged into a bin. */
    private static final int STANDS_OUT = 4;

    private final double[] values;
    private final int[] counts;
    private final int distinct;
    private final Marginal.Grain grain;
    private final long target;
    private final int[] from;
    private final int[] to;
    private final long[] rows;
    private final boolean[] common;
    private int size;

    private Segments(double[] values, int[] counts, int distinct, Marginal.Grain grain) {
        this.values = values;
        this.counts = counts;
        this.distinct = distinct;
        this.grain = grain;
        target = Math.max(grain.common(), (values.length + grain.most() - 1) / grain.most());
        from = new int[distinct];
        to = new int[distinct];
        rows = new long[distinct];
        common = new boolean[distinct];
    }

    /** Cuts the first {@code present} of the sorted values, after rounding them to the grid. */
    static Segments of(double[] sorted, int present, Marginal.Grain grain, Grid grid) {
        double[] values = new double[present];
        int[] counts = new int[present];
        int distinct = 0;
        for (int i = 0; i < present; i++) {
            double value = grid.round(sorted[i]) + 0.0;
            if (distinct == 0 || value != values[distinct - 1]) {
                values[distinct++] = value;
            }
            counts[distinct - 1]++;
        }
        Segments segments = new Segments(values, counts, distinct, grain);
        segments.cut();
        return segments;
    }

    private void cut() {
        int at = 0;
        while (at < distinct) {
            if (counts[at] >= grain.common()) {
                add(at, at, counts[at], true);
                at++;
                continue;
            }
            int end = at;
            long held = 0;
            while (end < distinct && counts[end] < grain.common()) {
                held += counts[end++];
            }
            if (held >= grain.common()) {
                bins(at, end, held);
                at = end;
            } else {
                at = few(at, end, held);
            }
        }
    }

    /** Cuts rare values into bins of about the target, none below the threshold. */
    private void bins(int start, int end, long held) {
        long left = held;
        long filled = 0;
        int begun = start;
        for (int i = start; i < end; i++) {
            filled += counts[i];
            left -= counts[i];
            if (filled >= target && left >= target || i == end - 1) {
                add(begun, i, filled, false);
                begun = i + 1;
                filled = 0;
            }
        }
    }

    /**
     * Places rare values too few for a bin: merges them with the rarer of the common values beside them, or counts them
     * to it where it stands out. Returns the position of the next value to cut.
     */
    private int few(int start, int end, long held) {
        long before = size > 0 ? rows[size - 1] : Long.MAX_VALUE;
        long after = end < distinct ? counts[end] : Long.MAX_VALUE;
        if (size == 0 && end == distinct) {
            add(start, end - 1, held, false);
            return end;
        }
        boolean standsOut = Math.min(before, after) >= (long) STANDS_OUT * grain.common();
        if (before > after) {
            add(standsOut ? end : start, end, held + after, standsOut);
            return end + 1;
        }
        rows[size - 1] += held;
        if (!standsOut || !common[size - 1]) {
            to[size - 1] = end - 1;
            common[size - 1] = false;
        }
        return end;
    }

    private void add(int first, int last, long held, boolean isCommon) {
        from[size] = first;
        to[size] = last;
        rows[size] = held;
        common[size] = isCommon;
        size++;
    }

    int size() {
        return size;
    }

    long rows(int segment) {
        return rows[segment];
    }

    /** The lower edges: the first place on the grid, or half-way to the segment before where there is no grid. */
    double[] first(Grid grid) {
        double[] out = new double[size];
        for (int k = 0; k < size; k++) {
            out[k] = values[from[k]];
            if (k > 0 && !common[k]) {
                double border = border(k - 1, grid);
                out[k] = grid.step() == 0 ? border : grid.round(border + grid.step());
            }
        }
        return out;
    }

    /** The upper edges: the last place on the grid, or half-way to the segment after where there is no grid. */
    double[] last(Grid grid) {
        double[] out = new double[size];
        for (int k = 0; k < size; k++) {
            out[k] = k == size - 1 || common[k] ? values[to[k]] : border(k, grid);
        }
        return out;
    }

    /** Half-way between a segment and the next; on a grid the last place that is not beyond. */
    private double border(int segment, Grid grid) {
        double below = values[to[segment]];
        double above = values[from[segment + 1]];
        if (grid.step() == 0) {
            return below + (above - below) / 2;
        }
        double places = Math.rint((above - below) / grid.step());
        return grid.round(below + Math.floor((places - 1) / 2) * grid.step());
    }
}
