package org.semblance.table;

import java.util.List;

/** Numbers, dates and times as {@code double}s; a missing value is {@code NaN}. */
public final class NumberColumn implements Column {
    private final double[] values;

    private NumberColumn(double[] values) {
        this.values = values;
    }

    /** Takes the array as it is: the caller gives it away. */
    public static NumberColumn of(double... values) {
        return new NumberColumn(values);
    }

    static NumberColumn join(List<NumberColumn> parts) {
        double[] all = new double[parts.stream().mapToInt(NumberColumn::size).sum()];
        int at = 0;
        for (NumberColumn part : parts) {
            System.arraycopy(part.values, 0, all, at, part.values.length);
            at += part.values.length;
        }
        return new NumberColumn(all);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    /** The value, or {@code NaN} where it is missing. */
    public double get(int row) {
        return values[row];
    }

    /** A copy of all values. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public NumberColumn take(int[] rows) {
        double[] out = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = values[rows[i]];
        }
        return new NumberColumn(out);
    }
}
