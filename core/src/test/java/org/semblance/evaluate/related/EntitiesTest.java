package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** A generator that hands out real patients under new keys is found out; one that draws from the law is not. */
class EntitiesTest {
    private static Database real;
    private static Database fresh;

    @BeforeAll
    static void draw() {
        real = Clinics.draw(400, Rng.of(1).child("real"));
        fresh = Clinics.draw(400, Rng.of(1).child("fresh"));
    }

    /** The same database under new keys and with the rows of every table in another order. */
    private static Database disguised(Database database, Rng rng) {
        Map<String, Table> tables = new LinkedHashMap<>();
        database.tables().forEach((name, table) -> {
            int[] order = IntStream.range(0, table.rows()).toArray();
            rng.child(name).shuffle(order);
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < table.width(); c++) {
                Kind kind = table.schema().field(c).kind();
                boolean key = kind == Kind.KEY || kind == Kind.IDENTIFIER;
                columns.add(
                        key
                                ? renamed(table.codes(c)).take(order)
                                : table.column(c).take(order));
            }
            tables.put(name, Table.of(table.schema(), columns));
        });
        return database.with(tables);
    }

    private static Column renamed(CodeColumn keys) {
        return CodeColumn.of(
                keys.toArray(),
                keys.labels().stream().map(label -> "new " + label).toList());
    }

    @Test
    void memorisedPatientsAreFound() {
        Score copies = measure(EntityCopies.PLUGIN, disguised(real, Rng.of(2)));
        assertThat(copies.parts()).containsOnlyKeys("patients", "doctors", "visits", "visits by patient");
        assertThat(copies.parts().values()).allMatch(share -> share == 1);
        assertThat(copies.value()).isEqualTo(1);
        assertThat(measure(EntityOverlap.PLUGIN, disguised(real, Rng.of(2))).value())
                .isEqualTo(1);
    }

    @Test
    void onlyTheEntitiesThatWereNamedCount() {
        Map<String, ?> patients = Map.of("tables", "patients");
        RelatedComparison c = RelatedComparison.of(real, disguised(real, Rng.of(2)));
        assertThat(EntityCopies.PLUGIN.make(patients).measure(c, Run.of(1)).parts())
                .containsOnlyKeys("patients");
        assertThat(EntityOverlap.PLUGIN.make(patients).measure(c, Run.of(1)).parts())
                .containsOnlyKeys("visits.patient -> patients.id", "drugs.patient -> patients.id");
        assertThatThrownBy(() ->
                        EntityCopies.PLUGIN.make(Map.of("tables", "patient")).measure(c, Run.of(1)))
                .hasMessage("there is no table \"patient\". Did you mean \"patients\"?");
    }

    @Test
    void freshPatientsAreNot() {
        assertThat(measure(EntityCopies.PLUGIN, fresh).value()).isZero();
        assertThat(measure(EntityOverlap.PLUGIN, fresh).value()).isZero();
    }

    /** One value of every visit in three is changed: no patient is the same, most visits are. */
    @Test
    void patientsThatWereRetouchedOverlap() {
        Database copy = disguised(real, Rng.of(2));
        Table visits = copy.table("visits");
        double[] pain = visits.numbers(visits.schema().index("pain")).toArray();
        for (int i = 0; i < pain.length; i += 3) {
            pain[i] += 0.001;
        }
        Database retouched = Clinics.with(copy, "visits", "pain", NumberColumn.of(pain));
        Score copies = measure(EntityCopies.PLUGIN, retouched);
        assertThat(copies.parts().get("patients")).isLessThan(0.25);
        Score overlap = measure(EntityOverlap.PLUGIN, retouched);
        // Two thirds of the visits are left, of patients of five visits on average half or more with a chance of .8.
        assertThat(overlap.parts().get("visits.patient -> patients.id")).isGreaterThan(0.75);
        assertThat(overlap.parts().get("visits by patient")).isGreaterThan(0.75);
    }

    @Test
    void someMemorisedPatientsAreCounted() {
        // The first 100 patients are real ones, the others new.
        Map<String, Table> tables = new LinkedHashMap<>();
        Database copy = disguised(real, Rng.of(2));
        int[] people = IntStream.range(0, 100).toArray();
        tables.put("patients", joined(copy.table("patients").take(people), fresh.table("patients")));
        for (String table : List.of("visits", "results", "drugs", "doctors")) {
            tables.put(table, joined(copy.table(table), fresh.table(table)));
        }
        Score copies = measure(EntityCopies.PLUGIN, real.with(tables));
        long large = copies.figures().get(0).rows().stream()
                .filter(row -> row.name().equals("patients"))
                .mapToLong(row -> row.values().get(1).longValue())
                .sum();
        assertThat(copies.parts().get("patients") * large).isCloseTo(98, within(2.0));
    }

    private static Table joined(Table upper, Table lower) {
        List<Column> columns = new ArrayList<>();
        int rows = upper.rows() + lower.rows();
        for (int c = 0; c < upper.width(); c++) {
            if (upper.column(c) instanceof NumberColumn numbers) {
                double[] values = Arrays.copyOf(numbers.toArray(), rows);
                System.arraycopy(lower.numbers(c).toArray(), 0, values, upper.rows(), lower.rows());
                columns.add(NumberColumn.of(values));
            } else {
                String[] labels = new String[rows];
                for (int i = 0; i < rows; i++) {
                    labels[i] = i < upper.rows()
                            ? upper.codes(c).get(i)
                            : lower.codes(c).get(i - upper.rows());
                }
                columns.add(CodeColumn.of(labels));
            }
        }
        return Table.of(upper.schema(), columns);
    }

    @Test
    void orderCountsInSequencesOnly() {
        Table parents = Table.of("id:key, k:category", "1", "x");
        Relationship of = Relationship.of("a", "id", "b", "a");
        Database one = Database.of(
                        Map.of("a", parents, "b", Table.of("a:identifier, n:whole", "1", 1, "1", 2)), List.of(of))
                .sequence(Sequence.of("b", "a", ""));
        Database back = one.with(Map.of("a", parents, "b", Table.of("a:identifier, n:whole", "1", 2, "1", 1)));
        Score copies = EntityCopies.PLUGIN.make().measure(RelatedComparison.of(one, back), Run.of(1));
        assertThat(copies.parts()).isEqualTo(Map.of("a", 1.0, "b by a", 0.0));
    }

    @Test
    void whatARowPointsAtCounts() {
        Table people = Table.of("id:key, age:whole", "1", 30);
        Table goods = Table.of("id:key, what:category", "g", "gold", "s", "salt");
        List<Relationship> both = List.of(
                Relationship.of("people", "id", "lines", "who"), Relationship.of("goods", "id", "lines", "what"));
        String line = "who:identifier, what:identifier";
        Database one = Database.of(
                Map.of("people", people, "goods", goods, "lines", Table.of(line, "1", "g", "1", "g")), both);
        Database other =
                one.with(Map.of("people", people, "goods", goods, "lines", Table.of(line, "1", "g", "1", "s")));
        assertThat(EntityCopies.PLUGIN
                        .make()
                        .measure(RelatedComparison.of(one, one), Run.of(1))
                        .parts())
                .containsEntry("people", 1.0);
        assertThat(EntityCopies.PLUGIN
                        .make()
                        .measure(RelatedComparison.of(one, other), Run.of(1))
                        .parts())
                .containsEntry("people", 0.0);
    }

    @Test
    void rowsThatManyHaveTellNobodyApart() {
        Object[] people = new Object[24];
        Object[] lines = new Object[12 * 3 * 2];
        for (int p = 0; p < 12; p++) {
            people[2 * p] = "p" + p;
            people[2 * p + 1] = "x";
            for (int k = 0; k < 3; k++) {
                lines[6 * p + 2 * k] = "p" + p;
                lines[6 * p + 2 * k + 1] = "n" + k;
            }
        }
        Database one = Database.of(
                Map.of("a", Table.of("id:key, k:category", people), "b", Table.of("a:identifier, n:category", lines)),
                List.of(Relationship.of("a", "id", "b", "a")));
        assertThat(EntityOverlap.PLUGIN
                        .make()
                        .measure(RelatedComparison.of(one, one), Run.of(1))
                        .value())
                .isZero();
        assertThat(EntityCopies.PLUGIN
                        .make()
                        .measure(RelatedComparison.of(one, one), Run.of(1))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void circlesAreNotFollowedForEver() {
        Table people = Table.of("id:key, boss:identifier, n:whole", "1", null, 1, "2", "1", 2, "3", "2", 3);
        Database one =
                Database.of(Map.of("people", people), List.of(Relationship.of("people", "id", "people", "boss")));
        assertThat(Contents.downwards(one)).isEmpty();
        assertThat(Contents.downwards(real)).hasSize(4);
    }

    private static Score measure(Plugin<RelatedMetric> plugin, Database synthetic) {
        return plugin.make().measure(RelatedComparison.of(real, synthetic), Run.of(1));
    }
}
