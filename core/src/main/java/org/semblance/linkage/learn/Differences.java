package org.semblance.linkage.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/**
 * How the cells of pairs differ, without asking why.
 *
 * @param differs share of the pairs whose cells differ, by column
 * @param blanked share of the pairs whose first cell is filled and whose second is missing, by column
 * @param blank share of the pairs whose second cell is missing, by column
 * @param equal share of the pairs whose cells are filled and equal, by column: what blocking on it finds
 * @param changed share of the pairs with 0, 1, 2 ... columns that differ
 */
record Differences(double[] differs, double[] blanked, double[] blank, double[] equal, double[] changed) {
    /** By such a part at most errors become more where they stand in for blanks that were filled. */
    private static final double MORE = 0.05;
    /** And of such a part at most of the cells that are equal. */
    private static final double MOST = 0.5;

    static Differences of(LabelledPairs pairs) {
        BitSet[] none = new BitSet[pairs.variables().size()];
        Arrays.setAll(none, c -> new BitSet());
        return makeable(pairs, none);
    }

    /**
     * What errors can make of it. None fills a cell that was blank: other errors of the column stand in for those that were
     * filled, as long as that makes them not much more.
     *
     * @param filled the pairs of each column that were blank and were filled, by no other column's doing
     */
    static Differences makeable(LabelledPairs pairs, BitSet[] filled) {
        int width = pairs.variables().size();
        double one = 1.0 / pairs.size();
        Differences out = new Differences(
                new double[width], new double[width], new double[width], new double[width], new double[width + 1]);
        for (int c = 0; c < width; c++) {
            out.count(pairs, filled[c], c);
        }
        double[] part = new double[width];
        for (int c = 0; c < width; c++) {
            double share = filled[c].cardinality() * one;
            double more = Math.min(MORE * (out.differs[c] - out.blanked[c]), MOST * out.equal[c]);
            part[c] = share > 0 ? Math.min(1, more / share) : 0;
            out.differs[c] += part[c] * share;
            out.equal[c] -= part[c] * share;
        }
        for (int i = 0; i < pairs.size(); i++) {
            out.changed(pairs, filled, part, i);
        }
        return out;
    }

    private void count(LabelledPairs pairs, BitSet filled, int c) {
        double one = 1.0 / pairs.size();
        for (int i = 0; i < pairs.size(); i++) {
            String before = pairs.first().get(c)[i];
            String after = filled.get(i) ? null : pairs.second().get(c)[i];
            if (after == null) {
                blank[c] += one;
                blanked[c] += before == null ? 0 : one;
            }
            if (!Objects.equals(before, after)) {
                differs[c] += one;
            } else if (before != null) {
                equal[c] += one;
            }
        }
    }

    /** A cell that counts in part is a chance that it changes. */
    private void changed(LabelledPairs pairs, BitSet[] filled, double[] part, int i) {
        double one = 1.0 / pairs.size();
        int sure = 0;
        double[] chances = {1};
        for (int c = 0; c < filled.length; c++) {
            if (!filled[c].get(i)) {
                sure += Objects.equals(pairs.first().get(c)[i], pairs.second().get(c)[i]) ? 0 : 1;
            } else if (part[c] > 0) {
                double[] next = new double[chances.length + 1];
                for (int k = 0; k < chances.length; k++) {
                    next[k] += (1 - part[c]) * chances[k];
                    next[k + 1] += part[c] * chances[k];
                }
                chances = next;
            }
        }
        for (int k = 0; k < chances.length; k++) {
            changed[sure + k] += one * chances[k];
        }
    }

    /** The largest difference in how often a column differs, or is blank. */
    double furthest(Differences other) {
        double out = 0;
        for (int c = 0; c < differs.length; c++) {
            out = Math.max(out, Math.abs(differs[c] - other.differs[c]));
            out = Math.max(out, Math.abs(blank[c] - other.blank[c]));
        }
        return out;
    }

    /** Total variation between the laws of how many columns differ. */
    double apart(Differences other) {
        double out = 0;
        for (int k = 0; k < changed.length; k++) {
            out += Math.abs(changed[k] - other.changed[k]) / 2;
        }
        return out;
    }
}
