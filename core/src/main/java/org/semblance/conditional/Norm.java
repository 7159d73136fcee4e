package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Bayesian linear regression: coefficients and deviation drawn from their posterior, then normal numbers about the
 * prediction. As mice's {@code norm}; proper. Keeps means, linear relations and their uncertainty; loses skewness, zeros
 * and bounds. Source: Rubin (1987), p. 167; van Buuren (2018), algorithm 3.1. Cost: rows x predictors^2.
 */
public final class Norm implements Conditional {
    /** What least squares do about predictors that depend on each other. */
    public record Options(
            @Option("Whether the ridge of 1e-5 is always there, not only where predictors depend on each other")
            boolean ridge) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "norm",
            "Bayesian linear regression: normal numbers about a prediction with drawn coefficients.",
            new Options(false),
            Norm::new);

    private final Options options;

    Norm(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        LeastSquares fit =
                LeastSquares.fit(Moments.screened(given, rows, given.numbers(rows)), options.ridge, given.events());
        double deviation = fit.drawDeviation(run.rng().child("deviation"));
        return new NormalDrawer(fit.design(), fit.drawBeta(deviation, run.rng().child("beta")), deviation);
    }
}
