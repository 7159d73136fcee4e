package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * SDMetrics' DCROverfittingProtection: min(1, 2 (1 - share of synthetic rows strictly closer to a row learnt from than
 * to any row held back)); 1 is good. Distance: {@link Gower}, whose ranges are those of each reference, as there.
 *
 * <p>The sizes of the two references are not made equal, and ties count as closer to the holdout: use {@link DcrShare}
 * to judge, and this one to compare with figures of SDMetrics. A copy check only. Cost: all pairs of rows. Needs a
 * holdout.
 */
public final class DcrOverfitting implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most rows of each table; 0 is all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "dcr-overfitting",
            "SDMetrics' DCROverfittingProtection: 1 where no more rows are closer to those learnt from than to others.",
            new Options(10_000),
            DcrOverfitting::new);

    private final Options options;

    DcrOverfitting(Options options) {
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
                About.Better.HIGHER,
                "min(1, 2 (1 - share of synthetic rows closer to a row learnt from than to any row held back)). A copy check"
                        + " only; sensitive to the sizes of the tables.",
                "SDMetrics 0.29, DCROverfittingProtection.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table held = c.holdout("dcr-overfitting");
        Table synthetic = Searches.some(c.synthetic(), options.rows, run.rng().child("synthetic"));
        Table holdout = Searches.some(held, options.rows, run.rng().child("holdout"));
        Table real = Searches.some(c.real(), options.rows, run.rng().child("real"));
        if (real.rows() == 0 || holdout.rows() == 0 || synthetic.rows() == 0 || synthetic.width() == 0) {
            return Score.none("dcr-overfitting", "There are too few rows.");
        }
        double[] toReal = Gower.closest(synthetic, real, run);
        double[] toHoldout = Gower.closest(synthetic, holdout, run);
        int closer = 0;
        for (int i = 0; i < toReal.length; i++) {
            closer += toReal[i] < toHoldout[i] ? 1 : 0;
        }
        double share = (double) closer / toReal.length;
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("closer to real", share);
        parts.put("closer to holdout", 1 - share);
        return new Score("dcr-overfitting", Math.min(1, 2 * (1 - share)), parts)
                .note(Searches.among(real.rows(), c.real().rows(), "real"));
    }
}
