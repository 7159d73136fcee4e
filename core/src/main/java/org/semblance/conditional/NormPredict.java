package org.semblance.conditional;

import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The prediction of a linear regression, without noise. mice's {@code norm.predict}. Makes relations stronger than they
 * are and variances smaller: for prediction, not for inference nor for synthesis.
 */
public final class NormPredict implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "norm.predict",
            "The prediction of a linear regression, without noise: makes relations too strong.",
            new Plugin.NoOptions(),
            options -> new NormPredict());

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        LeastSquares fit = LeastSquares.fit(Moments.screened(given, rows, given.numbers(rows)), false, given.events());
        return new NormalDrawer(fit.design(), fit.beta(), 0);
    }
}
