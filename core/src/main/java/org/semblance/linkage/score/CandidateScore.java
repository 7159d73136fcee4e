package org.semblance.linkage.score;

/**
 * What blocking kept of all pairs that could be compared (Christen 2012, Data Matching, 7.3).
 *
 * @param key the blocking key they come from; empty for all together
 * @param counts candidates as predicted
 * @param comparisons pairs that could be compared
 */
public record CandidateScore(String key, PairCounts counts, double comparisons) {
    /** The share of true pairs that are candidates: no linker can find more. */
    public double pairsCompleteness() {
        return counts.recall();
    }

    /** The share of comparisons saved. */
    public double reductionRatio() {
        return 1 - counts.predicted() / comparisons;
    }

    /** The share of candidates that are true. */
    public double pairsQuality() {
        return counts.precision();
    }
}
