package org.semblance.table;

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
