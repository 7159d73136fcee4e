package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Descent;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Multinomial regression for several labels, coefficients as estimated: a label by its chance. As mice's {@code polyreg};
 * improper (no draw of coefficients: intervals too short on few rows), with rows added against perfect prediction
 * ({@link Observations}). Maximum likelihood by quasi-Newton steps. Cost: rows x predictors x labels a step, about 50
 * steps. Source: Brand (1999), Development, implementation and evaluation of multiple imputation strategies, p. 94-95.
 */
public final class MultinomialRegression implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "polyreg",
            "Multinomial regression: one of several labels by its chance.",
            new Plugin.NoOptions(),
            options -> new MultinomialRegression());

    private static final int STEPS = 200;
    private static final double SMALL = 1e-6;

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        Classes classes = Classes.of(given, rows);
        Design design = Moments.screened(given, rows, classes.numbers()).design();
        if (classes.count() < 2) {
            given.events().say("fewer than two labels are observed: the same for every row");
            return ClassDrawer.constant(classes, design);
        }
        return fit(Observations.augmented(design, given.x(), rows, classes, given.events()), classes);
    }

    static ClassDrawer fit(Observations observations, Classes classes) {
        int width = observations.design().width();
        int others = classes.count() - 1;
        double total = observations.rows().length + observations.weight() * observations.added().length;
        double[] found = Descent.minimum(
                (at, gradient) -> loss(observations, split(at, others, width), gradient, total),
                others * width,
                SMALL,
                STEPS);
        return new ClassDrawer(
                ClassDrawer.Link.SOFTMAX,
                observations.design(),
                split(found, others, width),
                new double[0],
                classes.codes(),
                classes.labels());
    }

    /** Minus the mean log-likelihood. */
    private static double loss(Observations observations, double[][] beta, double[] gradient, double total) {
        int width = observations.design().width();
        double[] chances = new double[beta.length + 1];
        double[] sum = new double[1];
        Arrays.fill(gradient, 0);
        observations.each((row, of, weight) -> {
            ClassDrawer.softmax(row, beta, chances);
            sum[0] -= weight * Math.log(Math.max(chances[of], 1e-300)) / total;
            for (int k = 0; k < beta.length; k++) {
                double slope = weight * (chances[k + 1] - (of == k + 1 ? 1 : 0)) / total;
                for (int e = 0; e < row.count(); e++) {
                    gradient[k * width + row.at(e)] += slope * row.value(e);
                }
            }
        });
        return sum[0];
    }

    private static double[][] split(double[] at, int others, int width) {
        double[][] out = new double[others][width];
        for (int k = 0; k < others; k++) {
            System.arraycopy(at, k * width, out[k], 0, width);
        }
        return out;
    }
}
