package org.semblance.linkage.score;

import java.util.function.LongPredicate;

/**
 * Links of two files as a look-up: does the first answer to a row of the source hold, and are rows left alone that have
 * nobody?
 *
 * @param linkedRows rows of the source that have a true partner
 * @param right how many of them have a true partner as their best link; of k best ones alike, each counts 1/k
 * @param aloneRows rows of the source without a true partner
 * @param leftAlone how many of them have no link
 */
public record TopScore(long linkedRows, double right, long aloneRows, long leftAlone) {
    /** Top-1 accuracy: the share of rows with a partner whose best link is true. */
    public double accuracy() {
        return right / linkedRows;
    }

    /** The share of rows without a partner that were left without a link. */
    public double trueNegativeRate() {
        return (double) leftAlone / aloneRows;
    }

    static TopScore of(Sides sides, Flags partnered, Links links, LongPredicate truth) {
        long[] pairs = links.pairs();
        boolean scored = links.scored();
        double right = 0;
        long disturbed = 0;
        for (int i = 0; i < pairs.length; ) {
            int row = Sides.first(pairs[i]);
            int from = i;
            double best = Double.NEGATIVE_INFINITY;
            for (; i < pairs.length && Sides.first(pairs[i]) == row; i++) {
                best = scored ? Math.max(best, links.scores()[i]) : best;
            }
            if (!partnered.marked(row)) {
                disturbed++;
                continue;
            }
            int alike = 0;
            int hits = 0;
            for (int k = from; k < i; k++) {
                if (!scored || links.scores()[k] == best) {
                    alike++;
                    hits += truth.test(pairs[k]) ? 1 : 0;
                }
            }
            right += (double) hits / alike;
        }
        long linked = 0;
        for (int row = 0; row < sides.source(); row++) {
            linked += partnered.marked(row) ? 1 : 0;
        }
        long alone = sides.source() - linked;
        return new TopScore(linked, right, alone, alone - disturbed);
    }
}
