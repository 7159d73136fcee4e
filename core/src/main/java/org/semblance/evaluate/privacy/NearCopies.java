package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows that are nearly a real row: all labels the same, all numbers within 1 % of the synthetic
 * value, missing where it is missing.
 *
 * <p>1 minus the value is SDMetrics' NewRowSynthesis, which is a part. Small tables of few values repeat rows by nature,
 * so the number says something only beside the other parts: the same share against as many real rows as the holdout
 * has, against the holdout, and the share of holdout rows near a real row (what fresh data would show). Numbers that
 * may lie on either side of 0, and dates, have a tolerance that depends on where 0 is: that is SDMetrics' rule. Cost:
 * through an index ({@link NearRows}), about one look a row.
 */
public final class NearCopies implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "How far a number may be off, as a share of the synthetic value.", min = 0, max = 0.5)
            double tolerance) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "near-copies",
            "The share of synthetic rows that are nearly a real row (numbers within 1 %); beside it, what fresh rows show.",
            new Options(0.01),
            NearCopies::new);

    private final Options options;

    NearCopies(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The share of synthetic rows for which a real row has the same labels and missing values, and every number"
                        + " within 1 % of the synthetic one.",
                "SDMetrics 0.29, NewRowSynthesis (which is 1 minus this).");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        if (c.real().width() == 0 || c.synthetic().rows() == 0) {
            return Score.none("near-copies", "There are no rows.");
        }
        NearRows real = new NearRows(c.real(), options.tolerance);
        double value = real.share(c.synthetic(), run);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("rows that are new (NewRowSynthesis)", 1 - value);
        Table holdout = c.holdout();
        if (holdout != null) {
            Table asMany = Sample.rows(c.real(), holdout.rows(), run.rng().child("real"));
            parts.put("of as many real rows", new NearRows(asMany, options.tolerance).share(c.synthetic(), run));
            parts.put("of holdout rows", new NearRows(holdout, options.tolerance).share(c.synthetic(), run));
            parts.put("fresh rows of real rows", real.share(holdout, run));
        }
        return new Score("near-copies", value, parts)
                .interval(Interval.ofShare(value, c.synthetic().rows()));
    }
}
