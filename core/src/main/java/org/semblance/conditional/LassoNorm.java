package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Linear regression by the lasso, for many predictors: on rows drawn with replacement, normal numbers about the
 * prediction at the penalty of the least error over ten folds ({@code lasso.norm}, direct use); or the lasso only chooses
 * predictors, and {@code norm} follows with those ({@code lasso.select.norm}, indirect use). As mice's; proper. Fewer
 * than three rows: no predictors. Source: Zhao and Long (2016), doi:10.1177/0962280213511027; Deng et al. (2016),
 * doi:10.1038/srep21689; {@link Lasso}. Cost: rows x predictors^2.
 */
public final class LassoNorm implements Conditional {
    /** The options. */
    public record Options(
            @Option("Whether the lasso only chooses predictors, for Bayesian regression on those")
            boolean select,

            @Option("Whether all rows are learnt from and nothing learnt is drawn, as in a simple synthesis")
            boolean estimated) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "lasso.norm",
            "Linear regression by the lasso on rows drawn with replacement: normal numbers about the prediction.",
            new Options(false, false),
            LassoNorm::new);

    public static final Plugin<Conditional> SELECT = Plugin.of(
            "lasso.select.norm",
            "Bayesian linear regression on the predictors that the lasso chooses.",
            new Options(true, false),
            LassoNorm::new);

    private final Options options;

    LassoNorm(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] observed = given.observed();
        if (observed.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        Rng rng = run.rng();
        int[] rows = options.select || options.estimated ? observed : Bootstrap.of(observed, rng.child("rows"));
        double[] y = given.numbers(rows);
        Design design = Design.of(given.x(), rows);
        double[] beta = LinearLasso.chosen(design, given.x(), rows, y, Lasso.folds(rows.length, rng.child("folds")))
                .beta();
        if (options.select) {
            Design left = design.without(Lasso.idle(beta));
            LeastSquares fit =
                    LeastSquares.fit(Moments.of(left, given.x(), rows, y, new double[0]), false, given.events());
            if (options.estimated) {
                return new NormalDrawer(left, fit.beta(), fit.deviation());
            }
            double deviation = fit.drawDeviation(rng.child("deviation"));
            return new NormalDrawer(left, fit.drawBeta(deviation, rng.child("beta")), deviation);
        }
        double[] predicted = design.times(given.x().take(rows), beta);
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            squares += (y[i] - predicted[i]) * (y[i] - predicted[i]);
        }
        return new NormalDrawer(design.without(Lasso.idle(beta)), Lasso.active(beta), Math.sqrt(squares / y.length));
    }
}
