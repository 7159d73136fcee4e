package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows whose key is there and was not used by a row before: the mean over all keys of all tables.
 * Keys are the declared primary ones, what foreign keys point at, and columns that are keys by kind. A key of several
 * columns is missing where one of them is. Cost: one hash per row and key. SDMetrics 0.29, KeyUniqueness.
 */
public final class DatabaseKeys implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "key-uniqueness",
            "The share of synthetic rows whose key is there and not used before; 1 is all of them.",
            new Plugin.NoOptions(),
            options -> new DatabaseKeys());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean over keys of 1 minus the share of rows whose key is missing or repeats one of an earlier row.",
                "SDMetrics 0.29, KeyUniqueness.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (String name : c.tables().keySet()) {
            for (List<String> key : c.real().database().uniques(name)) {
                parts.put(
                        name + "." + String.join(" + ", key),
                        unique(c.synthetic().table(name), key));
            }
        }
        return Score.mean("key-uniqueness", parts);
    }

    private static double unique(Table table, List<String> key) {
        if (table.rows() == 0) {
            return Double.NaN;
        }
        return (double) new KeyIndex(KeyHashes.of(table, key)).distinct() / table.rows();
    }
}
