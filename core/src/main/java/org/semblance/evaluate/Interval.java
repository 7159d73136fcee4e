package org.semblance.evaluate;

/**
 * Where the true value lies in 95 of 100 repetitions.
 *
 * @param low NaN, as is high, where nothing is known
 */
public record Interval(double low, double high) {
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** The normal quantile of 0.975. */
    private static final double WIDE = 1.959963984540054;

    /** Of a normal estimate. */
    public static Interval around(double value, double standardError) {
        return new Interval(value - WIDE * standardError, value + WIDE * standardError);
    }

    /** Of a share of {@code rows} rows (Wilson 1927, doi:10.1080/01621459.1927.10502953); never empty, within 0 and 1. */
    public static Interval ofShare(double share, double rows) {
        if (!(rows > 0) || Double.isNaN(share)) {
            return NONE;
        }
        double[] wilson = wilson(share * rows, rows, WIDE);
        return new Interval(Math.max(0, wilson[0] - wilson[1]), Math.min(1, wilson[0] + wilson[1]));
    }

    /** The middle of Wilson's interval and half its width, not cut; {@code z} is the normal quantile of its ends. */
    public static double[] wilson(double successes, double tries, double z) {
        double whole = tries + z * z;
        double spread = Math.max(0, successes * (tries - successes) / tries);
        return new double[] {(successes + z * z / 2) / whole, z / whole * Math.sqrt(spread + z * z / 4)};
    }

    /**
     * Of an area under the ROC curve over so many members and others (Hanley and McNeil 1982,
     * doi:10.1148/radiology.143.1.7063747), within 0 and 1.
     */
    public static Interval ofAuc(double auc, long members, long others) {
        if (Double.isNaN(auc) || members == 0 || others == 0) {
            return NONE;
        }
        double two = auc / (2 - auc);
        double one = 2 * auc * auc / (1 + auc);
        double variance = (auc * (1 - auc) + (members - 1) * (two - auc * auc) + (others - 1) * (one - auc * auc))
                / members
                / others;
        Interval interval = around(auc, Math.sqrt(Math.max(0, variance)));
        return new Interval(Math.max(0, interval.low), Math.min(1, interval.high));
    }

    /** Whether anything is known. */
    public boolean known() {
        return !Double.isNaN(low);
    }
}
