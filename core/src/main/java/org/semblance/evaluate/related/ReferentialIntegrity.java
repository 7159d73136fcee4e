package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * The share of synthetic foreign keys that a parent row has: the mean over relationships. Where real foreign keys may be
 * missing, missing synthetic ones are left out; else they are wrong. A missing key points at nothing, also where a
 * parent's key is missing (SDMetrics lets the two meet).
 *
 * <p>Cost: one hash per row. SDMetrics 0.29, ReferentialIntegrity; for keys of several columns, which may be missing in
 * part, the same rule is used here, where SDMetrics counts every missing one as wrong.
 */
public final class ReferentialIntegrity implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "referential-integrity",
            "The share of synthetic foreign keys that point at a row that exists; 1 is all of them.",
            new Plugin.NoOptions(),
            options -> new ReferentialIntegrity());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean over relationships of the share of synthetic foreign keys found among the parent's keys;"
                        + " missing ones count as wrong unless the real table misses some.",
                "SDMetrics 0.29, ReferentialIntegrity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        double[] scores = new double[c.relationships().size()];
        double[] variances = new double[scores.length];
        run.parallel(scores.length, r -> {
            Relationship relationship = c.relationships().get(r);
            Link synthetic = c.synthetic().link(relationship);
            boolean mayMiss = c.real().link(relationship).missing() > 0;
            int counted = synthetic.size() - (mayMiss ? synthetic.missing() : 0);
            int found = synthetic.size() - synthetic.missing() - synthetic.orphans();
            scores[r] = counted == 0 ? Double.NaN : (double) found / counted;
            variances[r] = counted == 0 ? 0 : scores[r] * (1 - scores[r]) / counted;
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int r = 0; r < scores.length; r++) {
            parts.put(c.relationships().get(r).name(), scores[r]);
        }
        Score mean = Score.mean("referential-integrity", parts);
        long known = Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count();
        return mean.interval(
                Interval.around(mean.value(), Math.sqrt(Arrays.stream(variances).sum()) / Math.max(1, known)));
    }
}
