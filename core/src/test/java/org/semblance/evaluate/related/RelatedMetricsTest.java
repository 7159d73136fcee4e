package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.About.Better;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** What every metric of databases on the list must do. */
class RelatedMetricsTest {
    static List<Plugin<RelatedMetric>> all() {
        return RelatedMetrics.ALL.plugins();
    }

    @ParameterizedTest
    @MethodSource("all")
    void copesWithDatabasesOfNothing(Plugin<RelatedMetric> plugin) {
        for (Database database : odd()) {
            Score score = plugin.make().measure(new RelatedComparison(database, database, database), Run.of(1));
            assertThat(score.metric()).isEqualTo(plugin.name());
        }
        Database none = Database.of(Map.of(), List.of());
        assertThat(plugin.make()
                        .measure(RelatedComparison.of(none, none), Run.of(1))
                        .value())
                .isNaN();
    }

    /** Empty, of one row, all missing, pointing at itself, in a circle, twice at the same table, without columns. */
    private static List<Database> odd() {
        List<Database> out = new ArrayList<>();
        String parents = "id:key, n:whole, k:category";
        String children = "p:identifier, q:identifier, t:date, m:decimal, l:category";
        List<Relationship> twice = List.of(Relationship.of("a", "id", "b", "p"), Relationship.of("a", "id", "b", "q"));
        for (Table[] pair : new Table[][] {
            {Table.of(parents), Table.of(children)},
            {Table.of(parents, "1", 1, "x"), Table.of(children)},
            {Table.of(parents), Table.of(children, "1", "1", 1, 1, "x")},
            {Table.of(parents, "1", 1, "x"), Table.of(children, "1", "1", 1, 1, "x")},
            {Table.of(parents, null, null, null), Table.of(children, null, null, null, null, null)},
            {
                Table.of(parents, "1", 1, "x", "1", 2, "y"),
                Table.of(children, "1", "2", null, 1, "x", "1", "1", 1, 2, null)
            },
            {Table.of("id:key", "1", "2"), Table.of("p:identifier, q:identifier, t:date", "1", "2", 1, "2", "1", 2)}
        }) {
            out.add(Database.of(Map.of("a", pair[0], "b", pair[1]), twice)
                    .key("b", "p", "q")
                    .sequence(Sequence.of("b", "p", "t"))
                    .sequence(new Sequence("b", List.of(), "")));
        }
        Table people = Table.of("id:key, boss:identifier, n:whole", "1", null, 1, "2", "1", 2, "3", "2", 3);
        Relationship boss = Relationship.of("people", "id", "people", "boss");
        out.add(Database.of(Map.of("people", people), List.of(boss)));
        Table homes = Table.of("id:key, owner:identifier, n:whole", "x", "1", 1, "y", "1", 2);
        out.add(Database.of(
                Map.of(
                        "people",
                        Table.of("id:key, home:identifier, n:whole", "1", "x", 1, "2", "y", 2),
                        "homes",
                        homes),
                List.of(
                        Relationship.of("people", "id", "homes", "owner"),
                        Relationship.of("homes", "id", "people", "home"))));
        return out;
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameOnAnyNumberOfThreads(Plugin<RelatedMetric> plugin) {
        Database real = Clinics.draw(60, Rng.of(1).child("real"));
        Database other = Clinics.draw(70, Rng.of(1).child("other"));
        assertThat(plugin.make()
                        .measure(RelatedComparison.of(real, other), Run.of(7).threads(3)))
                .isEqualTo(plugin.make().measure(RelatedComparison.of(real, other), Run.of(7)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNotDependOnTheOrderOfLabels(Plugin<RelatedMetric> plugin) {
        Database real = Clinics.draw(60, Rng.of(2).child("real"));
        Database other = Clinics.draw(60, Rng.of(2).child("other"));
        Map<String, Table> again = new LinkedHashMap<>();
        other.tables().forEach((name, table) -> again.put(name, relabelled(table)));
        assertThat(plugin.make()
                        .measure(RelatedComparison.of(real, other.with(again)), Run.of(7))
                        .value())
                .isEqualTo(plugin.make()
                        .measure(RelatedComparison.of(real, other), Run.of(7))
                        .value());
    }

    /** The same rows, but with dictionaries in another order. */
    private static Table relabelled(Table table) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn) {
                columns.add(table.column(c));
                continue;
            }
            List<String> labels = new ArrayList<>(table.codes(c).labels());
            Collections.reverse(labels);
            int[] codes = table.codes(c).toArray();
            for (int i = 0; i < codes.length; i++) {
                codes[i] = codes[i] < 0 ? -1 : labels.size() - 1 - codes[i];
            }
            columns.add(CodeColumn.of(codes, labels));
        }
        return Table.of(table.schema(), columns);
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItselfAndItsOptions(Plugin<RelatedMetric> plugin) {
        assertThat(plugin.summary()).endsWith(".").hasSizeBetween(40, 140);
        assertThat(plugin.make().about().definition()).endsWith(".");
        assertThat(plugin.make().about().source()).endsWith(".");
        Options.describe(plugin.defaults())
                .forEach(option -> assertThat(option.doc()).endsWith("."));
    }

    /** What asks for likeness is perfect for the same rows. */
    @ParameterizedTest
    @MethodSource("all")
    void theSameDatabaseIsPerfect(Plugin<RelatedMetric> plugin) {
        Database real = Clinics.draw(300, Rng.of(3));
        Score score = plugin.make().measure(RelatedComparison.of(real, real), Run.of(1));
        double perfect = plugin.make().about().better() == Better.LOWER ? 0 : 1;
        // Of the measures of privacy a copy is the worst, which is 1 as well.
        assertThat(score.value()).isCloseTo(perfect, within(1e-12));
        assertThat(plugin.make().about().aspect()).isIn(Aspect.VALID, Aspect.ALIKE, Aspect.PRIVATE);
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        Database real = Clinics.draw(5, Rng.of(4));
        Map<String, Table> tables = new LinkedHashMap<>(real.tables());
        tables.remove("doctors");
        assertThatThrownBy(() -> RelatedComparison.of(real, Database.of(tables, List.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessage("the synthetic database: there is no table \"doctors\".");
        tables.put("doctors", Table.of("no:key, ward:category, years:whole"));
        assertThatThrownBy(() -> new RelatedComparison(real, real, Database.of(tables, List.of())))
                .hasMessageContaining(
                        "the holdout: the relationship drugs.doctor -> doctors.id names the column \"id\"");
        tables.put("doctors", Table.of("id:key, years:whole, ward:whole"));
        assertThat(RelatedComparison.of(real, Database.of(tables, List.of())).differences())
                .extracting(problem -> problem.line())
                .containsExactly("table doctors: column \"ward\" is a category in the real table, but a whole in the"
                        + " synthetic table. Read both tables with the same schema.");
    }
}
