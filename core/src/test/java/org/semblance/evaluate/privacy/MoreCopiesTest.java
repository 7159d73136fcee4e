package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Memoriser;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Near copies, copies of combinations, copies of identifiers. */
class MoreCopiesTest {
    private static final Metric NEAR = NearCopies.PLUGIN.make();

    private static Table law(int rows, String name) {
        return Tables.law(rows, Rng.of(1).child(name));
    }

    @Test
    void nearIsWithinOnePercentOfTheSyntheticNumber() {
        Table real = Table.of("n:decimal, w:whole, k:category", 100, 5, "a", 200, 1_000, "b", null, 7, "a", 0, 7, "a");
        Table near = Table.of(
                "n:decimal, w:whole, k:category",
                101,
                5,
                "a", // 1 of 101: near
                99,
                5,
                "a", // 1 of 99: not near
                200,
                1_010,
                "b", // near
                200,
                1_011,
                "b", // not near
                null,
                7,
                "a", // missing like missing
                0,
                7,
                "a", // equal
                0.001,
                7,
                "a", // 0 is near to nothing else
                100,
                5.04,
                "a", // near, though whole numbers this small must be the same among themselves
                100,
                6,
                "a"); // not near
        Score score = NEAR.measure(Comparison.of(real, near), Run.of(1));
        assertThat(score.value()).isCloseTo(5.0 / 9, within(1e-12));
    }

    /** The index finds what a loop finds. */
    @Test
    void nearRowsAreWhatALoopFinds() {
        Table real = law(600, "real");
        Table moved = Memoriser.noisy(real, 0.006, Rng.of(2));
        int found = 0;
        for (int i = 0; i < moved.rows(); i++) {
            boolean near = false;
            for (int j = 0; j < real.rows() && !near; j++) {
                near = near(real, j, moved, i);
            }
            found += near ? 1 : 0;
        }
        assertThat(found).isBetween(10, 590);
        Score score = NEAR.measure(new Comparison(real, moved, law(300, "holdout")), Run.of(1));
        assertThat(score.value()).isCloseTo((double) found / moved.rows(), within(1e-12));
        assertThat(score.parts().get("fresh rows of real rows")).isLessThan(0.01);
        assertThat(score.parts().get("of as many real rows")).isCloseTo(score.value() / 2, within(0.06));
    }

    private static boolean near(Table real, int j, Table other, int i) {
        for (int c = 0; c < real.width(); c++) {
            Object a = real.cell(j, c);
            Object b = other.cell(i, c);
            boolean alike = a instanceof Double x && b instanceof Double y
                    ? Math.abs(x - y) <= Math.abs(0.01 * y)
                    : java.util.Objects.equals(a, b);
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    @Test
    void combinationsOfASinglePerson() {
        Table real = Table.of("a:whole, b:category", 1, "x", 1, "x", 2, "x", 3, "y", null, "y");
        Table synthetic = Table.of("a:whole, b:category", 1, "x", 2, "x", 2, "x", null, "y");
        Table holdout = Table.of("a:whole, b:category", 3, "y", 9, "y");
        Metric both = CombinationCopies.PLUGIN.make(Map.of("columns", List.of("a", "b")));
        Score score = both.measure(new Comparison(real, synthetic, holdout), Run.of(1));
        assertThat(score.value()).isEqualTo(0.75);
        assertThat(score.parts()).containsEntry("fresh rows", 0.5);
        assertThat(score.figures().get(0).rows().get(0)).isEqualTo(new Figures.Row("a x b", List.of(0.75, 0.5, 0.6)));
        Score one = CombinationCopies.PLUGIN
                .make(Map.of("size", 1))
                .measure(new Comparison(real, synthetic, holdout), Run.of(1));
        // a: 2, 2 and missing of four; b: neither label belongs to one row.
        assertThat(one.value()).isEqualTo(0.375);
    }

    @Test
    void manyCombinationsAreDrawn() {
        Table real = law(1000, "real");
        Score copied = CombinationCopies.PLUGIN
                .make(Map.of("combinations", 7))
                .measure(new Comparison(real, Memoriser.copies(real, Rng.of(3)), law(500, "holdout")), Run.of(1));
        assertThat(copied.note()).contains("7 combinations of 3 columns");
        assertThat(copied.value()).isGreaterThan(copied.parts().get("fresh rows") + 0.3);
        Score fresh = CombinationCopies.PLUGIN
                .make()
                .measure(new Comparison(real, law(1000, "fresh"), law(500, "holdout")), Run.of(1));
        assertThat(fresh.parts()).containsEntry("combinations", 10.0);
        assertThat(fresh.value()).isCloseTo(fresh.parts().get("fresh rows"), within(0.03));
    }

    @Test
    void identifiersThatStandInTheRealTable() {
        Table real = Table.of(
                "id:key, name:identifier, t:text, n:whole",
                "1",
                "Ann",
                "a b",
                1,
                "2",
                "Ann",
                null,
                2,
                "3",
                "Bo",
                "c",
                3);
        Table synthetic = Table.of(
                "id:key, name:identifier, t:text, n:whole",
                "7",
                "Ann",
                null,
                1,
                "8",
                "Bo",
                "a b",
                1,
                "9",
                "Cy",
                "d",
                1);
        Table holdout = Table.of("id:key, name:identifier, t:text, n:whole", "4", "Bo", "x", 1, "5", "Di", "y", 1);
        Score score = IdentifierCopies.PLUGIN.make().measure(new Comparison(real, synthetic, holdout), Run.of(1));
        assertThat(score.value()).isCloseTo(2.0 / 3, within(1e-12));
        // The key only counts rows: new ones are the same numbers, and nobody's.
        assertThat(score.parts()).containsOnlyKeys("name", "t").containsEntry("t", 0.5);
        assertThat(score.figures().get(0).rows().get(0))
                .isEqualTo(new Figures.Row("name", List.of(3.0, 2.0, 2.0, 1.0, 2.0 / 3, 0.5)));
    }

    @Test
    void withoutIdentifiersThereIsNothingToCompare() {
        Table table = law(10, "real");
        Score score = IdentifierCopies.PLUGIN.make().measure(Comparison.of(table, table), Run.of(1));
        assertThat(score.value()).isNaN();
        assertThat(score.note()).contains("no column");
    }

    @Test
    void whatIsNotTestedIsSaidInSentences() {
        assertThat(PrivacyScope.NOT_TESTED)
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).endsWith("."));
        assertThat(PrivacyScope.notTested(PrivacyScope.attacks())).isEqualTo(PrivacyScope.NOT_TESTED);
        assertThat(PrivacyScope.notTested(List.of("membership")))
                .hasSize(PrivacyScope.attacks().size() - 1 + PrivacyScope.NOT_TESTED.size())
                .noneMatch(line -> line.startsWith("Membership"));
    }

    @Test
    void everyAttackOfTheListIsAMeasure() {
        assertThat(org.semblance.evaluate.Measures.DEFAULT)
                .extracting(org.semblance.evaluate.Measure::name)
                .containsAll(PrivacyScope.attacks());
    }
}
