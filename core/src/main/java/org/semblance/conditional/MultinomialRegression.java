package org.semblance.conditional;

import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Multinomial regression for several labels, coefficients as estimated: a label by its chance. As mice's {@code polyreg};
 * improper (no draw of coefficients: intervals too short on few rows), with rows added against perfect prediction
 * ({@link Observations}). Maximum likelihood ({@link Softmax}). Cost: rows x predictors x labels a step, about 20 steps. Source: Brand (1999), Development, implementation and evaluation of multiple imputation strategies, p. 94-95.
 */
public final class MultinomialRegression implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "polyreg",
            "Multinomial regression: one of several labels by its chance.",
            new Plugin.NoOptions(),
            options -> new MultinomialRegression());

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        Classes classes = Classes.of(given, rows);
        Design design = Moments.screened(given, rows, classes.numbers()).design();
        if (classes.count() < 2) {
            given.events().say("fewer than two labels are observed: the same for every row");
            return ClassDrawer.constant(classes, design);
        }
        return fit(Observations.augmented(design, given.x(), rows, classes, false, given.events()), classes);
    }

    static ClassDrawer fit(Observations observations, Classes classes) {
        return new ClassDrawer(
                ClassDrawer.Link.SOFTMAX,
                observations.design(),
                Softmax.fit(observations, classes.count()),
                new double[0],
                classes.codes(),
                classes.labels());
    }
}
