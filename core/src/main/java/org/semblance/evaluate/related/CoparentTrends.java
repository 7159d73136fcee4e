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
 * How like the pairs of columns of two parents of the same row are: who meets whom through a table that joins two others
 * (customer and product of an order's line). Each child row brings its two parents together; the pairs are scored as
 * {@link PairTrends} does; the mean over all pairs of all tables with two foreign keys.
 *
 * <p>Cost: one pass over the child rows per pair. Of more than {@code mostPairs} pairs so many are drawn.
 */
public final class CoparentTrends implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "coparent-trends",
            "How like the pairs of columns of two parents of the same row are: who meets whom; 1 is the same.",
            new PairTrends.Options("real", 0, 0, 1_000, "zero"),
            CoparentTrends::new);

    private final PairTrends.Options options;

    CoparentTrends(PairTrends.Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "As intertable trends, over the two parents that each row of a table with two foreign keys brings"
                        + " together.",
                "Own measure; the score of a pair as SDMetrics 0.29, CorrelationSimilarity and ContingencySimilarity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        List<Trends.Path> paths = new ArrayList<>();
        for (int second = 0; second < c.relationships().size(); second++) {
            Relationship b = c.relationships().get(second);
            for (Relationship a : c.relationships().subList(0, second)) {
                if (a.child().equals(b.child())) {
                    paths.add(Trends.Path.all(
                            a.parent(),
                            b.parent(),
                            "through " + a.child() + "." + String.join(" + ", a.foreignKey()) + " and "
                                    + String.join(" + ", b.foreignKey()),
                            (database, rng) -> met(database.link(a), database.link(b))));
                }
            }
        }
        return new Trends("coparent-trends", options).measure(c, paths, run);
    }

    private static int[][] met(Link a, Link b) {
        int[] first = new int[a.size()];
        int[] second = new int[a.size()];
        int n = 0;
        for (int i = 0; i < a.size(); i++) {
            if (a.parent(i) >= 0 && b.parent(i) >= 0) {
                first[n] = a.parent(i);
                second[n++] = b.parent(i);
            }
        }
        return new int[][] {Arrays.copyOf(first, n), Arrays.copyOf(second, n)};
    }
}
