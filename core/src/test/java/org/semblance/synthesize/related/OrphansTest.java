package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.related.Link;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Visits of which a tenth name a patient that is not there, and a fifth a doctor that is not there; some name none. */
class OrphansTest {
    private static final Database REAL = real();

    private static Database real() {
        Rng rng = Rng.of(5);
        List<@Nullable Object> patients = new ArrayList<>();
        List<@Nullable Object> visits = new ArrayList<>();
        List<@Nullable Object> doctors = new ArrayList<>();
        for (int d = 0; d < 8; d++) {
            doctors.add("D" + (1001 + d));
            doctors.add(30 + d);
        }
        for (int p = 0; p < 300; p++) {
            patients.add("P" + (20_001 + p));
            patients.add(rng.nextInt(80));
        }
        for (int v = 0; v < 1000; v++) {
            visits.add("P" + (v % 10 == 0 ? 90_000 + v : 20_001 + rng.nextInt(300)));
            visits.add(v % 5 == 0 ? "D9" + v : v % 5 == 1 ? null : "D" + (1001 + rng.nextInt(8)));
            visits.add(rng.nextInt(20));
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("patients", Table.of("id:key, age:whole", patients.toArray()));
        tables.put("doctors", Table.of("id:key, age:whole", doctors.toArray()));
        tables.put("visits", Table.of("patient:identifier, doctor:identifier, days:whole", visits.toArray()));
        return Database.of(
                tables,
                List.of(
                        Relationship.of("patients", "id", "visits", "patient"),
                        Relationship.of("doctors", "id", "visits", "doctor")));
    }

    private static Link link(Database database, int relationship) {
        Relationship r = database.relationships().get(relationship);
        return Link.of(database.table(r.parent()), database.table(r.child()), r);
    }

    @Test
    void theyAreRepaired() {
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(REAL, Privacy.DEFAULT, Run.of(1));
        Database drawn = model.sample(Size.scale(2), Run.of(2)).toDatabase(Run.of(2));
        Consistent.check(drawn, REAL);
        assertThat(model.changes()).anyMatch(words -> words.contains("100 rows name no row of patients"));
        // Where others name none, orphans come to that: two fifths, drawn systematically.
        assertThat(link(drawn, 1).missing()).isBetween(760, 840);
    }

    @Test
    void theyAreReproduced() {
        RelatedModel model =
                RelatedSynthesizer.PLUGIN.make(Map.of("orphans", "reproduce")).fit(REAL, Privacy.DEFAULT, Run.of(1));
        DatabaseModel loaded = RelatedSynthesizer.PLUGIN.make().load(model.store(), REAL.metadata());
        for (double scale : new double[] {1, 4}) {
            Database drawn = model.sample(Size.scale(scale), Run.of(2)).toDatabase(Run.of(2));
            Same.check(drawn, loaded.sample(Size.scale(scale), Run.of(2)).toDatabase(Run.of(2)));
            double rows = drawn.table("visits").rows();
            assertThat(rows).isBetween(980 * scale, 1020 * scale);
            assertThat(link(drawn, 0).orphans() / rows).isBetween(0.09, 0.11);
            assertThat(link(drawn, 0).missing()).isZero();
            assertThat(link(drawn, 1).orphans() / rows).isBetween(0.18, 0.22);
            assertThat(link(drawn, 1).missing() / rows).isBetween(0.18, 0.22);
        }
    }

    /** A key of two columns of which one is learnt: it was missing, so that no orphan came of it. */
    @Test
    void inAKeyOfSeveralColumnsTheyAreNobodyToo() {
        Rng rng = Rng.of(6);
        List<@Nullable Object> bills = new ArrayList<>();
        List<@Nullable Object> lines = new ArrayList<>();
        for (int b = 0; b < 400; b++) {
            bills.addAll(List.of("P" + (100 + b / 4), 1 + b % 4));
            for (int k = 0; k < 3; k++) {
                lines.addAll(List.of("P" + (100 + b / 4), rng.nextInt(10) == 0 ? 9 : 1 + b % 4, rng.nextInt(20)));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("bills", Table.of("person:category, number:whole", bills.toArray()));
        tables.put("lines", Table.of("person:identifier, number:whole, cents:whole", lines.toArray()));
        List<String> key = List.of("person", "number");
        Database real = Database.of(tables, List.of(new Relationship("bills", key, "lines", key)));
        RelatedModel model =
                RelatedSynthesizer.PLUGIN.make(Map.of("orphans", "reproduce")).fit(real, Privacy.fidelity(), Run.of(1));
        Database drawn = model.sample(Size.scale(1), Run.of(2)).toDatabase(Run.of(2));

        assertThat(link(drawn, 0).missing()).isZero();
        assertThat(link(drawn, 0).orphans() / (double) drawn.table("lines").rows())
                .isBetween(0.05, 0.15);
    }
}
