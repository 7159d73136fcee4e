package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.List;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * How like the pairs of a parent's and a child's columns are: each child row stands beside its parent's, and the pairs of
 * columns are scored as {@link PairTrends} does; the mean over all pairs of all relationships.
 *
 * <p>A parent counts as often as it has children; rows without a parent are left out. Cost: one pass over the child rows
 * per pair. With {@code edges} = own and {@code lost} = skip the figures of SDMetrics 0.29 (Intertable Trends of its
 * Quality Report, which sees no shift and is spoilt by one outlier: see {@link PairTrends}), but where no row has a
 * parent: SDMetrics then scores pairs with labels 1, and we nothing.
 */
public final class IntertableTrends implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "intertable-trends",
            "How like the pairs of a parent's and a child's columns are, over the joined rows; 1 is the same.",
            new PairTrends.Options("real", 0, 0, 50_000, "zero"),
            IntertableTrends::new);

    private final PairTrends.Options options;

    IntertableTrends(PairTrends.Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over pairs of a parent's and a child's column, over the rows joined by the foreign key, of 1"
                        + " minus half the difference of Pearson correlations (two numbers) or 1 minus the total variation"
                        + " distance of the tables of counts.",
                "SDMetrics 0.29, Intertable Trends.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        List<Trends.Path> paths = new ArrayList<>();
        for (Relationship relationship : c.relationships()) {
            paths.add(Trends.Path.all(
                    relationship.parent(),
                    relationship.child(),
                    via(c, relationship),
                    (database, rng) -> database.link(relationship).join()));
        }
        return new Trends("intertable-trends", options).measure(c, paths, run);
    }

    /** The foreign key, where it does not go without saying. */
    private static String via(RelatedComparison c, Relationship relationship) {
        long same = c.relationships().stream()
                .filter(other -> other.parent().equals(relationship.parent())
                        && other.child().equals(relationship.child()))
                .count();
        return same > 1 || relationship.toItself() ? "by " + String.join(" + ", relationship.foreignKey()) : "";
    }
}
