package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Logistic regression for two labels: coefficients drawn from their normal law, then a label by its chance. As mice's
 * {@code logreg}; proper. Rows are added against perfect prediction ({@link Observations}). Cost: rows x predictors^2 a
 * step, about 6 steps. Source: Rubin (1987), p. 169-170; White, Daniel and Royston (2010).
 */
public final class LogisticRegression implements Conditional {
    /** The options. */
    public record Options(
            @Option("Whether the uncertainty of coefficients comes from rows drawn with replacement (logreg.boot)")
            boolean bootstrap,

            @Option("Whether coefficients are as all rows give them, not drawn (synthpop's simple synthesis)")
            boolean estimated) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "logreg",
            "Logistic regression: one of two labels, with drawn coefficients.",
            new Options(false, false),
            LogisticRegression::new);

    /** On rows drawn with replacement, without added rows, as mice has it. */
    public static final Plugin<Conditional> BOOTSTRAP = Plugin.of(
            "logreg.boot",
            "Logistic regression on rows drawn with replacement: one of two labels.",
            new Options(true, false),
            LogisticRegression::new);

    private final Options options;

    LogisticRegression(Options options) {
        this.options = options;
    }

    @Override
    public void check(Given given) {
        Classes.two(given, given.observed());
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        boolean bootstrap = options.bootstrap && !options.estimated;
        if (bootstrap && rows.length > 0) {
            rows = Bootstrap.of(rows, run.rng().child("rows"));
        }
        Classes classes = Classes.two(given, rows);
        Design design = Moments.screened(given, rows, classes.numbers()).design();
        if (classes.count() < 2) {
            given.events().say("fewer than two labels are observed: the same for every row");
            return ClassDrawer.constant(classes, design);
        }
        Logit fit = Logit.fit(
                bootstrap
                        ? Observations.plain(design, given.x(), rows, classes.of())
                        : Observations.augmented(design, given.x(), rows, classes, !options.estimated, given.events()));
        double[] beta =
                bootstrap || options.estimated ? fit.beta() : fit.draw(run.rng().child("beta"));
        return new ClassDrawer(
                ClassDrawer.Link.SOFTMAX,
                design,
                new double[][] {beta},
                new double[0],
                classes.codes(),
                classes.labels());
    }
}
