package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** Foreign keys, and what is counted of them. */
class LinkTest {
    private static final Relationship ONE = Relationship.of("a", "id", "b", "a");

    @Test
    void followsMissingOrphanedAndRepeatedKeys() {
        Link link = Link.of(
                Table.of("id:key", "x", "y", "y", null, "z"), Table.of("a:identifier", "y", null, "x", "q", "y"), ONE);
        assertThat(link.parent(0)).isEqualTo(1);
        assertThat(link.parent(1)).isEqualTo(-1);
        assertThat(link.parent(3)).isEqualTo(-1);
        assertThat(link.missing()).isEqualTo(1);
        assertThat(link.orphans()).isEqualTo(1);
        // As a join in SQL: both rows called y have both children.
        assertThat(link.children()).containsExactly(1, 2, 2, 0, 0);
        assertThat(link.join()).isDeepEqualTo(new int[][] {{1, 2, 0, 1, 2}, {0, 0, 2, 4, 4}});
    }

    @Test
    void numbersMeetLabelsThatAreWrittenOtherwise() {
        Link link =
                Link.of(Table.of("id:key", "1", "007", "8.0", "x1"), Table.of("a:whole", 7, 8, 1, -0.0, null, 9), ONE);
        assertThat(link.children()).containsExactly(1, 1, 1, 0);
        assertThat(link.missing()).isEqualTo(1);
        assertThat(link.orphans()).isEqualTo(2);
        Link other = Link.of(Table.of("id:whole", 0, 7), Table.of("a:identifier", "7", "-0", "seven"), ONE);
        assertThat(other.children()).containsExactly(1, 1);
    }

    @Test
    void keysOfSeveralColumnsMeetOnlyWhole() {
        Relationship relationship = new Relationship("a", List.of("u", "v"), "b", List.of("s", "t"));
        Link link = Link.of(
                Table.of("u:whole, v:category", 1, "x", 1, "y", 2, "x"),
                Table.of("t:category, s:whole", "x", 1, "x", 2, "x", 2, "y", 2, null, 1),
                relationship);
        assertThat(link.children()).containsExactly(1, 0, 2);
        assertThat(link.orphans()).isEqualTo(1);
        assertThat(link.missing()).isEqualTo(1);
    }

    @Test
    void manyRowsMeetTheirParents() {
        Rng rng = Rng.of(1);
        int[] order = new int[20_000];
        double[] keys = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        rng.shuffle(order);
        for (int i = 0; i < order.length; i++) {
            keys[i] = 3.0 * order[i];
        }
        Object[] children = new Object[60_000];
        Arrays.setAll(children, i -> (double) i);
        Link link = Link.of(
                Table.of(Schema.of(Field.of("id", Kind.WHOLE)), List.of(NumberColumn.of(keys))),
                Table.of("a:whole", children),
                ONE);
        assertThat(link.orphans()).isEqualTo(40_000);
        for (int i = 0; i < order.length; i++) {
            assertThat(link.parent(3 * order[i])).isEqualTo(i);
        }
    }

    @Test
    void referentialIntegrityForgivesMissingKeysWhereTheRealOnesMayMiss() {
        Table parents = Table.of("id:key", "1", "2");
        Database strict = database(parents, Table.of("a:identifier", "1", "2"));
        Database loose = database(parents, Table.of("a:identifier", "1", null));
        Database made = database(parents, Table.of("a:identifier", "1", "3", null, "2"));
        assertThat(value(ReferentialIntegrity.PLUGIN, strict, made)).isEqualTo(0.5);
        assertThat(value(ReferentialIntegrity.PLUGIN, loose, made)).isEqualTo(2.0 / 3);
        Score orphans = Orphans.PLUGIN.make().measure(RelatedComparison.of(loose, made), Run.of(1));
        assertThat(orphans.value()).isEqualTo(1.0 / 3);
        assertThat(orphans.figures().get(0).rows().get(0).values())
                .containsExactly(2.0, 1.0, 0.0, 1.0, 4.0, 1.0, 1.0, 0.0);
        assertThat(orphans.interval().low()).isLessThan(0.1);
        assertThat(orphans.interval().high()).isGreaterThan(0.7);
    }

