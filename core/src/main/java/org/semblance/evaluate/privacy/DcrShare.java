package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows that are strictly nearer to a row the synthesizer has seen than to any of equally many
 * rows that it has not (distance to closest record). Fresh data scores 0.5 less half its ties; more is memorising.
 *
 * <p>Distance: {@link Distances}. Parts: the shares nearer to the holdout and tied, the share with ties counted half
 * (0.5 for fresh data however many ties), and the median distances. Real and holdout rows are cut down to the same
 * number, synthetic rows to an option. Cost: synthetic rows x real rows, exact, on all threads. Needs a holdout.
 * Source: the DCR of TabSyn (Zhang et al. 2024, arXiv 2310.09656) and its followers.
 */
public final class DcrShare implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most synthetic rows to look at.", min = 1)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "dcr-share",
            "The share of synthetic rows nearer to a row that was learnt from than to a fresh one; 0.5 is fresh data.",
            new Options(5_000),
            DcrShare::new);

    private static final int CHUNK = 64;

    private final Options options;

    DcrShare(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsHoldout() {
        return true;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The share of synthetic rows nearer to the rows learnt from than to as many rows held back. A copy check"
                        + " only: a good one is no proof of privacy.",
                "Platzer and Reutterer 2021, doi:10.3389/fdata.2021.679939; its limits: arXiv:2505.01524.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("dcr-share");
        int each = Math.min(c.real().rows(), holdout.rows());
        Table synthetic = Sample.rows(c.synthetic(), options.rows, run.rng().child("synthetic"));
        if (each == 0 || synthetic.rows() == 0 || synthetic.width() == 0) {
            return new Score("dcr-share", Double.NaN, Map.of());
        }
        Distances distances = Distances.of(
                c.real(),
                Sample.rows(c.real(), each, run.rng().child("real")),
                Sample.rows(holdout, each, run.rng().child("holdout")),
                synthetic);
        int n = synthetic.rows();
        float[] toReal = new float[n];
        float[] toHoldout = new float[n];
        run.parallel((n + CHUNK - 1) / CHUNK, chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                toReal[i] = distances.nearest(Distances.SYNTHETIC, i, Distances.REAL);
                toHoldout[i] = distances.nearest(Distances.SYNTHETIC, i, Distances.HOLDOUT);
            }
        });
        return score(toReal, toHoldout);
    }

    private static Score score(float[] toReal, float[] toHoldout) {
        double n = toReal.length;
        int nearer = 0;
        int further = 0;
        for (int i = 0; i < toReal.length; i++) {
            nearer += toReal[i] < toHoldout[i] ? 1 : 0;
            further += toReal[i] > toHoldout[i] ? 1 : 0;
        }
        double tied = (n - nearer - further) / n;
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("ties half", nearer / n + tied / 2);
        parts.put("nearer to holdout", further / n);
        parts.put("tied", tied);
        parts.put("median distance to real", median(toReal));
        parts.put("median distance to holdout", median(toHoldout));
        return new Score("dcr-share", nearer / n, parts);
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + (double) sorted[middle]) / 2;
    }
}
