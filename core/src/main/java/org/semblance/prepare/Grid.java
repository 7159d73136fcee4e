package org.semblance.prepare;

import org.semblance.table.Field;
import org.semblance.table.NumberColumn;

/**
 * The steps on which a column's values lie: 0.01, 1, 1000, a minute in microseconds; 0 where there are none. Values
 * drawn between two real ones are rounded to it.
 *
 * @param step distance between neighbours, 0 for none; below 1 it is a power of ten
 */
public record Grid(double step) {
    private static final int MOST_DECIMALS = 9;
    private static final double[] WHOLE_STEPS = {1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100, 50, 10, 5};
    private static final double DAY = 86_400e6;
    private static final double[] TIME_STEPS = {
        DAY, DAY / 24, DAY / 48, DAY / 96, 300e6, 60e6, 1e6, 1e5, 1e4, 1e3, 100, 10
    };

    /** The coarsest grid that all values lie on; 1 where there is only one value, which tells nothing. */
    public static Grid of(Field field, NumberColumn column) {
        switch (field.kind()) {
            case TIME, DATETIME -> {
                return new Grid(coarsest(column, TIME_STEPS, 1));
            }
            case DATE -> {
                return new Grid(1);
            }
            default -> {
                int decimals = field.format().decimals();
                if (decimals < 0) {
                    decimals = decimals(column);
                }
                return decimals == 0
                        ? new Grid(coarsest(column, WHOLE_STEPS, 1))
                        : new Grid(decimals < 0 ? 0 : 1 / tenTo(decimals));
            }
        }
    }

    private static double coarsest(NumberColumn column, double[] steps, double finest) {
        boolean varies = false;
        double first = Double.NaN;
        for (int i = 0; i < column.size() && !varies; i++) {
            double value = column.get(i);
            varies = !Double.isNaN(first) && !Double.isNaN(value) && value != first;
            first = Double.isNaN(first) ? value : first;
        }
        for (double step : steps) {
            if (varies && all(column, step)) {
                return step;
            }
        }
        return finest;
    }

    private static boolean all(NumberColumn column, double step) {
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i);
            if (!Double.isNaN(value) && value % step != 0) {
                return false;
            }
        }
        return true;
    }

    /** Digits after the decimal sign that write every value exactly, or -1 where 9 do not. */
    private static int decimals(NumberColumn column) {
        int decimals = 0;
        double scale = 1;
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i);
            while (!Double.isNaN(value) && Math.rint(value * scale) / scale != value) {
                if (++decimals > MOST_DECIMALS) {
                    return -1;
                }
                scale *= 10;
            }
        }
        return decimals;
    }

    private static double tenTo(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** The value of the grid nearest to the given one. */
    public double round(double value) {
        if (step == 0) {
            return value;
        }
        if (step >= 1) {
            return Math.rint(value / step) * step;
        }
        double scale = Math.rint(1 / step);
        return Math.rint(value * scale) / scale;
    }
}
