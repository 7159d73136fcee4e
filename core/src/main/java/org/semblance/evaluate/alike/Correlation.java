package org.semblance.evaluate.alike;

import org.jspecify.annotations.Nullable;
import org.semblance.table.NumberColumn;

/** Pearson's correlation of two columns, over the rows where neither is missing, exact for shifts. */
final class Correlation {
    private Correlation() {}

    /**
     * A column as its correlations need it, so that one takes a single pass.
     *
     * @param off how far each value is from the mean; 0 where it is missing
     * @param known 1 where there is a value, 0 where it is missing; null where none is
     * @param squares the sum of the squares of {@code off}
     */
    record Prepared(NumberColumn column, double[] off, double @Nullable [] known, double squares) {
        static Prepared of(NumberColumn column) {
            double[] off = column.toArray();
            double sum = 0;
            int n = 0;
            for (double value : off) {
                sum += Double.isNaN(value) ? 0 : value;
                n += Double.isNaN(value) ? 0 : 1;
            }
            double[] known = n < off.length ? new double[off.length] : null;
            double mean = sum / n;
            double squares = 0;
            for (int i = 0; i < off.length; i++) {
                boolean missing = Double.isNaN(off[i]);
                off[i] = missing ? 0 : off[i] - mean;
                squares += off[i] * off[i];
                if (known != null) {
                    known[i] = missing ? 0 : 1;
                }
            }
            return new Prepared(column, off, known, squares);
        }
    }

    /** Below this share of the sum of squares a variance is what rounding left, or near it. */
    private static final double ROUNDING = 1e-9;

    /** The same as of the columns themselves, but for the last digits; one pass. */
    static double pearson(Prepared x, Prepared y) {
        double xy = products(x.off, y.off);
        double[] both = {x.off.length, 0, x.squares, 0, y.squares};
        if (x.known != null || y.known != null) {
            both = moments(x, y);
        }
        double n = both[0];
        double xx = both[2] - both[1] * both[1] / n;
        double yy = both[4] - both[3] * both[3] / n;
        if (!(n >= 2
                && xx > ROUNDING * both[2]
                && yy > ROUNDING * both[4]
                && xx < Double.MAX_VALUE
                && yy < Double.MAX_VALUE)) {
            return pearson(x.column, y.column);
        }
        double r = (xy - both[1] * both[3] / n) / (Math.sqrt(xx) * Math.sqrt(yy));
        return Math.max(-1, Math.min(1, r));
    }

    /** Four sums instead of one, which would wait for itself. */
    private static double products(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i] * y[i];
        }
        return a + b + (c + d);
    }

    /** Over the rows where neither is missing: how many, sum and sum of squares of x, then of y. */
    private static double[] moments(Prepared x, Prepared y) {
        double[] knownX = x.known == null ? new double[0] : x.known;
        double[] knownY = y.known == null ? new double[0] : y.known;
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.off.length; i++) {
            double u = knownX.length == 0 ? 1 : knownX[i];
            double v = knownY.length == 0 ? 1 : knownY[i];
            double a = x.off[i] * v;
            double b = y.off[i] * u;
            n += u * v;
            sumX += a;
            sumY += b;
            xx += a * x.off[i];
            yy += b * y.off[i];
        }
        return new double[] {n, sumX, xx, sumY, yy};
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
