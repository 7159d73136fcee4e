package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Nearest neighbour distance ratio: the distance of a synthetic row to the nearest row learnt from, over that to the
 * second nearest; small where a row clings to a single one. The value is the share of synthetic rows whose ratio is
 * smaller among the rows learnt from than among as many held back, ties counted half: 0.5 is fresh data.
 *
 * <p>Parts: the median ratio and the 10th smallest one (as MOSTLY's quality report has it) to either side, and the ratio of those two. A copy
 * check only: a good one is no proof of privacy (arXiv:2505.01524). Distances: {@link Distances#of}; 1e-8 is added to both,
 * so that two distances of 0 have the ratio 1. Cost: two searches a synthetic row. Needs a holdout.
 */
public final class Nndr implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most synthetic rows to look at; 0 is all.", min = 0)
            int rows,

            @Option(value = "The most real rows to look among, and of those held back; 0 is all.", min = 0)
            int among) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "nndr",
            "The share of synthetic rows that cling to one row that was learnt from, more than to fresh ones; 0.5 is fresh.",
            new Options(5_000, 100_000),
            Nndr::new);

    private static final double TINY = 1e-8;
    private static final int TENTH = 10;

    private final Options options;

    Nndr(Options options) {
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
                "The share of synthetic rows whose nearest neighbour distance ratio (nearest over second nearest) is smaller"
                        + " among the rows learnt from than among as many held back, ties half. A copy check only.",
                "MOSTLY AI quality assurance 1.10; Lowe 2004, doi:10.1023/B:VISI.0000029664.99615.94.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table synthetic = Searches.some(c.synthetic(), options.rows, run.rng().child("synthetic"));
        Sides sides = Sides.of(c, "nndr", options.among, run);
        if (sides.each() < 2 || synthetic.rows() == 0 || synthetic.width() == 0) {
            return Score.none("nndr", "There are too few rows.");
        }
        Distances distances = Distances.of(c.real(), sides.real(), sides.holdout(), synthetic);
        Sides.Near near = Sides.Near.of(distances, 2, options.rows == 0, run);
        float[] toReal = ratios(near.real());
        float[] toHoldout = ratios(near.holdout());
        Shares shares = Shares.of(toReal, toHoldout);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("median to real", shares.median());
        parts.put("median to holdout", shares.medianBeside());
        parts.put("10th smallest to real", tenth(toReal));
        parts.put("10th smallest to holdout", tenth(toHoldout));
        parts.put("their ratio", tenth(toReal) / tenth(toHoldout));
        return new Score("nndr", shares.half(), parts)
                .interval(Interval.ofShare(shares.half(), near.rows()))
                .note(Searches.sentences(sides.note(), near.note()));
    }

    private static float[] ratios(float[][] two) {
        float[] out = new float[two[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) ((two[0][i] + TINY) / (two[1][i] + TINY));
        }
        return out;
    }

    /** NaN where there are fewer than ten. */
    private static double tenth(float[] ratios) {
        float[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return sorted.length < TENTH ? Double.NaN : sorted[TENTH - 1];
    }
}
