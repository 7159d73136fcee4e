package org.semblance.evaluate.useful;

import java.util.Locale;
import org.semblance.math.GeneralizedModel;
import org.semblance.math.LinearModel;
import org.semblance.math.MultinomialLogit;
import org.semblance.math.ProportionalOdds;
import org.semblance.math.Regression;

/** What kind of regression a model is. */
enum Family {
    LINEAR,
    LOGISTIC,
    POISSON,
    ORDINAL,
    MULTINOMIAL;

    /** Whether the outcome is one of several levels. */
    boolean classes() {
        return this == ORDINAL || this == MULTINOMIAL;
    }

    String word() {
        return this == ORDINAL ? "proportional odds" : asked();
    }

    /** As it is asked for. */
    String asked() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The coefficients of the columns; for ordered outcomes the thresholds after them, for others all by level. */
    Regression fit(Design.Rows rows, int levels) {
        double[] y = rows.y();
        if (this == LINEAR) {
            double[] less = y.clone();
            for (int i = 0; i < less.length; i++) {
                less[i] -= rows.offset()[i];
            }
            return LinearModel.fit(rows.columns(), less);
        }
        if (classes()) {
            return this == ORDINAL ? ordinal(rows, levels) : multinomial(rows, levels);
        }
        GeneralizedModel.Family kind =
                this == LOGISTIC ? GeneralizedModel.Family.LOGISTIC : GeneralizedModel.Family.POISSON;
        return GeneralizedModel.fit(kind, rows.columns(), y, rows.offset());
    }

    /** Levels that no row has are left out; the thresholds beside them are not determined. */
    private static Regression ordinal(Design.Rows rows, int levels) {
        int[] places = places(rows, levels);
        Regression fit = ProportionalOdds.fit(rows.columns(), codes(rows, places), found(places));
        int slopes = rows.columns().length;
        int[] from = new int[slopes + levels - 1];
        for (int j = 0; j < from.length; j++) {
            int k = j - slopes;
            from[j] = k < 0 ? j : places[k] < 0 || places[k + 1] < 0 ? -1 : slopes + places[k];
        }
        return fit.spread(from);
    }

    /** Levels that no row has are left out; without the first one nothing is determined. */
    private static Regression multinomial(Design.Rows rows, int levels) {
        int[] places = places(rows, levels);
        Regression fit = MultinomialLogit.fit(rows.columns(), codes(rows, places), found(places));
        int width = rows.columns().length;
        int[] from = new int[width * (levels - 1)];
        for (int j = 0; j < from.length; j++) {
            int place = places[0] < 0 ? -1 : places[1 + j / width];
            from[j] = place < 0 ? -1 : (place - 1) * width + j % width;
        }
        return fit.spread(from);
    }

    /** The place of each level among those that rows have, or -1. */
    private static int[] places(Design.Rows rows, int levels) {
        int[] places = new int[levels];
        for (double level : rows.y()) {
            places[(int) level] = 1;
        }
        int found = 0;
        for (int k = 0; k < levels; k++) {
            places[k] = places[k] == 1 ? found++ : -1;
        }
        return places;
    }

    private static int found(int[] places) {
        int found = 0;
        for (int place : places) {
            found += place < 0 ? 0 : 1;
        }
        return found;
    }

    private static int[] codes(Design.Rows rows, int[] places) {
        int[] codes = new int[rows.count()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = places[(int) rows.y()[i]];
        }
        return codes;
    }
}
