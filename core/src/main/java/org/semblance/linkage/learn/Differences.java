package org.semblance.linkage.learn;

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
    static Differences of(LabelledPairs pairs) {
        int width = pairs.variables().size();
        double one = 1.0 / pairs.size();
        Differences out = new Differences(
                new double[width], new double[width], new double[width], new double[width], new double[width + 1]);
        for (int i = 0; i < pairs.size(); i++) {
            int changed = 0;
            for (int c = 0; c < width; c++) {
                String before = pairs.first().get(c)[i];
                String after = pairs.second().get(c)[i];
                if (after == null) {
                    out.blank[c] += one;
                    out.blanked[c] += before == null ? 0 : one;
                }
                if (!Objects.equals(before, after)) {
                    out.differs[c] += one;
                    changed++;
                } else if (before != null) {
                    out.equal[c] += one;
                }
            }
            out.changed[changed] += one;
        }
        return out;
    }
}
