package org.semblance.evaluate.useful;

import java.util.Locale;
import org.semblance.math.GeneralizedModel;
import org.semblance.math.LinearModel;
import org.semblance.math.ProportionalOdds;
import org.semblance.math.Regression;

/** What kind of regression a model is. */
enum Family {
    LINEAR,
    LOGISTIC,
    POISSON,
    ORDINAL;

    String word() {
        return this == ORDINAL ? "proportional odds" : name().toLowerCase(Locale.ROOT);
    }

    /** The coefficients of the columns; for ordered outcomes those of the thresholds after them. */
    Regression fit(Design.Rows rows, int levels) {
        double[] y = rows.y();
        if (this == LINEAR) {
            double[] less = y.clone();
            for (int i = 0; i < less.length; i++) {
                less[i] -= rows.offset()[i];
            }
            return LinearModel.fit(rows.columns(), less);
        }
        if (this == ORDINAL) {
            return ordinal(rows, levels);
        }
        GeneralizedModel.Family kind =
                this == LOGISTIC ? GeneralizedModel.Family.LOGISTIC : GeneralizedModel.Family.POISSON;
        return GeneralizedModel.fit(kind, rows.columns(), y, rows.offset());
    }

    /** Levels that no row has are left out; the thresholds beside them are not determined. */
    private static Regression ordinal(Design.Rows rows, int levels) {
        int[] places = new int[levels];
        for (double level : rows.y()) {
            places[(int) level] = 1;
        }
        int found = 0;
        for (int k = 0; k < levels; k++) {
            places[k] = places[k] == 1 ? found++ : -1;
        }
        int[] codes = new int[rows.count()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = places[(int) rows.y()[i]];
        }
        Regression fit = ProportionalOdds.fit(rows.columns(), codes, found);
        int slopes = rows.columns().length;
        int[] from = new int[slopes + levels - 1];
        for (int j = 0; j < from.length; j++) {
            int k = j - slopes;
            from[j] = k < 0 ? j : places[k] < 0 || places[k + 1] < 0 ? -1 : slopes + places[k];
        }
        return fit.spread(from);
    }
}
