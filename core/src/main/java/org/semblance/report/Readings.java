package org.semblance.report;

import java.util.List;

/**
 * Numbers in words. Every measure is read against what fresh real data scores on the same measure with the same number
 * of rows, so that neither few rows nor hard columns look like a fault of the synthetic data.
 *
 * <p>The steps are one table per measure, below; a change of any of them is a new {@link #VERSION}.
 */
public final class Readings {
    /** Of the tables below; kept in report.json. */
    public static final int VERSION = 1;

    /** Words for everything up to a limit. */
    record Step(double atMost, String words) {}

    /**
     * Similarity of columns and of pairs, 0 to 1: how far below fresh data. 0.01 is what two fresh samples of a
     * few thousand rows differ by; 0.03 is about one step of the published deep models behind the best trees
     * (TabSyn's Trend, 1 to 2 %); 0.15 is where a Gaussian copula loses pairs altogether on skewed tables.
     */
    static final List<Step> LIKENESS = List.of(
            new Step(0.01, "as close as fresh data"),
            new Step(0.03, "very close"),
            new Step(0.08, "close"),
            new Step(0.15, "differs in places"),
            new Step(1, "far off"));

    /** The same where nothing was held back: then sampling noise counts too, so each step is wider. */
    static final List<Step> LIKENESS_ALONE = List.of(
            new Step(0.03, "very close"),
            new Step(0.08, "close"),
            new Step(0.15, "differs in places"),
            new Step(1, "far off"));

    /**
     * Detection: how far a classifier's AUC lies above fresh data's (0.5 is a coin). 0.02 is two standard errors with
     * about 2,000 rows a side; 0.80 is a classifier that is right about three times in four.
     */
    static final List<Step> DETECTION = List.of(
            new Step(0.02, "cannot be told from real data"),
            new Step(0.05, "hard to tell from real data"),
            new Step(0.15, "can be told apart with effort"),
            new Step(0.30, "often told apart"),
            new Step(1, "easily told apart"));

    /** Below fresh data by this much means rows nearer to the real ones than real rows are to each other: copies. */
    static final double NEAR_COPIES = -0.05;

    /** Usefulness: how much worse a model does when trained on synthetic rows; the steps of likeness. */
    static final List<Step> USEFULNESS = List.of(
            new Step(0.01, "as useful as real data"),
            new Step(0.03, "nearly as useful"),
            new Step(0.08, "useful with care"),
            new Step(Double.POSITIVE_INFINITY, "not a substitute for real data"));

    /**
     * Copy check: share of rows nearer to the rows learnt from than to rows held back, above what fresh data shows.
     * 0.03 is the noise of about 1,000 rows; a model that repeats rows shows 0.2 to 0.4 (CART with leaves of 5).
     */
    static final List<Step> CLOSENESS = List.of(
            new Step(0.03, "no nearer to its source than fresh data"),
            new Step(0.10, "somewhat nearer to its source than fresh data"),
            new Step(1, "too near to its source: look for memorised rows"));

    private Readings() {}

    /** Of a similarity between 0 and 1 of so many rows; fresh may be NaN. */
    public static String likeness(double synthetic, double fresh, long rows) {
        return Double.isNaN(fresh)
                ? read(LIKENESS_ALONE, 1 - synthetic, 0)
                : read(LIKENESS, fresh - synthetic, 0.35 / Math.sqrt(rows));
    }

    /** Of a detection AUC with so many rows of each kind; fresh may be NaN, then a coin stands for it. */
    public static String detection(double auc, double fresh, long rows) {
        double coin = 0.5;
        double high = Double.isNaN(fresh) ? coin : Math.max(coin, fresh);
        double low = Double.isNaN(fresh) ? coin : Math.min(coin, fresh);
        double noise = 2 * error(rows);
        return auc - low < NEAR_COPIES - noise
                ? "nearer to the real rows than fresh data: look for copies"
                : read(DETECTION, auc - high, noise);
    }

    /** Of a score that is better when larger, trained on synthetic and on real rows, tested on so many. */
    public static String usefulness(double synthetic, double real, long rows) {
        return Double.isNaN(real) ? "" : read(USEFULNESS, real - synthetic, 2 * error(rows));
    }

    /** Of a share of so many rows that are nearer to their source than to as many rows held back; fresh data: 0.5. */
    public static String closeness(double share, long rows) {
        return read(CLOSENESS, share - 0.5, 1 / Math.sqrt(rows));
    }

    /**
     * Of the share of values within the range or the labels of the real column. Fresh data falls out too, by its own
     * extremes; a hundredth of a percent more is forgiven.
     */
    public static String validity(double share, double fresh) {
        if (Double.isNaN(share)) {
            return "could not be measured";
        }
        if (share == 1) {
            return "every value lies within the real range or labels";
        }
        double expected = Double.isNaN(fresh) ? 1 : fresh;
        return share >= expected - 0.0001
                ? "no more out of range than fresh data"
                : "some values lie outside the real range or labels";
    }

    /** Of the share of rows that equal a real row. A tenth of a percent is forgiven, or one row in small tables. */
    public static String copies(double share, double fresh, long rows) {
        double slack = Math.max(0.001, 1.0 / Math.max(1, rows));
        if (share == 0) {
            return "no row equals a real one";
        }
        if (Double.isNaN(fresh)) {
            return "rows that equal a real one; nothing to compare with";
        }
        return share <= fresh + slack
                ? "no more than fresh data"
                : "more than fresh data: try a larger leaf or less detail";
    }

    /** The standard error of an AUC near one half (Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747). */
    private static double error(long rows) {
        return Math.sqrt(1 / (6.0 * rows));
    }

    /** What chance alone makes of few rows (two standard errors) widens the first step, and so all that follow. */
    private static String read(List<Step> steps, double distance, double noise) {
        if (Double.isNaN(distance)) {
            return "could not be measured";
        }
        double gap = distance - Math.max(0, noise - steps.get(0).atMost());
        for (Step step : steps) {
            // Rounded as it is printed, so that a reader who subtracts the printed numbers agrees.
            if (Math.rint(gap * 1000) / 1000 <= step.atMost()) {
                return step.words();
            }
        }
        return steps.get(steps.size() - 1).words();
    }
}
