package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.math.Cholesky;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * A linear mixed model of rows in clusters by Gibbs sampling, one deviation for all: effects, their covariance,
 * coefficients and deviation drawn in turn. As mice's {@code 2l.pan}; proper. Codes of predictors as of {@code 2l.lmer}.
 * Draws for the rows that are asked (mice's draws for the missing ones whatever is asked). Fewer than two clusters, or no
 * more rows than columns: as {@code norm}, which is said.
 *
 * <p>Priors as in mice: the covariance inverse Wishart of q degrees of freedom and scale 1, the variance inverse
 * chi-squared of 1 and 1. Cost: rows x predictors^2 once, then rounds x clusters x effects^3. Source: Schafer and Yucel
 * (2002), doi:10.1198/106186002760180608.
 */
public final class TwoLevelPan implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "How many rounds", min = 1, max = 1e6)
            int rounds,

            @Option(
                    "Whether predictors of code 3 and 4 are without their cluster means, which stand beside them (mice's"
                            + " groupcenter.slope)")
            boolean groupCentre) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "2l.pan",
            "A linear mixed model of rows in clusters by Gibbs sampling, one deviation for all.",
            new Options(500, false),
            TwoLevelPan::new);

    private final Options options;

    TwoLevelPan(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        LevelDesign design = LevelDesign.of(given, false, options.groupCentre);
        LevelSums sums = LevelSums.of(design, given);
        if (Levels.few(sums)) {
            return Levels.withoutClusters(given, run);
        }
        Rng rng = run.rng();
        int q = sums.random().length;
        Cholesky whole = Covariance.ridged(sums.total());
        double[] totalWith = sums.totalWith();
        double totalSquares = sums.totalSquares();
        double[] beta = whole.solve(totalWith);
        double least = 1e-12 * Math.max(1, totalSquares);
        double variance = residuals(beta, totalWith, totalSquares, least) / sums.rows();
        double[][] covariance = Covariance.identity(q);
        for (int a = 0; a < q; a++) {
            covariance[a][a] = 1.0 / q;
        }
        int clusters = sums.clusters();
        double[][] effects = new double[q][clusters];
        EffectDraws draws = new EffectDraws(sums);
        for (int round = 0; round < options.rounds; round++) {
            draws.draw(beta, Covariance.root(covariance), Math.sqrt(variance), rng, effects);
            double[][] scale = Levels.products(effects);
            for (int a = 0; a < q; a++) {
                scale[a][a] += 1;
            }
            covariance = Covariance.inverseWishart(q + clusters, scale, rng);
            double[] with = totalWith.clone();
            double squares = totalSquares + takeOut(sums, effects, with);
            double[] estimate = whole.solve(with);
            double left = residuals(estimate, with, squares, least);
            variance = (1 + left) / Covariance.chiSquared(1 + Math.max(0, sums.rows() - sums.width()), rng);
            double[] noise = whole.spread(Covariance.gaussians(beta.length, rng));
            for (int j = 0; j < beta.length; j++) {
                beta[j] = estimate[j] + Math.sqrt(variance) * noise[j];
            }
        }
        double[] deviations = new double[clusters];
        Arrays.fill(deviations, Math.sqrt(variance));
        return new LevelEffects.Numbers(
                new LevelEffects(design, beta, Covariance.transposed(effects), Covariance.root(covariance)),
                deviations,
                Math.sqrt(variance),
                0);
    }

    /** Makes X'y into X'(y - Z b); returns by how much the sum of squares changes. */
    private static double takeOut(LevelSums sums, double[][] effects, double[] with) {
        double change = 0;
        int[] random = sums.random();
        for (int k = 0; k < sums.clusters(); k++) {
            double[] own = sums.with()[k];
            for (int a = 0; a < random.length; a++) {
                double[] line = sums.cross()[k][random[a]];
                double b = effects[a][k];
                change -= 2 * b * own[random[a]];
                for (int j = 0; j < with.length; j++) {
                    with[j] -= line[j] * b;
                }
                for (int c = 0; c < random.length; c++) {
                    change += b * line[random[c]] * effects[c][k];
                }
            }
        }
        return change;
    }

    private static double residuals(double[] beta, double[] with, double squares, double least) {
        double explained = 0;
        for (int j = 0; j < beta.length; j++) {
            explained += beta[j] * with[j];
        }
        return Math.max(squares - explained, least);
    }
}
