package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * How like the pairs of a grandparent's and a grandchild's columns are (a patient's age and a laboratory result of one of
 * the visits): each row stands beside the parent of its parent, and the pairs are scored as {@link PairTrends} does; the
 * mean over all pairs of all chains of two relationships. SDMetrics has no such measure: a synthesizer that carries
 * nothing past one generation is not found out by it.
 *
 * <p>Cost: one pass over the grandchildren per pair. Of more than {@code mostPairs} pairs so many are drawn.
 */
public final class GrandparentTrends implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "grandparent-trends",
            "How like the pairs of columns two tables apart are, over rows joined with the parent's parent; 1 is the same.",
            new PairTrends.Options("real", 0, 0, 1_000, "zero"),
            GrandparentTrends::new);

    private final PairTrends.Options options;

    GrandparentTrends(PairTrends.Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "As intertable trends, over the rows of a table joined with those of the parent's parent.",
                "Own measure; the score of a pair as SDMetrics 0.29, CorrelationSimilarity and ContingencySimilarity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        List<Trends.Path> paths = new ArrayList<>();
        for (Relationship lower : c.relationships()) {
            for (Relationship upper : c.real().database().above(lower.parent())) {
                paths.add(Trends.Path.all(
                        upper.parent(),
                        lower.child(),
                        "through " + lower.parent() + " by " + String.join(" + ", lower.foreignKey()) + " and "
                                + String.join(" + ", upper.foreignKey()),
                        (database, rng) -> chained(database.link(upper), database.link(lower))));
            }
        }
        return new Trends("grandparent-trends", options).measure(c, paths, run);
    }

    /** Rows of the upper parent beside rows of the lower child. */
    private static int[][] chained(Link upper, Link lower) {
        int[] grandparent = new int[lower.size()];
        int[] child = new int[lower.size()];
        int n = 0;
        for (int i = 0; i < lower.size(); i++) {
            int parent = lower.parent(i);
            if (parent >= 0 && upper.parent(parent) >= 0) {
                grandparent[n] = upper.parent(parent);
                child[n++] = i;
            }
        }
        return new int[][] {Arrays.copyOf(grandparent, n), Arrays.copyOf(child, n)};
    }
}
