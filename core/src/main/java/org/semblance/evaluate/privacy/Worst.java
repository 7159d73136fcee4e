package org.semblance.evaluate.privacy;

import org.semblance.evaluate.Interval;

/**
 * The largest of several estimates. Each is given with an interval that holds together with all the others
 * ({@link Rate#together}); then the largest true value lies between the largest lower and the largest upper end. The
 * largest estimate itself lies a little above the largest true value, the more so the more there are.
 */
final class Worst {
    private double value = Double.NaN;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private boolean any;

    void add(double estimate, double lower, double upper) {
        value = any ? Math.max(value, estimate) : estimate;
        low = any ? Math.max(low, lower) : lower;
        high = any ? Math.max(high, upper) : upper;
        any = true;
    }

    double value() {
        return value;
    }

    Interval interval() {
        return Double.isNaN(low)
                ? Interval.NONE
                : new Interval(Math.max(0, Math.min(low, value)), Math.min(1, Math.max(high, value)));
    }
}
