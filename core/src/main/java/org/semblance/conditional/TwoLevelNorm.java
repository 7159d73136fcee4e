package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.distribution.Gamma;
import org.semblance.math.Cholesky;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * A linear mixed model of rows in clusters by Gibbs sampling, each cluster with a deviation of its own. As mice's
 * {@code 2l.norm}; proper. Takes predictors of code 2 (and -2 for the cluster); those of code 1 have no part, which is
 * said. Fewer than five clusters, or no more rows than columns: as {@code norm}, which is said.
 *
 * <p>Cost: rows x predictors^2 once, then rounds x clusters x effects^3. Source: Kasim and Raudenbush (1998),
 * doi:10.3102/10769986023002093; van Buuren (2018), algorithm 7.1.
 */
public final class TwoLevelNorm implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "How many rounds", min = 1, max = 1e6)
            int rounds) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "2l.norm",
            "A linear mixed model of rows in clusters by Gibbs sampling, each with its own deviation.",
            new Options(100),
            TwoLevelNorm::new);

    private static final int FEWEST = 5;
    private static final double RIDGE = 1e-4;

    private final Options options;

    TwoLevelNorm(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        LevelDesign design = LevelDesign.of(given, true);
        LevelSums sums = LevelSums.of(design, given);
        int clusters = sums.clusters();
        if (Levels.few(sums) || clusters < Math.max(FEWEST, design.random().length + 2)) {
            return Levels.withoutClusters(given, run);
        }
        State state = new State(sums, run.rng());
        for (int round = 0; round < options.rounds; round++) {
            state.round();
        }
        double[][] effects = new double[clusters][];
        for (int k = 0; k < clusters; k++) {
            effects[k] = state.b[k].clone();
            for (int a = 0; a < effects[k].length; a++) {
                effects[k][a] -= state.mu[a];
            }
        }
        return new LevelEffects.Numbers(
                new LevelEffects(
                        design,
                        state.mu,
                        effects,
                        Covariance.root(ridged(state.precision).inverse())),
                Arrays.stream(state.variance).map(Math::sqrt).toArray(),
                Math.sqrt(state.typical),
                state.theta);
    }

    private static Cholesky ridged(double[][] a) {
        double[][] more = new double[a.length][];
        for (int j = 0; j < a.length; j++) {
            more[j] = a[j].clone();
            more[j][j] += RIDGE * a[j][j];
        }
        return Covariance.ridged(more);
    }

    /** Where the sampler stands. */
    private static final class State {
        private final LevelSums sums;
        private final Rng rng;
        private final int q;
        private final double[][] b;
        private final double[] variance;
        private double[] mu;
        private double[][] precision;
        private double typical = 1;
        private double theta = 1;

        State(LevelSums sums, Rng rng) {
            this.sums = sums;
            this.rng = rng;
            q = sums.width();
            b = new double[sums.clusters()][q];
            variance = new double[b.length];
            Arrays.fill(variance, 1);
            mu = new double[q];
            precision = Covariance.identity(q);
        }

        void round() {
            for (int k = 0; k < b.length; k++) {
                b[k] = effects(k);
            }
            mean();
            double[][] scatter = new double[q][q];
            for (double[] one : b) {
                for (int i = 0; i < q; i++) {
                    for (int j = 0; j < q; j++) {
                        scatter[i][j] += (one[i] - mu[i]) * (one[j] - mu[j]);
                    }
                }
            }
            double[][] scale = ridged(scatter).inverse();
            precision = Covariance.wishart(b.length - q - 1, Covariance.root(scale), rng);
            variances();
        }

        private double[] effects(int k) {
            double[][] curve = new double[q][q];
            double[] towards = Covariance.times(precision, mu);
            for (int i = 0; i < q; i++) {
                towards[i] += sums.with()[k][i] / variance[k];
                for (int j = 0; j < q; j++) {
                    curve[i][j] = sums.cross()[k][i][j] / variance[k] + precision[i][j];
                }
            }
            Cholesky found = ridged(curve);
            double[] out = found.solve(towards);
            double[] noise = found.spread(Covariance.gaussians(q, rng));
            for (int i = 0; i < q; i++) {
                out[i] += noise[i];
            }
            return out;
        }

        private void mean() {
            double[] noise = ridged(precision).spread(Covariance.gaussians(q, rng));
            mu = new double[q];
            for (int i = 0; i < q; i++) {
                for (double[] one : b) {
                    mu[i] += one[i] / b.length;
                }
                mu[i] += noise[i] / Math.sqrt(b.length);
            }
        }

        private void variances() {
            int clusters = b.length;
            double inverses = 0;
            double logs = 0;
            for (int k = 0; k < clusters; k++) {
                double left = sums.squares()[k];
                for (int i = 0; i < q; i++) {
                    left -= 2 * b[k][i] * sums.with()[k][i];
                    for (int j = 0; j < q; j++) {
                        left += b[k][i] * sums.cross()[k][i][j] * b[k][j];
                    }
                }
                double scale = 2 * theta / (Math.max(0, left) * theta + typical);
                double inverse = new Gamma(sums.sizes()[k] / 2.0 + 1 / (2 * theta), scale).sample(rng);
                variance[k] = 1 / inverse;
                inverses += inverse / clusters;
                logs += Math.log(variance[k]) / clusters;
            }
            double harmonic = 1 / inverses;
            typical = new Gamma(clusters / (2 * theta) + 1, 2 * theta * harmonic / clusters).sample(rng);
            double spread = typical / harmonic - Math.log(typical) + logs - 1;
            theta = 1 / new Gamma(clusters / 2.0 - 1, 2 / (clusters * Math.max(spread, 1e-10))).sample(rng);
        }
    }
}
