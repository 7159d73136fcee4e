package org.semblance.bench.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one contender on one table with one seed.
 *
 * @param scores by measure; empty where it failed
 * @param failure why it has no scores, or empty
 */
record Outcome(String table, String method, int seed, Map<String, Double> scores, String failure) {
    boolean isOf(String otherTable, String otherMethod, int otherSeed) {
        return table.equals(otherTable) && method.equals(otherMethod) && seed == otherSeed;
    }

    /** The median of a measure over the outcomes that have it; NaN where none has. */
    static double median(Collection<Outcome> outcomes, String measure) {
        List<Double> values = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            @Nullable Double value = outcome.scores.get(measure);
            if (value != null && !value.isNaN()) {
                values.add(value);
            }
        }
        values.sort(null);
        int n = values.size();
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? values.get(n / 2) : (values.get(n / 2 - 1) + values.get(n / 2)) / 2;
    }

    /** Outcomes by a key, in the order in which the keys first appear. */
    static Map<String, List<Outcome>> by(
            java.util.function.Function<Outcome, String> key, Collection<Outcome> outcomes) {
        Map<String, List<Outcome>> groups = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            groups.computeIfAbsent(key.apply(outcome), k -> new ArrayList<>()).add(outcome);
        }
        return groups;
    }
}
