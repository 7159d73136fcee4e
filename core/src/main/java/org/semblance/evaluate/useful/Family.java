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
            int[] codes = new int[y.length];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (int) y[i];
            }
            return ProportionalOdds.fit(rows.columns(), codes, levels);
        }
        GeneralizedModel.Family kind =
                this == LOGISTIC ? GeneralizedModel.Family.LOGISTIC : GeneralizedModel.Family.POISSON;
        return GeneralizedModel.fit(kind, rows.columns(), y, rows.offset());
    }
}
