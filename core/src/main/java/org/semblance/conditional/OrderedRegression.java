package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Descent;
import org.semblance.math.SparseRows;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/**
 * Proportional odds regression for labels that stand in an order, coefficients as estimated: a label by its chance. As
 * mice's {@code polr}; improper, with rows added against perfect prediction ({@link Observations}). Log-odds(at most k) =
 * threshold k - x b. Cost: rows x predictors a step. Source: McCullagh (1980), doi:10.1111/j.2517-6161.1980.tb01109.x.
 */
public final class OrderedRegression implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "polr",
            "Proportional odds regression: one of several labels that stand in an order.",
            new Plugin.NoOptions(),
            options -> new OrderedRegression());

    private static final int STEPS = 300;
    private static final double SMALL = 1e-6;

    @Override
    public void check(Given given) {
        classes(given, given.observed());
    }

    private static Classes classes(Given given, int[] rows) {
        Classes classes = Classes.of(given, rows);
        if (!given.ordered() && classes.count() > 2) {
            throw ProblemException.usage(
                    Problem.of("the labels of this column stand in no order that was named, but this method needs one.")
                            .fix("Name the column as ordered, or take polyreg."));
        }
        return classes;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        Classes classes = classes(given, rows);
        Design design = Moments.screened(given, rows, classes.numbers()).design();
        if (classes.count() < 2) {
            given.events().say("fewer than two labels are observed: the same for every row");
            return ClassDrawer.constant(classes, design);
        }
        return fit(Observations.augmented(design, given.x(), rows, classes, false, given.events()), classes);
    }

    static ClassDrawer fit(Observations observations, Classes classes) {
        int slopes = observations.design().width() - 1;
        Packed rows = Packed.of(observations);
        double[] found =
                Descent.minimum((at, gradient) -> loss(rows, at, gradient), slopes + classes.count() - 1, SMALL, STEPS);
        return new ClassDrawer(
                ClassDrawer.Link.ORDERED,
                observations.design(),
                new double[][] {beta(found, slopes)},
                thresholds(found, slopes),
                classes.codes(),
                classes.labels());
    }

    private static double[] beta(double[] at, int slopes) {
        double[] beta = new double[slopes + 1];
        System.arraycopy(at, 0, beta, 1, slopes);
        return beta;
    }

    /** The first as it is, each further one by the logarithm of its distance: in order whatever the numbers. */
    private static double[] thresholds(double[] at, int slopes) {
        double[] out = Arrays.copyOfRange(at, slopes, at.length);
        for (int k = 1; k < out.length; k++) {
            out[k] = out[k - 1] + Math.exp(out[k]);
        }
        return out;
    }

    /** Minus the mean log-likelihood. */
    private static double loss(Packed rows, double[] at, double[] gradient) {
        SparseRows x = rows.x();
        int slopes = rows.width() - 1;
        double[] beta = beta(at, slopes);
        double[] thresholds = thresholds(at, slopes);
        double[] byColumn = new double[slopes + 1];
        double[] byThreshold = new double[thresholds.length];
        double sum = 0;
        for (int i = 0; i < rows.rows(); i++) {
            int of = rows.classes()[i];
            double weight = rows.weights()[i] / rows.total();
            double eta = x.dot(i, beta);
            double a = of < thresholds.length ? Logit.share(thresholds[of] - eta) : 1;
            double b = of > 0 ? Logit.share(thresholds[of - 1] - eta) : 0;
            double chance = Math.max(a - b, 1e-300);
            sum -= weight * Math.log(chance);
            double slope = weight * (1 - a - b);
            for (int e = x.start()[i]; e < x.start()[i + 1]; e++) {
                byColumn[x.columns()[e]] += slope * x.values()[e];
            }
            if (of < thresholds.length) {
                byThreshold[of] -= weight * a * (1 - a) / chance;
            }
            if (of > 0) {
                byThreshold[of - 1] += weight * b * (1 - b) / chance;
            }
        }
        // Thresholds take the place of the intercept.
        System.arraycopy(byColumn, 1, gradient, 0, slopes);
        double below = 0;
        for (int k = byThreshold.length - 1; k >= 0; k--) {
            below += byThreshold[k];
            gradient[slopes + k] = below * (k == 0 ? 1 : Math.exp(at[slopes + k]));
        }
        return sum;
    }
}
