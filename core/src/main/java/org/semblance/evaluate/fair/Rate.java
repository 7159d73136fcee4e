package org.semblance.evaluate.fair;

/**
 * How often something occurs in a group, or the mean of a number.
 *
 * @param rows how many rows there are to tell it by
 * @param mean the share, or the mean
 * @param variance the square of its standard error
 * @param share whether it is a share of the rows; else the mean of a number
 */
record Rate(int rows, double mean, double variance, boolean share) {
    /** Of every group; rows of no group (-1) and unknown events (NaN) are left out. */
    static Rate[] of(double[] event, int[] groups, int count) {
        double[] sums = new double[count];
        double[] squares = new double[count];
        int[] rows = new int[count];
        boolean share = true;
        for (int i = 0; i < event.length; i++) {
            if (groups[i] >= 0 && !Double.isNaN(event[i])) {
                rows[groups[i]]++;
                sums[groups[i]] += event[i];
                squares[groups[i]] += event[i] * event[i];
                share &= event[i] == 0 || event[i] == 1;
            }
        }
        Rate[] out = new Rate[count];
        for (int g = 0; g < count; g++) {
            double n = rows[g];
            double mean = sums[g] / n;
            // A share has one success and one failure more (Agresti and Coull 1998), so that 0 and 1 are no
            // certainties.
            double likely = (sums[g] + 1) / (n + 2);
            double spread = share ? likely * (1 - likely) : Math.max(0, squares[g] / n - mean * mean);
            out[g] = new Rate(rows[g], mean, spread / n, share);
        }
        return out;
    }

    boolean enough() {
        return rows >= Groups.FEW;
    }

    /** The mean, or NaN where it would speak of few rows: of a small group, or of few with or without the event. */
    double shown() {
        double with = mean * rows;
        boolean few = share && Math.min(with, rows - with) < Groups.FEW - 0.5;
        return enough() && !few ? mean : Double.NaN;
    }
}
