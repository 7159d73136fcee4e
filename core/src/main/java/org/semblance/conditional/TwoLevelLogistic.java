package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * A logistic mixed model of rows in clusters: coefficients, the clusters' covariance and their effects drawn about the
 * estimates by Laplace's approximation, then one of two labels. As mice's {@code 2l.bin}; proper. Codes of predictors as
 * of {@code 2l.lmer}. Fewer than two labels, two clusters, or no more rows than columns: as {@code logreg} or a constant,
 * which is said. Source: Jolani, Debray, Koffijberg, van Buuren and Moons (2015), doi:10.1002/sim.6451;
 * {@link MixedLogit}.
 */
public final class TwoLevelLogistic implements Conditional {
    /** The options. */
    public record Options(
            @Option(
                    value =
                            "Which effects clusters get that were there: about their likeliest, as uncertain as their rows"
                                    + " leave them (laplace) or as different as clusters are (eb), or about zero (marginal)",
                    choices = {"laplace", "eb", "marginal"})
            String effects) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "2l.bin",
            "A logistic mixed model of rows in clusters: one of two labels.",
            new Options("laplace"),
            TwoLevelLogistic::new);

    private final Options options;

    TwoLevelLogistic(Options options) {
        this.options = options;
    }

    @Override
    public void check(Given given) {
        Classes.two(given, given.observed());
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        Classes classes = Classes.two(given, rows);
        LevelDesign design = LevelDesign.of(given, false);
        if (classes.count() < 2 || design.clusters() < 2 || rows.length <= design.width() + 1) {
            return Levels.withoutClusters(given, run);
        }
        MixedLogit.Fit fit = MixedLogit.fit(design, given.x(), rows, classes.of());
        return new LevelEffects.Labels(draw(fit, design, run.rng()), classes.codes(), classes.labels());
    }

    /** Coefficients, effects and their covariance about what was estimated. */
    LevelEffects draw(MixedLogit.Fit fit, LevelDesign design, Rng rng) {
        double[] beta = add(
                fit.beta(),
                Covariance.times(Covariance.root(fit.covariance()), Covariance.gaussians(fit.beta().length, rng)));
        int q = design.random().length;
        double[][] estimated = Covariance.times(fit.root(), Covariance.transposed(fit.root()));
        double[][] scale = Levels.squares(fit.effects());
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                scale[a][b] += q * estimated[a][b];
            }
        }
        if (options.effects.equals("laplace")) {
            // Likeliest effects are drawn in: with what their rows leave open they differ as much as was estimated.
            for (double[][] spread : fit.spreads()) {
                add(scale, spread);
            }
        }
        double[][] drawn = Covariance.inverseWishart(design.clusters() + q, scale, rng);
        double[][] root = Covariance.root(drawn);
        double[][] effects = new double[design.clusters()][];
        for (int k = 0; k < effects.length; k++) {
            effects[k] = switch (options.effects) {
                case "marginal" -> noise(root, rng);
                case "eb" -> add(fit.effects()[k], noise(root, rng));
                default -> add(fit.effects()[k], noise(grown(fit.spreads()[k], trace(drawn) / trace(estimated)), rng));
            };
        }
        return new LevelEffects(design, beta, effects, root);
    }

    private static double[] noise(double[][] root, Rng rng) {
        return Covariance.times(root, Covariance.gaussians(root.length, rng));
    }

    /** The root of a covariance made so many times as large; of none where clusters do not differ. */
    private static double[][] grown(double[][] covariance, double times) {
        double[][] out = Covariance.root(covariance);
        double by = Double.isFinite(times) ? Math.sqrt(times) : 0;
        for (double[] row : out) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= by;
            }
        }
        return out;
    }

    private static double trace(double[][] a) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j][j];
        }
        return sum;
    }

    private static void add(double[][] sum, double[][] a) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += a[i][j];
            }
        }
    }

    private static double[] add(double[] a, double[] b) {
        double[] out = a.clone();
        for (int j = 0; j < out.length; j++) {
            out[j] += b[j];
        }
        return out;
    }
}
