package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.evaluate.valid.Validity;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Sequence;

/**
 * A metric of single tables, taken of every table: the mean of its parts (columns, pairs) in all tables together, so that
 * a table counts by how many parts it has. As SDMetrics 0.29 pools its properties.
 */
public final class Pooled implements RelatedMetric {
    public static final Plugin<RelatedMetric> COLUMN_SHAPES = of(
            ColumnShapes.PLUGIN,
            "How like the columns of all tables are one by one: the mean of all columns of all tables; 1 is the same.",
            false);

    public static final Plugin<RelatedMetric> PAIR_TRENDS = of(
            PairTrends.PLUGIN,
            "How like the pairs of columns inside each table are: the mean of all pairs of all tables; 1 is the same.",
            false);

    /** The order of a sequence may run on beyond what was seen; that is no mistake, and SDMetrics leaves it out too. */
    public static final Plugin<RelatedMetric> VALIDITY = of(
            Validity.PLUGIN,
            "The share of values within the real range or labels, of all columns but the order of sequences; 1 is all.",
            true);

    private final String name;
    private final Metric metric;
    private final boolean skipOrder;

    private Pooled(String name, Metric metric, boolean skipOrder) {
        this.name = name;
        this.metric = metric;
        this.skipOrder = skipOrder;
    }

    private static Plugin<RelatedMetric> of(Plugin<Metric> single, String summary, boolean skipOrder) {
        return Plugin.of(
                single.name(),
                summary,
                single.defaults(),
                options -> new Pooled(single.name(), single.maker().apply(options), skipOrder));
    }

    @Override
    public About about() {
        About single = metric.about();
        return new About(
                single.aspect(), single.better(), "Over all tables together. " + single.definition(), single.source());
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        c.tables().forEach((table, columns) -> {
            Comparison scored = skipOrder ? withoutOrder(c, table, columns) : columns;
            Run own = run.child(table);
            metric.measure(scored, own).parts().forEach((part, score) -> parts.put(table + "." + part, score));
        });
        return Score.mean(name, parts);
    }

    private static Comparison withoutOrder(RelatedComparison c, String table, Comparison columns) {
        int[] left = IntStream.range(0, columns.real().width())
                .filter(i -> !columns.numeric(i)
                        || c.sequences().stream()
                                .filter(sequence -> sequence.table().equals(table))
                                .map(Sequence::order)
                                .noneMatch(columns.name(i)::equals))
                .toArray();
        return Comparison.of(columns.real().select(left), columns.synthetic().select(left));
    }
}
