package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * The share of synthetic foreign keys that point at a row that does not exist, over all relationships together; missing
 * ones point at nothing and are not orphans. Beside it, in the figures, how many rows, orphans and missing foreign keys
 * each relationship has in the real and in the synthetic database, and how many parents have no child. Cost: one hash per
 * row.
 */
public final class Orphans implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "orphans",
            "The share of foreign keys that point at a row that does not exist, and how many are missing; 0 is none.",
            new Plugin.NoOptions(),
            options -> new Orphans());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.LOWER,
                "Foreign keys that no parent row has, by foreign keys that are not missing, over all relationships.",
                "Own measure.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        run.parallel(c.relationships().size(), r -> {
            c.real().link(c.relationships().get(r));
            c.synthetic().link(c.relationships().get(r));
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of(
                "Foreign keys",
                "rows, real",
                "missing, real",
                "orphans, real",
                "childless parents, real",
                "rows, synthetic",
                "missing, synthetic",
                "orphans, synthetic",
                "childless parents, synthetic");
        double orphans = 0;
        double present = 0;
        for (Relationship relationship : c.relationships()) {
            Link real = c.real().link(relationship);
            Link synthetic = c.synthetic().link(relationship);
            int keys = synthetic.size() - synthetic.missing();
            orphans += synthetic.orphans();
            present += keys;
            parts.put(relationship.name(), keys == 0 ? Double.NaN : (double) synthetic.orphans() / keys);
            figures.row(
                    relationship.name(),
                    real.size(),
                    real.missing(),
                    real.orphans(),
                    childless(real),
                    synthetic.size(),
                    synthetic.missing(),
                    synthetic.orphans(),
                    childless(synthetic));
        }
        double share = present == 0 ? Double.NaN : orphans / present;
        return new Score("orphans", share, parts)
                .interval(Interval.ofShare(share, present))
                .figures(figures.build());
    }

    private static int childless(Link link) {
        int count = 0;
        for (int children : link.children()) {
            count += children == 0 ? 1 : 0;
        }
        return count;
    }
}
