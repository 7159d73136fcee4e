package org.semblance.evaluate.alike;

import java.util.Arrays;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.TwoSamples;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;

/**
 * How unlike the columns are by the Jensen-Shannon divergence in bits, between 0 (the same shares) and 1 (no value
 * shared), and the mean of the columns.
 *
 * <p>Numbers and dates are cut at quantiles of the real column, so that bins hold about equally many real rows; repeated
 * quantiles are one. A missing value is one more label. The figures hold the square root too, which is a distance and
 * what SciPy's {@code jensenshannon(base=2)} gives. Fewer rows make it larger: about (bins - 1) / (4 n ln 2) between two
 * tables of n rows of one law. Cost: a sort of each real column of numbers, and one pass.
 */
public final class JensenShannon implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "How many bins of equally many real rows numbers are cut into.", min = 2, max = 10_000)
            int bins) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "jensen-shannon",
            "How unlike the columns are one by one, as Jensen-Shannon divergence in bits; 0 is the same.",
            new Options(20),
            JensenShannon::new);

    private final int bins;

    JensenShannon(Options options) {
        bins = options.bins;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.LOWER,
                "The mean over columns of H((p + q) / 2) - (H(p) + H(q)) / 2 with entropies H in bits, p real and q"
                        + " synthetic shares of labels or of " + bins
                        + " bins between real quantiles; missing is a label.",
                "Lin 1991, doi:10.1109/18.61115.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Score score = PerColumn.mean("jensen-shannon", c, run, i -> true, i -> {
            Labels labels = c.numeric(i)
                    ? binned(c, i)
                    : Labels.of(c.real().column(i), c.synthetic().column(i));
            double[][] counts = PerColumn.counts(labels, true);
            return divergence(PerColumn.shares(counts[0]), PerColumn.shares(counts[1]));
        });
        Figures.Builder figures = Figures.of("Jensen-Shannon by column", "divergence", "distance");
        score.parts().forEach((name, value) -> figures.row(name, value, Math.sqrt(value)));
        return score.figures(figures.build());
    }

    /** In bits, of two rows of shares. */
    static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            double middle = (p[k] + q[k]) / 2;
            sum += (part(p[k], middle) + part(q[k], middle)) / 2;
        }
        return Math.max(0, sum);
    }

    private static double part(double share, double middle) {
        return share == 0 ? 0 : share * StrictMath.log(share / middle) / StrictMath.log(2);
    }

    private Labels binned(Comparison c, int column) {
        double[] real = PerColumn.sorted(c.real(), column);
        double[] edges = new double[real.length == 0 ? 0 : bins - 1];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = TwoSamples.quantile(real, (k + 1.0) / bins);
        }
        double[] different = Arrays.stream(edges).distinct().toArray();
        int[][] codes = {
            codes(c.real().numbers(column), different), codes(c.synthetic().numbers(column), different)
        };
        return new Labels(codes, different.length + 1);
    }

    /** The bin of each number: how many edges lie below it, so that an edge is the last value of its bin. */
    private static int[] codes(NumberColumn column, double[] edges) {
        int[] out = new int[column.size()];
        for (int i = 0; i < out.length; i++) {
            int found = column.isMissing(i) ? -2 : Arrays.binarySearch(edges, column.get(i) + 0.0);
            out[i] = column.isMissing(i) ? -1 : found >= 0 ? found : -1 - found;
        }
        return out;
    }
}
