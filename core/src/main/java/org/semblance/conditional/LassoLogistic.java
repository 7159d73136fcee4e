package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Logistic regression of two labels by the lasso, for many predictors: on rows drawn with replacement, a label by its
 * chance at the penalty of the least deviance over ten folds ({@code lasso.logreg}, direct use); or the lasso only chooses
 * predictors, and {@code logreg} follows with those ({@code lasso.select.logreg}, indirect use). As mice's; proper. Fewer
 * than two labels observed, or drawn: the same for every row, which is said. Source as {@link LassoNorm}. Cost: rows x
 * predictors x 1,000 folds and penalties.
 */
public final class LassoLogistic implements Conditional {
    /** The options. */
    public record Options(
            @Option("Whether the lasso only chooses predictors, for logistic regression on those")
            boolean select,

            @Option("Whether all rows are learnt from and nothing learnt is drawn, as in a simple synthesis")
            boolean estimated) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "lasso.logreg",
            "Logistic regression by the lasso on rows drawn with replacement: one of two labels.",
            new Options(false, false),
            LassoLogistic::new);

    public static final Plugin<Conditional> SELECT = Plugin.of(
            "lasso.select.logreg",
            "Logistic regression on the predictors that the lasso chooses: one of two labels.",
            new Options(true, false),
            LassoLogistic::new);

    private final Options options;

    LassoLogistic(Options options) {
        this.options = options;
    }

    @Override
    public void check(Given given) {
        Classes.two(given, given.observed());
    }

    @Override
    public Drawer fit(Given given, Run run) {
        Rng rng = run.rng();
        int[] observed = given.observed();
        boolean all = options.select || options.estimated || observed.length == 0;
        int[] rows = all ? observed : Bootstrap.of(observed, rng.child("rows"));
        Classes classes = Classes.two(given, rows);
        Design design = Design.of(given.x(), rows);
        if (classes.count() < 2) {
            given.events().say("fewer than two labels are observed: the same for every row");
            return ClassDrawer.constant(classes, design);
        }
        int[] folds = Lasso.folds(rows.length, rng.child("folds"));
        double[] beta =
                LogitLasso.chosen(design, given.x(), rows, classes.of(), folds).beta();
        Design left = design.without(Lasso.idle(beta));
        double[] drawn = options.select
                ? selected(Logit.fit(Observations.augmented(left, given.x(), rows, classes, true, given.events())), rng)
                : Lasso.active(beta);
        return new ClassDrawer(
                ClassDrawer.Link.SOFTMAX,
                left,
                new double[][] {drawn},
                new double[0],
                classes.codes(),
                classes.labels());
    }

    private double[] selected(Logit fit, Rng rng) {
        return options.estimated ? fit.beta() : fit.draw(rng.child("beta"));
    }
}
