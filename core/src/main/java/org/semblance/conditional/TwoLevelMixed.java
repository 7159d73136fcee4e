package org.semblance.conditional;

import java.util.Arrays;
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
        return draw(MixedModel.fit(sums), sums, design, run.rng());
    }

    /** Deviation, coefficients, effects and their covariance about what was estimated. */
    static LevelEffects.Numbers draw(MixedModel model, LevelSums sums, LevelDesign design, Rng rng) {
        int freedom = Math.max(1, sums.rows() - sums.width());
        double deviation = model.deviation() * Math.sqrt(freedom / Covariance.chiSquared(freedom, rng));
        double[] beta = model.information().spread(Covariance.gaussians(sums.width(), rng));
        for (int j = 0; j < beta.length; j++) {
            beta[j] = model.beta()[j] + deviation * beta[j];
        }
        double[][] drawn = Covariance.inverseWishart(
                Math.max(sums.clusters(), sums.random().length), Levels.squares(model.effects()), rng);
        double[][] root = Covariance.root(drawn);
        double[][] effects = new double[root.length][sums.clusters()];
        new EffectDraws(sums).draw(beta, root, deviation, rng, effects);
        double[] deviations = new double[sums.clusters()];
        Arrays.fill(deviations, deviation);
        return new LevelEffects.Numbers(
                new LevelEffects(design, beta, Covariance.transposed(effects), root), deviations, deviation, 0);
    }
}
