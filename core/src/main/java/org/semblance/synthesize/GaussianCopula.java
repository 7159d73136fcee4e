package org.semblance.synthesize;

import java.util.List;
import org.semblance.math.Correlation;
import org.semblance.math.NormalScores;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Gaussian copula: every column's own distribution, joined by a normal dependence.
 *
 * <p>Fit: (1) distribution per column as {@link Independent} has it; (2) the mean of a normal variable inside each
 * value's stretch of the unit interval as its score, missing values lowest, labels from the commonest on; (3) for each
 * pair the correlation of the normal variables behind the scores ({@link NormalScores}), pulled towards the identity.
 * Sample: z ~ N(0, R), back through the distributions. Blocks of 1,024 rows and more use the ranks of z instead of its
 * normal shares, so that each column is spread evenly over its distribution (Stein 1987, Latin hypercube sampling,
 * doi:10.1080/00401706.1987.10488205).
 *
 * <p>Cost: O(n p^2) to fit, on a sample of rows where that is above 4e10; O(p^2) per row to sample.
 *
 * <p>Keeps: every column's distribution, monotone dependence of pairs. Loses: tails that move together, dependence that
 * is not monotone, interactions, and the order of labels has no meaning.
 *
 * <p>Source: Patki, Wedge and Veeramachaneni (2016), doi:10.1109/DSAA.2016.49, section III. Differs in (2) and (3): the
 * original draws a random place inside each stretch, which weakens the dependence of labels.
 */
public final class GaussianCopula implements Synthesizer {
    /** The options of {@link GaussianCopula}. */
    public record Options(
            @Option(
                    value = "Pull of the correlations towards 0; -1 chooses it by the number of rows",
                    min = -1,
                    max = 1)
            double shrinkage,

            @Option(
                    value = "Rows that must share a number for it to be drawn as it is; also the fewest rows of a bin",
                    min = 1,
                    max = 1_000_000)
            int common,

            @Option(value = "About how many bins a number has at most", min = 1, max = 100_000)
            int bins) {}

    public static final Plugin<Synthesizer> PLUGIN = Plugin.of(
            "gaussian-copula",
            "Every column's own distribution joined by correlations: keeps monotone pairs, loses everything finer.",
            new Options(-1, Marginal.Grain.DEFAULT.common(), Marginal.Grain.DEFAULT.most()),
            GaussianCopula::new);

    private static final double MOST_PRODUCTS = 4e10;
    private static final double MOST_SCORES = 2e7;
    private static final int RANKED_FROM = 1024;
    private static final int CHUNK = 1024;

    private final double shrinkage;
    private final Marginal.Grain grain;

    public GaussianCopula(Options options) {
        shrinkage = options.shrinkage();
        grain = new Marginal.Grain(options.common(), options.bins());
    }

    @Override
    public Model fit(Table real, Run run) {
        Marginals marginals = Marginals.of(real, grain, run);
        return new Fitted(marginals, correlations(real, marginals, run));
    }

