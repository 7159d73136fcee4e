package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/** Every coefficient is SciPy's or scikit-learn's; the mean of their differences sees what it should. */
class AssociationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"pearson", "spearman", "eta", "cramer", "corrected", "information"})
    void coefficientsAreThoseOfScipy(String which) {
        Comparison c = Joint.pair("whole");
        boolean corrected = which.equals("corrected");
        Associations.Options options =
                new Associations.Options(corrected ? "cramer" : which, "spearman", corrected, false, "widths", 100, 0);
        AssociationPairs pairs = new AssociationPairs(c, Taken.of(c, 0, Run.of(1)), options, Run.of(1));
        int compared = 0;
        for (int a = 0; a < 6; a++) {
            for (int b = a + 1; b < 6; b++) {
                JsonNode expected = Joint.expected("whole")
                        .path("associations")
                        .path("pairs")
                        .path(c.name(a) + " x " + c.name(b));
                double[] found = pairs.of(a, b);
                if (!expected.has(which + "_real")) {
                    assertThat(found[0]).isNaN();
                    continue;
                }
                assertThat(found[0]).isCloseTo(expected.path(which + "_real").doubleValue(), within(1e-10));
                assertThat(found[1])
                        .isCloseTo(expected.path(which + "_synthetic").doubleValue(), within(1e-10));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(which.equals("information") ? 15 : which.equals("eta") ? 9 : 3);
    }

    @Test
    void weightedInformationIsThatOfTabpc() {
        Score score = Joint.measure(
                "associations",
                Joint.pair("whole"),
                Map.of("which", "information", "weighted", "true", "bins", "widths"));
        assertThat(score.value())
                .isCloseTo(
                        Joint.expected("whole")
                                .path("associations")
                                .path("weighted")
                                .doubleValue(),
                        within(1e-10));
    }

    @Test
    void mixedMatrixHoldsTheRightCoefficientForEachPair() {
        Comparison c = Joint.pair("whole");
        JsonNode pairs = Joint.expected("whole").path("associations").path("pairs");
        Map<String, Double> parts = Joint.measure("associations", c, Map.of()).parts();
        assertThat(parts).hasSize(15);
        for (String[] one : new String[][] {{"a x b", "spearman"}, {"a x k", "eta"}, {"k x f", "cramer"}}) {
            JsonNode pair = pairs.path(one[0]);
            double difference = pair.path(one[1] + "_real").doubleValue()
                    - pair.path(one[1] + "_synthetic").doubleValue();
            assertThat(parts.get(one[0])).isCloseTo(1 - Math.abs(difference), within(1e-10));
        }
    }

    @Test
    void missingNumbersAreLeftOutAndRanksAreTheColumns() {
        NumberColumn ranks = Association.ranks(NumberColumn.of(3, Double.NaN, -0.0, 0.0, 3, 7));
        assertThat(ranks.toArray()).containsExactly(3.5, Double.NaN, 1.5, 1.5, 3.5, 5);
    }

    @Test
    void identicalTablesScoreOneAndShuffledColumnsMuchLess() {
        Table real = Tables.law(2000, Rng.of(1));
        Score same = Joint.measure("associations", real, real);
        Score broken = Joint.measure("associations", real, Tables.independent(real, Rng.of(2)));
        assertThat(same.value()).isEqualTo(1);
        assertThat(broken.value()).isLessThan(0.8);
        assertThat(broken.figures().get(0).rows().get(0).name()).isEqualTo("x x y");
    }

    /** Moving or stretching a column changes no rank; mutual information sees it, in real bins. */
    @Test
    void aMovedColumnIsNotSeenButByInformation() {
        Table real = Tables.law(2000, Rng.of(3));
        Table moved = Tables.map(real, "x", x -> 3 * x + 4);
        assertThat(Joint.measure("associations", real, moved).value()).isCloseTo(1, within(1e-12));
        assertThat(Joint.measure("associations", Comparison.of(real, moved), Map.of("which", "information"))
                        .value())
                .isLessThan(0.99);
    }

    /** A correlation has an error of at most 1 / sqrt(n) = 0.022; the mean over ten pairs of those is far below 0.05. */
    @Test
    void twoSamplesOfOneLawDifferLittle() {
        Table real = Tables.law(2000, Rng.of(4).child("real"));
        assertThat(Joint.measure(
                                "associations", real, Tables.law(2000, Rng.of(4).child("other")))
                        .value())
                .isGreaterThan(0.95);
    }

    @Test
    void aColumnThatBecameConstantIsRelatedToNothing() {
        Table real = Tables.law(500, Rng.of(5));
        Score score = Joint.measure("associations", real, Tables.map(real, "x", x -> 1));
        assertThat(score.parts().get("x x y")).isLessThan(0.2);
        assertThat(score.parts()).hasSize(10);
        Score other = Joint.measure("associations", Tables.map(real, "x", x -> 1), real);
        assertThat(other.parts()).hasSize(6);
    }

    @Test
    void correctionTakesAwayWhatChanceAddsToManyLabels() {
        Rng rng = Rng.of(6);
        Object[] cells = new Object[2 * 300];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "l" + rng.nextInt(20);
        }
        Table table = Table.of("a:category, b:category", cells);
        Comparison c = Comparison.of(table, table);
        for (boolean corrected : new boolean[] {false, true}) {
            Associations.Options options =
                    new Associations.Options("cramer", "spearman", corrected, false, "widths", 9, 0);
            double found = new AssociationPairs(c, Taken.of(c, 0, Run.of(1)), options, Run.of(1)).of(0, 1)[0];
            assertThat(found).isBetween(corrected ? 0.0 : 0.2, corrected ? 0.1 : 0.4);
        }
    }

    @Test
    void sampledRowsAreNamed() {
        Table real = Tables.law(500, Rng.of(7));
        Score score = Joint.measure("associations", Comparison.of(real, real), Map.of("rows", "100", "pairs", "4"));
        assertThat(score.note()).isEqualTo("on 100 of 500 real and 100 of 500 synthetic rows, 4 of 10 pairs");
        assertThat(score.parts()).hasSize(4);
    }
}
