package org.semblance.conditional;

import org.semblance.math.Cholesky;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Linear discriminant analysis: normal predictors of one covariance in every class, a label by its posterior chance. As
 * mice's {@code lda}; improper. Priors are the classes' shares; the covariance is pooled within classes, with n - classes
 * degrees of freedom. Cost: rows x predictors^2. Source: Venables and Ripley (2002), Modern Applied Statistics with S,
 * section 12.1.
 */
public final class Discriminant implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "lda",
            "Linear discriminant analysis: one of several labels by its posterior chance.",
            new Plugin.NoOptions(),
            options -> new Discriminant());

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        Classes classes = Classes.of(given, rows);
        Moments moments = Moments.screened(given, rows, classes.numbers());
        Design design = moments.design();
        if (classes.count() < 2) {
            given.events().say("fewer than two labels are observed: the same for every row");
            return ClassDrawer.constant(classes, design);
        }
        int p = design.width() - 1;
        double[][] means = new double[classes.count()][p];
        int[] counts = new int[classes.count()];
        Design.Entries row = design.entries(given.x());
        for (int i = 0; i < rows.length; i++) {
            row.row(rows[i]);
            counts[classes.of()[i]]++;
            for (int e = 1; e < row.count(); e++) {
                means[classes.of()[i]][row.at(e) - 1] += row.value(e);
            }
        }
        double[][] within = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                within[a][b] = moments.cross()[a + 1][b + 1];
                for (int k = 0; k < counts.length; k++) {
                    within[a][b] -= means[k][a] * means[k][b] / counts[k];
                }
                within[a][b] /= Math.max(1, rows.length - counts.length);
            }
        }
        return new ClassDrawer(
                ClassDrawer.Link.SOFTMAX,
                design,
                againstFirst(linear(root(within, given.events()), means, counts, rows.length)),
                new double[0],
                classes.codes(),
                classes.labels());
    }

    private static Cholesky root(double[][] within, Given.Events events) {
        Cholesky root = Cholesky.of(within);
        if (root == null) {
            events.say("predictors depend on each other within the labels: a ridge was added");
        }
        for (double ridge = LeastSquares.RIDGE; root == null; ridge *= 10) {
            for (int j = 0; j < within.length; j++) {
                within[j][j] += ridge * (within[j][j] + 1e-6);
            }
            root = Cholesky.of(within);
        }
        return root;
    }

    /** The discriminant of each class: its intercept and a coefficient per column. */
    private static double[][] linear(Cholesky root, double[][] sums, int[] counts, int n) {
        double[][] out = new double[counts.length][root.size() + 1];
        for (int k = 0; k < counts.length; k++) {
            double[] mean = sums[k].clone();
            for (int j = 0; j < mean.length; j++) {
                mean[j] /= counts[k];
            }
            double[] coefficients = root.solve(mean);
            double form = 0;
            for (int j = 0; j < mean.length; j++) {
                form += mean[j] * coefficients[j];
                out[k][j + 1] = coefficients[j];
            }
            out[k][0] = Math.log((double) counts[k] / n) - form / 2;
        }
        return out;
    }

    private static double[][] againstFirst(double[][] linear) {
        double[][] out = new double[linear.length - 1][linear[0].length];
        for (int k = 0; k < out.length; k++) {
            for (int j = 0; j < out[k].length; j++) {
                out[k][j] = linear[k + 1][j] - linear[0][j];
            }
        }
        return out;
    }
}
