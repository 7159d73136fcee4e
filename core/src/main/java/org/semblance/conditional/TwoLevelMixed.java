package org.semblance.conditional;

import org.semblance.math.Cholesky;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * A linear mixed model of rows in clusters: coefficients, the clusters' covariance and their effects drawn about the
 * estimates of restricted maximum likelihood, then normal numbers. As mice's {@code 2l.lmer}; proper. Predictors of code
 * -2 say the cluster, 1 have one coefficient, 2 one for each cluster too, 3 and 4 as 1 and 2 with the cluster's mean
 * beside. Keeps differences between clusters; the deviation is the same in all. Fewer than two clusters, or no more rows
 * than columns: as {@code norm}, which is said. Source: Jolani (2018), doi:10.1177/1471082X17738254; {@link MixedModel}.
 */
public final class TwoLevelMixed implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "2l.lmer",
            "A linear mixed model of rows in clusters, one deviation for all.",
            new Plugin.NoOptions(),
            options -> new TwoLevelMixed());

    @Override
    public Drawer fit(Given given, Run run) {
        LevelDesign design = LevelDesign.of(given, false);
        LevelSums sums = LevelSums.of(design, given);
        if (Levels.few(sums)) {
            return Levels.withoutClusters(given, run);
        }
        MixedModel model = MixedModel.fit(sums);
        Rng rng = run.rng();
        int freedom = Math.max(1, sums.rows() - sums.width());
        double deviation = model.deviation() * Math.sqrt(freedom / Covariance.chiSquared(freedom, rng));
        double[] beta = model.information().spread(Covariance.gaussians(sums.width(), rng));
        for (int j = 0; j < beta.length; j++) {
            beta[j] = model.beta()[j] + deviation * beta[j];
        }
        double[][] drawn = Covariance.inverseWishart(
                Math.max(sums.clusters(), sums.random().length), Levels.squares(model.effects()), rng);
        double[][] root = Covariance.root(drawn);
        double[][] effects = new double[sums.clusters()][];
        double[] deviations = new double[effects.length];
        for (int k = 0; k < effects.length; k++) {
            effects[k] = effects(sums, k, beta, root, deviation, rng);
            deviations[k] = deviation;
        }
        return new LevelEffects.Numbers(new LevelEffects(design, beta, effects, root), deviations, deviation, 0);
    }

    /** A draw of a cluster's effects given its rows; the root may be of a singular covariance. */
    static double[] effects(LevelSums sums, int k, double[] beta, double[][] root, double deviation, Rng rng) {
        int q = root.length;
        int[] random = sums.random();
        double[][] cross = sums.cross()[k];
        double variance = deviation * deviation;
        // C'Z'Z C / variance + 1, by way of Z'Z C; C is lower triangular.
        double[][] half = new double[q][q];
        double[][] curve = new double[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                for (int c = b; c < q; c++) {
                    half[a][b] += cross[random[a]][random[c]] * root[c][b];
                }
            }
        }
        for (int a = 0; a < q; a++) {
            for (int b = a; b < q; b++) {
                double sum = 0;
                for (int c = a; c < q; c++) {
                    sum += root[c][a] * half[c][b];
                }
                curve[a][b] = sum / variance + (a == b ? 1 : 0);
                curve[b][a] = curve[a][b];
            }
        }
        Cholesky found = Covariance.ridged(curve);
        double[] left = sums.left(k, beta);
        double[] towards = new double[q];
        for (int a = 0; a < q; a++) {
            for (int c = a; c < q; c++) {
                towards[a] += root[c][a] * left[c];
            }
            towards[a] /= variance;
        }
        double[] spherical = found.solve(towards);
        double[] noise = found.spread(Covariance.gaussians(root.length, rng));
        for (int a = 0; a < spherical.length; a++) {
            spherical[a] += noise[a];
        }
        return Covariance.times(root, spherical);
    }
}
