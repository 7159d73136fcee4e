package org.semblance.bench.fitfor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.semblance.report.FitFor;

/**
 * Up to where measures may be worse than fresh rows for a use to be answered with yes, or with care.
 *
 * @param measures at most {@value #MOST}; all must be within their limit
 * @param yes one limit per measure
 * @param care one limit per measure
 */
record Rule(List<String> measures, double[] yes, double[] care) {
    static final int MOST = 3;

    /** The limits there are. Every one can be said to a person. */
    static final double[] GRID = {
        0, 0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4
    };

    /** A table may have no rules and nobody may have asked for a model: then these say nothing, as in the report. */
    private static final Set<String> WHERE_THERE_ARE = Set.of("rules", "model");

    /** What a rule says of a trial. */
    enum Answer {
        NO,
        CARE,
        YES
    }

    /** What the report said of a trial. */
    static Answer said(Trial trial, String use) {
        double place = trial.measured(Measured.SAYS + use);
        return place == FitFor.Answer.YES.ordinal()
                ? Answer.YES
                : place == FitFor.Answer.WITH_CARE.ordinal() ? Answer.CARE : Answer.NO;
    }

    Answer answer(Trial trial) {
        return within(trial, yes) ? Answer.YES : within(trial, care) ? Answer.CARE : Answer.NO;
    }

    private boolean within(Trial trial, double[] limits) {
        for (int k = 0; k < limits.length; k++) {
            int place = place(trial, measures.get(k));
            if (place == GRID.length || GRID[place] > limits[k]) {
                return false;
            }
        }
        return true;
    }

    /** The place of the first limit that a measure keeps; beyond the last one where it keeps none or is unknown. */
    static int place(Trial trial, String measure) {
        double value = trial.measured(measure);
        int at = 0;
        while (at < GRID.length && !(value <= GRID[at])) {
            at++;
        }
        return Double.isNaN(value) && WHERE_THERE_ARE.contains(measure) ? 0 : at;
    }

    @Override
    public String toString() {
        return measures + " yes " + Arrays.toString(yes) + " care " + Arrays.toString(care);
    }
}
