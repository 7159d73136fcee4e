package org.semblance.conditional;

import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Linear regression with estimated coefficients: normal numbers about the prediction, as if the coefficients were known.
 * mice's {@code norm.nob}; improper (intervals too short on few rows). The deviation has n - p degrees of freedom, where
 * mice takes n - p - 1 by mistake.
 */
public final class NormNoBayes implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "norm.nob",
            "Linear regression, coefficients as estimated: normal numbers about the prediction.",
            new Plugin.NoOptions(),
            options -> new NormNoBayes());

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        LeastSquares fit = LeastSquares.fit(Moments.screened(given, rows, given.numbers(rows)), false, given.events());
        return new NormalDrawer(fit.design(), fit.beta(), fit.deviation());
    }
}
