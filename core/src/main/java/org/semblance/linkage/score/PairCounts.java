package org.semblance.linkage.score;

/**
 * How many pairs are true, predicted, and both: all that pairwise figures are made of.
 *
 * @param both true and predicted
 * @param predicted said to belong together
 * @param actual that do belong together
 */
public record PairCounts(long both, long predicted, long actual) {
    /** The share of the predicted that are true; NaN where nothing is predicted. */
    public double precision() {
        return (double) both / predicted;
    }

    /** The share of the true that are predicted; NaN where nothing is true. */
    public double recall() {
        return (double) both / actual;
    }

    /** F with beta 1: as much weight for recall as for precision. */
    public double f() {
        return f(1);
    }

    /** The weighted harmonic mean, beta times as much weight for recall as for precision (van Rijsbergen 1979). */
    public double f(double beta) {
        double b2 = beta * beta;
        return (1 + b2) * both / (predicted + b2 * actual);
    }

    /** The share of both among either (Hand, Christen and Kirielle 2021, doi:10.1007/s10994-021-05964-1). */
    public double fStar() {
        return (double) both / (predicted + actual - both);
    }

    /** The geometric mean of precision and recall (Fowlkes and Mallows 1983, doi:10.1080/01621459.1983.10478008). */
    public double fowlkesMallows() {
        return both / (Math.sqrt(predicted) * Math.sqrt(actual));
    }

    PairCounts minus(PairCounts other) {
        return new PairCounts(both - other.both, predicted - other.predicted, actual - other.actual);
    }
}