    private double[][] correlations(Table real, Marginals marginals, Run run) {
        int p = real.width();
        int[] rows = rows(real.rows(), p, run.rng().child("rows"));
        double[][] r = new double[p][p];
        try (Progress.Stage stage = run.progress().begin("correlate", p, "columns")) {
            NormalScores[] scores = new NormalScores[p];
            double[][] values = new double[p][];
            run.parallel(p, c -> {
                scores[c] = marginals.scores(c);
                values[c] = new double[rows.length];
                Column column = real.column(c);
                for (int i = 0; i < rows.length; i++) {
                    values[c][i] = scores[c].score(marginals.cell(c, column, rows[i]));
                }
            });
            run.parallel(p, i -> {
                r[i][i] = 1;
                for (int j = 0; j < i; j++) {
                    r[i][j] = scores[i].correlation(scores[j], product(values[i], values[j]) / rows.length);
                }
                stage.add(1);
            });
        }
        double pull = shrinkage >= 0 ? shrinkage : Correlation.pull(r, rows.length);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                r[i][j] *= 1 - pull;
                r[j][i] = r[i][j];
            }
        }
        return r;
    }

    /** All rows, or one at random out of each of as many equal stretches as can be afforded. */
    private static int[] rows(int n, int p, Rng rng) {
        double most = Math.max(1000, Math.min(MOST_PRODUCTS / p / p, MOST_SCORES / p));
        int[] rows = new int[(int) Math.min(n, most)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows.length == n ? i : (int) Math.min(n - 1, (i + rng.nextDouble()) * n / rows.length);
        }
        return rows;
    }

    /** The sum of products, in four interleaved sums: the order is fixed, so that every machine gets the same bits. */
    private static double product(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    @Override
    public Model load(Stored stored, Schema schema) {
        double[] packed = stored.array("correlations", double[].class);
        int p = schema.size();
        if (packed.length != p * (p - 1) / 2) {
            throw Corrupt.because("it has " + packed.length + " correlations for " + p + " columns");
        }
        double[][] r = new double[p][p];
        int at = 0;
        for (int i = 0; i < p; i++) {
            r[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double value = packed[at++];
                if (!(Math.abs(value) <= 1)) {
                    throw Corrupt.because("a correlation is " + value);
                }
                r[i][j] = value;
                r[j][i] = value;
            }
        }
        return new Fitted(Marginals.load(stored.part("columns"), schema), r);
    }

    private static final class Fitted implements Model {
        private final Marginals marginals;
        private final double[][] correlations;
        private final double[][] root;

        Fitted(Marginals marginals, double[][] correlations) {
            this.marginals = marginals;
            this.correlations = correlations;
            root = Correlation.root(correlations);
        }

        @Override
        public Schema schema() {
            return marginals.schema();
        }

        @Override
        public Rows sample(long rows, Run run) {
            return new Blocks(schema(), rows) {
                @Override
                Table draw(long index, int count) {
                    Rng rng = run.rng().child(index);
                    double[][] z = new double[root.length][count];
                    for (double[] column : z) {
                        for (int i = 0; i < count; i++) {
                            column[i] = rng.nextGaussian();
                        }
                    }
                    correlate(z, count);
                    Column[] columns = new Column[z.length];
                    for (int c = 0; c < z.length; c++) {
                        places(z[c], rng);
                        columns[c] = marginals.draw(c, z[c]);
                        z[c] = new double[0];
                    }
                    return Table.of(schema(), List.of(columns));
                }
            };
        }

        /** Multiplies by the root in place, from the last column down, some rows at a time to stay in the cache. */
        private void correlate(double[][] z, int count) {
            double[] sum = new double[CHUNK];
            for (int start = 0; start < count; start += CHUNK) {
                int length = Math.min(CHUNK, count - start);
                for (int c = z.length - 1; c >= 0; c--) {
                    java.util.Arrays.fill(sum, 0);
                    for (int k = 0; k <= c; k++) {
                        add(root[c][k], z[k], start, sum, length);
                    }
                    System.arraycopy(sum, 0, z[c], start, length);
                }
            }
        }

        private static void add(double factor, double[] from, int start, double[] sum, int length) {
            for (int i = 0; i < length; i++) {
                sum[i] += factor * from[start + i];
            }
        }

        @Override
        public Stored store() {
            int p = correlations.length;
            double[] packed = new double[p * (p - 1) / 2];
            int at = 0;
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < i; j++) {
                    packed[at++] = correlations[i][j];
                }
            }
            return Stored.empty().put("correlations", packed).put("columns", marginals.store());
        }

        @Override
        public List<String> contents() {
            List<String> out = new java.util.ArrayList<>(marginals.contents());
            int p = correlations.length;
            out.add(out.size() - 1, p * (p - 1) / 2 + " correlations between pairs of columns");
            return out;
        }
    }

    /** Turns normal values into places of the unit interval: by their ranks where there are many, else by their shares. */
    private static void places(double[] z, Rng rng) {
        int n = z.length;
        if (n < RANKED_FROM) {
            for (int i = 0; i < n; i++) {
                z[i] = Math.min(NormalScores.share(z[i]), 0x1.fffffffffffffp-1);
            }
            return;
        }
        long[] sorted = new long[n];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToLongBits(z[i]);
            long ascending = bits ^ (bits >> 63 & Long.MAX_VALUE);
            sorted[i] = ascending & ~(Rows.BLOCK - 1L) | i;
        }
        java.util.Arrays.sort(sorted);
        double offset = rng.nextDouble();
        for (int rank = 0; rank < n; rank++) {
            z[(int) (sorted[rank] & Rows.BLOCK - 1L)] = Math.min((rank + offset) / n, 0x1.fffffffffffffp-1);
        }
    }
}
