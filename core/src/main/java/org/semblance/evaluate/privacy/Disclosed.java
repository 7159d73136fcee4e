package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a synthetic table discloses of the people of the real one, as shares of rows (synthpop prints percent).
 *
 * <p>Identity: UiO real rows alone in their key class; UiS the same of synthetic rows; UiOiS real rows alone in their
 * class whose class occurs in the synthetic table; repU those alone in both. Attribute: Dorig real rows whose key tells
 * their target in the real table; Dsyn the same within the synthetic table; iS real rows whose key occurs in the
 * synthetic table; DiS those whose key tells some target there; DiSCO those whose key tells the right target there;
 * DiSDiO those of which the real table tells it too.
 *
 * @param maxCell the most real rows in one class and level that count for DiSCO (max_denom)
 * @param meanCell their mean (mean_denom), NaN where there are none
 */
record Disclosed(
        double uio,
        double uis,
        double uiois,
        double repU,
        double dorig,
        double dsyn,
        double is,
        double dis,
        double disco,
        double disdio,
        double maxCell,
        double meanCell) {

    /** Cost: one pass over cells and classes. NaN where a table has no rows. */
    static Disclosed of(Cells cells) {
        double[] identity = identity(cells);
        double[] attribute = attribute(cells);
        return new Disclosed(
                identity[0],
                identity[1],
                identity[2],
                identity[3],
                attribute[0],
                attribute[1],
                identity[4],
                attribute[2],
                attribute[3],
                attribute[4],
                attribute[5],
                attribute[6]);
    }

    private static double[] identity(Cells cells) {
        long uio = 0;
        long uis = 0;
        long uiois = 0;
        long repU = 0;
        long is = 0;
        for (int q = 0; q < cells.dq().length; q++) {
            long d = cells.dq()[q];
            long s = cells.sq()[q];
            uio += d == 1 ? 1 : 0;
            uis += s == 1 ? 1 : 0;
            uiois += d == 1 && s > 0 ? 1 : 0;
            repU += d == 1 && s == 1 ? 1 : 0;
            is += s > 0 ? d : 0;
        }
        double real = cells.real();
        return new double[] {uio / real, uis / (double) cells.other(), uiois / real, repU / real, is / real};
    }

    private static double[] attribute(Cells cells) {
        long dorig = 0;
        long dsyn = 0;
        long dis = 0;
        long disco = 0;
        long disdio = 0;
        long most = 0;
        int right = 0;
        for (int k = 0; k < cells.size(); k++) {
            long d = cells.d()[k];
            dorig += cells.tellsInReal(k) ? d : 0;
            if (!cells.tells(k)) {
                continue;
            }
            dsyn += cells.s()[k];
            // One level at most tells per class, so each class is counted once.
            dis += cells.dq()[cells.keys()[k]];
            disco += d;
            disdio += cells.tellsInReal(k) ? d : 0;
            most = Math.max(most, d);
            right += d > 0 ? 1 : 0;
        }
        double real = cells.real();
        return new double[] {
            dorig / real,
            dsyn / (double) cells.other(),
            dis / real,
            disco / real,
            disdio / real,
            most,
            right == 0 ? Double.NaN : disco / (double) right
        };
    }

    /** By the names synthpop has for them. */
    Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("UiO", uio);
        parts.put("UiS", uis);
        parts.put("UiOiS", uiois);
        parts.put("repU", repU);
        parts.put("Dorig", dorig);
        parts.put("Dsyn", dsyn);
        parts.put("iS", is);
        parts.put("DiS", dis);
        parts.put("DiSCO", disco);
        parts.put("DiSDiO", disdio);
        parts.put("max denom", maxCell);
        parts.put("mean denom", meanCell);
        return parts;
    }
}
