package org.semblance.constraint.learn;

import java.util.HashSet;
import java.util.Set;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * How the numbers or dates of a column are written: the coarsest step (1,000, 1, two decimals, whole minutes) of which at
 * least 999 of 1,000 of them are multiples. Steps above 1 need 20 different multiples. Cost: a pass per step tried.
 *
 * @param step 0 where there is none
 * @param words "steps of 100", "2 decimals", "whole minutes"
 */
public record NumberForm(double step, String words) {
    private static final double ENOUGH = 0.999;
    private static final int DIFFERENT = 20;
    private static final int COARSEST = 6;
    private static final int FINEST = 9;
    private static final double[] MICROS = {86_400e6, 3_600e6, 60e6, 1e6, 1e3, 1};
    private static final String[] UNITS = {
        "whole days", "whole hours", "whole minutes", "whole seconds", "whole milliseconds", "microseconds"
    };

    public static NumberForm of(NumberColumn column, Kind kind) {
        if (kind == Kind.TIME || kind == Kind.DATETIME) {
            for (int k = 0; k < MICROS.length; k++) {
                if (share(column, MICROS[k]) >= ENOUGH) {
                    return new NumberForm(MICROS[k], UNITS[k]);
                }
            }
        }
        if (kind == Kind.DATE) {
            return new NumberForm(1, UNITS[0]);
        }
        for (int k = COARSEST; k >= -FINEST; k--) {
            double step = StrictMath.pow(10, k);
            if (share(column, step) >= ENOUGH && (k <= 0 || different(column, step))) {
                String decimals = k == 0 ? "whole numbers" : -k + " decimals";
                return new NumberForm(step, k > 0 ? "steps of " + (long) step : decimals);
            }
        }
        return new NumberForm(0, "any number");
    }

    /** Whether a number is written so. */
    public boolean fits(double value) {
        if (step == 0) {
            return true;
        }
        // Negative powers of ten are no doubles, their inverses are.
        double steps = step < 1 ? value * Math.rint(1 / step) : value / step;
        // A few times what a double of that size cannot tell.
        return Math.abs(steps - Math.rint(steps)) <= Math.max(1e-6, 2e-15 * Math.abs(steps));
    }

    private static double share(NumberColumn column, double step) {
        NumberForm form = new NumberForm(step, "");
        int values = 0;
        int fitting = 0;
        for (int i = 0; i < column.size() && values - fitting <= (1 - ENOUGH) * column.size(); i++) {
            if (!column.isMissing(i)) {
                values++;
                fitting += form.fits(column.get(i)) ? 1 : 0;
            }
        }
        return values == 0 ? Double.NaN : (double) fitting / values;
    }

    private static boolean different(NumberColumn column, double step) {
        Set<Double> seen = new HashSet<>();
        for (int i = 0; i < column.size() && seen.size() < DIFFERENT; i++) {
            if (!column.isMissing(i)) {
                seen.add(Math.rint(column.get(i) / step));
            }
        }
        return seen.size() >= DIFFERENT;
    }
}
