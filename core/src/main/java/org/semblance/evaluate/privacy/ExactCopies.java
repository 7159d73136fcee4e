package org.semblance.evaluate.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.RowHashes;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows that equal a real row in every scored column, numbers rounded as the real table writes
 * them; missing equals missing.
 *
 * <p>Small tables of few labels repeat rows by nature, so the number says something only beside its parts: the same
 * share against as many real rows as the holdout has, against the holdout, and the share of holdout rows that equal a
 * real row (what fresh data would show). Cost: one pass, 8 bytes a row. Rows are compared by a hash of 64 bits: among
 * a million rows a wrong match has a chance of 1 in 10^7.
 */
public final class ExactCopies implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "exact-copies",
            "The share of synthetic rows that equal a real row; beside it, what fresh real rows would show.",
            new Plugin.NoOptions(),
            options -> new ExactCopies());

    /** The part that stands in for fresh rows where there are none: the share of real rows that equal another one. */
    public static final String REPEATED = "real rows of other real rows";

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The share of synthetic rows equal to a real row in every scored column, numbers rounded as written.",
                "SDMetrics' NewRowSynthesis has the share of other rows.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout();
        long[] real = RowHashes.of(c.real(), c.real());
        long[] synthetic = RowHashes.of(c.synthetic(), c.real());
        Map<String, Double> parts = new LinkedHashMap<>();
        if (holdout != null && c.real().width() > 0) {
            int[] some = Sample.positions(real.length, holdout.rows(), run.rng().child("real"));
            long[] asMany = new long[some.length];
            for (int i = 0; i < some.length; i++) {
                asMany[i] = real[some[i]];
            }
            long[] fresh = RowHashes.of(holdout, c.real());
            parts.put("of as many real rows", RowHashes.share(synthetic, asMany));
            parts.put("of holdout rows", RowHashes.share(synthetic, fresh));
            parts.put("fresh rows of real rows", RowHashes.share(fresh, real));
        }
        parts.put(REPEATED, RowHashes.repeated(real));
        double value = c.real().width() == 0 ? Double.NaN : RowHashes.share(synthetic, real);
        return new Score("exact-copies", value, parts);
    }
}
