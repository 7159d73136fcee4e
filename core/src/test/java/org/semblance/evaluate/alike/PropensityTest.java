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
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/** Scores are those of R's glm and rpart; the ratio is about 1, 2 or far more where it should be. */
class PropensityTest {
    private static final Map<String, String> LOGIT = Map.of("method", "logit");

    @ParameterizedTest
    @ValueSource(strings = {"whole", "gaps"})
    void mainEffectsAreThoseOfGlm(String pair) {
        same(
                Joint.measure("propensity", Joint.pair(pair), LOGIT),
                Joint.read("propensity.json").path(pair).path("main"));
    }

    @Test
    void pairsOfEffectsAreThoseOfGlm() {
        same(
                Joint.measure(
                        "propensity",
                        Joint.select(Joint.pair("whole"), 0, 1, 2, 5),
                        Map.of("method", "logit", "order", "1")),
                Joint.read("propensity.json").path("whole").path("pairs"));
    }

    private static void same(Score score, JsonNode expected) {
        assertThat(score.parts().get("pMSE")).isCloseTo(expected.path("pmse").doubleValue(), within(1e-9));
        assertThat(score.value()).isCloseTo(expected.path("spmse").doubleValue(), within(1e-6));
        assertThat(score.parts().get("U")).isCloseTo(expected.path("u").doubleValue(), within(1.0));
    }

    /** Whole numbers of at most 255 values, where bins lose nothing. */
    @Test
    void treesAreThoseOfRpart() {
        Comparison pair = Joint.pair("whole");
        Comparison c = Comparison.of(whole(pair.real()), whole(pair.synthetic()));
        JsonNode trees = Joint.read("propensity.json").path("whole").path("trees");
        assertThat(trees.size()).isEqualTo(4);
        for (JsonNode expected : trees) {
            Score score = Joint.measure(
                    "propensity",
                    c,
                    Map.of("permutations", "1", "cp", expected.path("cp").toString()));
            assertThat(score.parts().get("pMSE"))
                    .as(expected.path("cp").toString())
                    .isCloseTo(expected.path("pmse").doubleValue(), within(1e-12));
            assertThat(score.parts().get("SPECKS"))
                    .isCloseTo(expected.path("specks").doubleValue(), within(1e-12));
        }
    }

    private static Table whole(Table table) {
        Table out = table;
        for (String name : new String[] {"a", "b", "c"}) {
            out = Tables.map(out, name, x -> Math.floor(x * 16));
        }
        return out;
    }

    /**
     * A correct synthesis is a bootstrap of the rows learnt from: 1 by both methods. The deviation of one ratio is about
     * sqrt(2 / df) = 0.45 for the nine coefficients of logit; the mean of 30 is known to 0.08, so 0.3 is over three.
     */
    @Test
    void correctSynthesesScoreOne() {
        Table real = Tables.law(1000, Rng.of(1));
        double sum = 0;
        for (int turn = 0; turn < 30; turn++) {
            Table synthetic = Tables.bootstrap(real, 1000, Rng.of(100 + turn));
            sum += Joint.measure("propensity", Comparison.of(real, synthetic), LOGIT)
                            .value()
                    / 30;
        }
        assertThat(sum).isCloseTo(1, within(0.3));
    }

    /** Fresh rows are a draw of their own: about 2. The pMSE of a tree on 2 x 2,000 rows varies by a tenth. */
    @Test
    void freshRowsScoreTwoByTrees() {
        Table real = Tables.law(2000, Rng.of(2).child("real"));
        Score score =
                Joint.measure("propensity", real, Tables.law(2000, Rng.of(2).child("fresh")));
        assertThat(score.value()).isCloseTo(2, within(0.5));
        assertThat(score.parts().get("p of permutation")).isGreaterThan(0.01);
        assertThat(score.parts().get("fresh real rows"))
                .isBetween(score.interval().low(), score.interval().high());
    }

    @Test
    void aMovedColumnIsFoundAndNamedByBoth() {
        Table real = Tables.law(1000, Rng.of(3).child("real"));
        Table moved = Tables.map(Tables.law(1000, Rng.of(3).child("other")), "x", x -> x + 1);
        for (String method : new String[] {"cart", "logit"}) {
            Score score = Joint.measure("propensity", Comparison.of(real, moved), Map.of("method", method));
            assertThat(score.value()).as(method).isGreaterThan(3.5);
            assertThat(score.figures().get(0).rows().get(0).name()).isEqualTo("x");
        }
    }

    /** No column alone tells: main effects cannot see it, pairs and a tree that is pruned and not stopped can. */
    @Test
    void lostDependenceIsSeenByTreesAndByPairsOfEffects() {
        Table real = Tables.law(1500, Rng.of(4).child("real"));
        Table other = Tables.law(1500, Rng.of(4).child("other"));
        Comparison c = Comparison.of(real, Tables.independent(other, Rng.of(5)));
        assertThat(Joint.measure("propensity", c, LOGIT).value()).isLessThan(3);
        assertThat(Joint.measure("propensity", c, Map.of("method", "logit", "order", "1"))
                        .value())
                .isGreaterThan(8);
        Score cart = Joint.measure("propensity", c, Map.of());
        assertThat(cart.value()).isGreaterThan(3.5);
        assertThat(cart.parts().get("p of permutation")).isLessThan(0.02);
    }

    @Test
    void rowsThatCanBeToldApartWithoutErrorEnd() {
        Table real = Tables.law(200, Rng.of(6));
        Comparison c = Comparison.of(real, Tables.map(real, "x", x -> x + 100));
        Score score = Joint.measure("propensity", c, LOGIT);
        assertThat(score.parts().get("pMSE")).isCloseTo(0.25, within(1e-4));
        assertThat(score.parts().get("SPECKS")).isEqualTo(1);
        assertThat(score.parts().get("PO50")).isEqualTo(50);
    }

    @Test
    void tooManyCoefficientsAreAReason() {
        Score score = Joint.measure(
                "propensity", Joint.pair("whole"), Map.of("method", "logit", "order", "1", "terms", "50"));
        assertThat(score.value()).isNaN();
        assertThat(score.note()).contains("more than 50");
    }
}
