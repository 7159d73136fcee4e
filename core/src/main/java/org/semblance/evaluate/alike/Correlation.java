package org.semblance.evaluate.alike;

import org.semblance.table.NumberColumn;

/** Pearson's correlation of two columns, over the rows where neither is missing; two passes, exact for shifts. */
final class Correlation {
    private Correlation() {}

    /**
     * What of a column is needed again and again, where none of its values is missing.
     *
     * @param squares the sum of squared distances from the mean
     */
    record Moments(NumberColumn column, boolean complete, double mean, double squares) {
        static Moments of(NumberColumn column) {
            double mean = sum(column) / column.size();
            // A missing value makes the sum NaN.
            return new Moments(column, !Double.isNaN(mean), mean, products(column, mean, column, mean));
        }
    }

    /** The same as {@link #pearson(NumberColumn, NumberColumn)}, in one pass where no value is missing. */
    static double pearson(Moments x, Moments y) {
        if (!x.complete || !y.complete || constant(x.column) || constant(y.column)) {
            return pearson(x.column, y.column);
        }
        double xy = products(x.column, x.mean, y.column, y.mean);
        double r = xy / (Math.sqrt(x.squares) * Math.sqrt(y.squares));
        return Math.max(-1, Math.min(1, r));
    }

    private static double sum(NumberColumn column) {
        double sum = 0;
        for (int i = 0; i < column.size(); i++) {
            sum += column.get(i);
        }
        return sum;
    }

    private static double products(NumberColumn x, double meanX, NumberColumn y, double meanY) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += (x.get(i) - meanX) * (y.get(i) - meanY);
        }
        return sum;
    }

    /** NaN where a column is constant or fewer than two rows are left. */
    static double pearson(NumberColumn x, NumberColumn y) {
        if (constant(x) || constant(y)) {
            return Double.NaN;
        }
        double sumX = 0;
        double sumY = 0;
        int n = 0;
        for (int i = 0; i < x.size(); i++) {
            double a = x.get(i);
            double b = y.get(i);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                sumX += a;
                sumY += b;
                n++;
            }
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        boolean varyX = false;
        boolean varyY = false;
        double firstX = Double.NaN;
        double firstY = Double.NaN;
        for (int i = 0; i < x.size(); i++) {
            double a = x.get(i);
            double b = y.get(i);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                firstX = !Double.isNaN(firstX) ? firstX : a;
                firstY = !Double.isNaN(firstY) ? firstY : b;
                varyX |= a != firstX;
                varyY |= b != firstY;
                xx += (a - meanX) * (a - meanX);
                yy += (b - meanY) * (b - meanY);
                xy += (a - meanX) * (b - meanY);
            }
        }
        if (n < 2 || !varyX || !varyY) {
            return Double.NaN;
        }
        double r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
        return Math.max(-1, Math.min(1, r));
    }

    private static boolean constant(NumberColumn column) {
        double first = Double.NaN;
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i);
            if (!Double.isNaN(value)) {
                if (!Double.isNaN(first) && value != first) {
                    return false;
                }
                first = value;
            }
        }
        return true;
    }
}