    @Test
    void cardinalityIsThatOfAllParents() {
        Table parents = Table.of("id:key", "1", "2", "3", "4");
        Database real = database(parents, Table.of("a:identifier", "1", "2", "2", "3"));
        Database made = database(parents, Table.of("a:identifier", "1", "1", "1", "2"));
        // Real 1 2 1 0, synthetic 3 1 0 0.
        assertThat(value(CardinalityBounds.PLUGIN, real, made)).isEqualTo(0.75);
        assertThat(value(CardinalityShape.PLUGIN, real, made)).isEqualTo(0.75);
        assertThat(value(CardinalityStatistic.PLUGIN, real, made)).isEqualTo(1);
        assertThat(CardinalityStatistic.PLUGIN
                        .make(Map.of("statistic", "median"))
                        .measure(RelatedComparison.of(real, made), Run.of(1))
                        .value())
                .isEqualTo(0.75);
        Database even = database(parents, Table.of("a:identifier", "1", "2", "3", "4"));
        assertThat(value(CardinalityStatistic.PLUGIN, even, made)).isNaN();
    }

    @Test
    void keysAreUniqueTogetherOrAlone() {
        Database real = database(Table.of("id:key", "1"), Table.of("a:identifier, n:whole", "1", 1))
                .key("b", "a", "n");
        Database made = database(
                Table.of("id:key", "1", "1", null, "2"), Table.of("a:identifier, n:whole", "1", 1, "1", 2, "1", 1));
        assertThat(DatabaseKeys.PLUGIN
                        .make()
                        .measure(RelatedComparison.of(real, made), Run.of(1))
                        .parts())
                .containsOnly(entry("a.id", 0.5), entry("b.a + n", 2.0 / 3));
    }

    @Test
    void keysAreNotScoredButTheirPartsAre() {
        Database real = Database.of(
                        Map.of(
                                "a", Table.of("id:whole, n:whole", 1, 1),
                                "b", Table.of("a:whole, day:date, m:decimal", 1, 1, 1)),
                        List.of(ONE))
                .key("b", "a", "day");
        RelatedComparison c = RelatedComparison.of(real, real);
        assertThat(c.table("a").real().schema().names()).containsExactly("n");
        assertThat(c.table("b").real().schema().names()).containsExactly("day", "m");
    }

    @Test
    void structureCountsColumnsOfTheSameKind() {
        Database real = Database.of(Map.of("a", Table.of("id:key, n:whole, k:category")), List.of());
        Database made = Database.of(Map.of("a", Table.of("id:key, n:decimal, k:category, more:text")), List.of());
        assertThat(value(DatabaseStructure.PLUGIN, real, made)).isEqualTo(2.0 / 5);
    }

    @Test
    void stepsAreInOrderAndMissingPlacesLast() {
        Table table = Table.of("who:whole, when:date", 1, 5, 2, 1, 1, 3, null, 9, 1, null, 2, 0, 1, 3, 2, 1);
        Groups steps = Steps.of(table, Sequence.of("t", "who", "when"));
        assertThat(steps.starts()).containsExactly(0, 4, 7);
        assertThat(steps.rows()).containsExactly(2, 6, 0, 4, 5, 1, 7);
        Table words = Table.of("who:whole, when:category", 1, "b", 1, null, 1, "a", 1, "c");
        assertThat(Steps.of(words, Sequence.of("t", "who", "when")).rows()).containsExactly(2, 0, 3, 1);
        assertThat(Steps.of(words, new Sequence("t", List.of(), "")).rows()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void stepsOfManySequencesAreSorted() {
        Rng rng = Rng.of(2);
        Object[] cells = new Object[20_000];
        Arrays.setAll(cells, i -> (double) (i % 2 == 0 ? rng.nextInt(100) : rng.nextInt(1000)));
        Table table = Table.of("who:whole, when:whole", cells);
        Groups steps = Steps.of(table, Sequence.of("t", "who", "when"));
        assertThat(steps.count()).isEqualTo(100);
        assertThat(Arrays.stream(steps.rows()).sorted().toArray())
                .hasSize(10_000)
                .doesNotHaveDuplicates();
        for (int g = 0; g < steps.count(); g++) {
            for (int i = steps.starts()[g] + 1; i < steps.starts()[g + 1]; i++) {
                int a = steps.rows()[i - 1];
                int b = steps.rows()[i];
                assertThat(table.numbers(0).get(a)).isEqualTo(table.numbers(0).get(b));
                double gap = table.numbers(1).get(b) - table.numbers(1).get(a);
                assertThat(gap > 0 || (gap == 0 && a < b)).isTrue();
            }
        }
    }

    private static Database database(Table parents, Table children) {
        return Database.of(Map.of("a", parents, "b", children), List.of(ONE));
    }

    private static double value(Plugin<RelatedMetric> plugin, Database real, Database made) {
        return plugin.make()
                .measure(RelatedComparison.of(real, made), Run.of(1))
                .value();
    }
}
