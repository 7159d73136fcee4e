package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Neighbours;
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
 * number, synthetic rows to an option. The interval is that of a share of independent rows, a little too narrow where
 * rows have neighbours in common. Cost: two searches ({@link Neighbours}) a synthetic row. Needs a holdout.
 * Source: the DCR of TabSyn (Zhang et al. 2024, arXiv 2310.09656) and its followers.
 */
public final class DcrShare implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most synthetic rows to look at; 0 is all.", min = 0)
            int rows,

            @Option(value = "The most real rows to look among, and of those held back; 0 is all.", min = 0)
            int among) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "dcr-share",
            "The share of synthetic rows nearer to a row that was learnt from than to a fresh one; 0.5 is fresh data.",
            new Options(5_000, 100_000),
            DcrShare::new);

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
        Table synthetic = Searches.some(c.synthetic(), options.rows, run.rng().child("synthetic"));
        Sides sides = Sides.of(c, "dcr-share", options.among, run);
        if (sides.each() == 0 || synthetic.rows() == 0 || synthetic.width() == 0) {
            return Score.none("dcr-share", "There are too few rows.");
        }
        Distances distances = Distances.of(c.real(), sides.real(), sides.holdout(), synthetic);
        Sides.Near near = Sides.Near.of(distances, 1, options.rows == 0, run);
        Shares shares = Shares.of(near.real()[0], near.holdout()[0]);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("ties half", shares.half());
        parts.put("nearer to holdout", shares.further());
        parts.put("tied", Math.max(0, shares.tied()));
        parts.put("median distance to real", shares.median());
        parts.put("median distance to holdout", shares.medianBeside());
        return new Score("dcr-share", shares.nearer(), parts)
                .interval(Interval.ofShare(shares.nearer(), near.rows()))
                .note(Searches.sentences(sides.note(), near.note()));
    }
}
