package org.semblance.conditional;

import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Linear regression on rows drawn with replacement: normal numbers about the prediction, the uncertainty of coefficients
 * from the bootstrap. mice's {@code norm.boot}; proper. Source: Heitjan and Little (1991), doi:10.2307/2347813.
 */
public final class NormBootstrap implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "norm.boot",
            "Linear regression on rows drawn with replacement: normal numbers about the prediction.",
            new Plugin.NoOptions(),
            options -> new NormBootstrap());

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = Bootstrap.of(given.observed(), run.rng().child("rows"));
        LeastSquares fit = LeastSquares.fit(Moments.screened(given, rows, given.numbers(rows)), false, given.events());
        return new NormalDrawer(fit.design(), fit.beta(), fit.deviation());
    }
}
