package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Who has many children: how like the pairs of a parent's column and the number of its children are, and the pairs of
 * numbers of children in two relationships of one parent (much visited, much prescribed). Scored as {@link PairTrends}
 * does, over the parents, childless ones included; the mean over all pairs. SDMetrics has no such measure.
 *
 * <p>Cost: one pass over the parents per pair.
 */
public final class CardinalityTrends implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "cardinality-trends",
            "Who has many children: how a parent's columns go with the number of its children; 1 is the same.",
            new PairTrends.Options("real", 0, 0, 50_000, "zero"),
            CardinalityTrends::new);

    private final PairTrends.Options options;

    CardinalityTrends(PairTrends.Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean score of pair trends over pairs of a parent's column and its number of children, and of two such"
                        + " numbers.",
                "Own measure; the score of a pair as SDMetrics 0.29, CorrelationSimilarity and ContingencySimilarity.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (String parent : c.tables().keySet()) {
            List<Relationship> below = c.real().database().below(parent);
            if (!below.isEmpty()) {
                Table real = counted(c.table(parent).real(), c.real(), below);
                Table synthetic = counted(c.table(parent).synthetic(), c.synthetic(), below);
                PairTrends trends = new PairTrends(options);
                int[][] pairs = pairs(real.width(), below.size());
                trends.measure(Comparison.of(real, synthetic), pairs, run.child(parent))
                        .parts()
                        .forEach((part, score) -> parts.put(parent + "." + part, score));
            }
        }
        return Score.mean("cardinality-trends", parts);
    }

    /** The columns of a parent, then one for each relationship with the number of children. */
    private static Table counted(Table parent, Linked database, List<Relationship> below) {
        List<Field> fields = new ArrayList<>(parent.schema().fields());
        Set<String> names = new HashSet<>(parent.schema().names());
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < parent.width(); k++) {
            columns.add(parent.column(k));
        }
        for (Relationship relationship : below) {
            NumberColumn counts = CardinalityShape.counts(database.link(relationship));
            String name = "number of " + relationship.child() + " by " + String.join(" + ", relationship.foreignKey());
            while (names.contains(name)) {
                name += "'";
            }
            names.add(name);
            fields.add(Field.of(name, Kind.WHOLE));
            columns.add(counts);
        }
        return Table.of(new Schema(fields), columns);
    }

    /** Every pair whose second column is a number of children. */
    private static int[][] pairs(int width, int counts) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < width; a++) {
            for (int b = Math.max(a + 1, width - counts); b < width; b++) {
                pairs.add(new int[] {a, b});
            }
        }
        return pairs.toArray(int[][]::new);
    }
}
