package org.semblance.disclosure;

import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * How the values of a column are spaced and bounded, so that changed ones look like the others: numbers have the decimals
 * they are written with, times the largest of day, hour, minute, second, millisecond that all of them are multiples of.
 *
 * @param scale steps per unit; 0 where there are no steps
 * @param step the size of a step where it is above 1, else 1
 */
record Grain(double scale, double step, double low, double high) {
    private static final long[] MICROSECONDS = {86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1_000L};
    private static final int MOST_DECIMALS = 15;

    static Grain of(Field field, NumberColumn column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                low = Math.min(low, column.get(i));
                high = Math.max(high, column.get(i));
            }
        }
        Kind kind = field.kind();
        if (kind == Kind.TIME || kind == Kind.DATETIME) {
            return new Grain(1, step(column), low, high);
        }
        int decimals = field.format().rounding();
        if (kind == Kind.DATE || (kind == Kind.WHOLE && decimals < 0)) {
            decimals = 0;
        }
        double scale = decimals < 0 || decimals > MOST_DECIMALS ? 0 : Math.rint(StrictMath.pow(10, decimals));
        return new Grain(scale, 1, low, high);
    }

    private static double step(NumberColumn column) {
        for (long step : MICROSECONDS) {
            boolean all = true;
            for (int i = 0; i < column.size() && all; i++) {
                all = column.isMissing(i) || column.get(i) % step == 0;
            }
            if (all) {
                return step;
            }
        }
        return 1;
    }

    /** The nearest value that the column could have; missing stays missing. */
    double fit(double value) {
        return Double.isNaN(value) ? value : Math.min(high, Math.max(low, round(value)));
    }

    /** The nearest step, whatever the bounds. */
    double round(double value) {
        if (scale == 0) {
            return value;
        }
        return scale == 1 ? Math.rint(value / step) * step + 0.0 : Math.rint(value * scale) / scale + 0.0;
    }
}
