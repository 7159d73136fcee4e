package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Whether the tables have the same columns of the same kinds: per table the number of columns (name and kind) that both
 * have, by the number that either has; the mean over tables. SDMetrics 0.29, TableStructure, with our kinds in place of
 * the types of pandas.
 */
public final class DatabaseStructure implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "structure",
            "Whether the tables have the same columns of the same kinds; 1 is all of them.",
            new Plugin.NoOptions(),
            options -> new DatabaseStructure());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean over tables of the columns (name and kind) in both databases by those in either.",
                "SDMetrics 0.29, TableStructure.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (String name : c.tables().keySet()) {
            Set<String> real = columns(c.real().table(name));
            Set<String> either = columns(c.synthetic().table(name));
            Set<String> both = new LinkedHashSet<>(either);
            both.retainAll(real);
            either.addAll(real);
            parts.put(name, either.isEmpty() ? Double.NaN : (double) both.size() / either.size());
        }
        return Score.mean("structure", parts);
    }

    private static Set<String> columns(Table table) {
        return table.schema().fields().stream()
                .map(field -> field.kind().word() + " " + field.name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
