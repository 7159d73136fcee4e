package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Databases of a known law: patients of group "a" have no visit in half the cases and else 1 to 3, those of group "b"
 * always 4 to 6; a visit's pain is the patient's level plus noise of a third of its variance; a visit has 0 to 2 results
 * whose value is the patient's level plus the visit's pain.
 */
final class Hospital {
    private Hospital() {}

    static Database draw(int patients, Rng rng) {
        List<@Nullable Object> people = new ArrayList<>();
        List<@Nullable Object> visits = new ArrayList<>();
        List<@Nullable Object> results = new ArrayList<>();
        for (int p = 0; p < patients; p++) {
            boolean a = rng.nextInt(3) < 2;
            double level = 10 * rng.nextGaussian();
            people.addAll(List.of("P" + (10_001 + p), a ? "a" : "b", level, 1 + rng.nextInt(80)));
            int count = a ? (rng.nextBoolean() ? 0 : 1 + rng.nextInt(3)) : 4 + rng.nextInt(3);
            for (int v = 0; v < count; v++) {
                int id = 1 + visits.size() / 4;
                double pain = level + 5.8 * rng.nextGaussian();
                visits.addAll(List.of(id, "P" + (10_001 + p), pain, rng.nextInt(10) < 8 == a ? "x" : "y"));
                for (int r = rng.nextInt(3); r > 0; r--) {
                    results.addAll(List.of("R-" + results.size() / 3, id, level + pain + rng.nextGaussian()));
                }
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("results", Table.of("id:key, visit:whole, value:decimal", results.toArray()));
        tables.put("visits", Table.of("id:whole, patient:identifier, pain:decimal, kind:category", visits.toArray()));
        tables.put("patients", Table.of("id:key, group:category, level:decimal, age:whole", people.toArray()));
        return Database.of(
                        tables,
                        List.of(
                                Relationship.of("visits", "id", "results", "visit"),
                                Relationship.of("patients", "id", "visits", "patient")))
                .key("patients", "id");
    }
}
