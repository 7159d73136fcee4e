package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

/** Scores and what noise leaves of them are those of the reference; sets of columns are drawn fairly. */
class TriplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"whole", "gaps"})
    void scoresOfLabelsAreThoseOfTheReference(String pair) {
        Score score = Joint.measure("triples", Joint.select(Joint.pair(pair), 3, 4, 5), Map.of());
        String[] names = {"single columns", "pairs", "triples"};
        for (int ways = 1; ways <= 3; ways++) {
            JsonNode expected = Joint.expected(pair).path("triples").path(String.valueOf(ways));
            assertThat(score.parts().get(names[ways - 1]))
                    .isCloseTo(expected.path("score").doubleValue(), within(1e-12));
            assertThat(score.parts().get(ways == 3 ? "fresh real rows" : names[ways - 1] + ", at best"))
                    .isCloseTo(expected.path("best").doubleValue(), within(1e-12));
        }
        assertThat(score.value()).isEqualTo(score.parts().get("triples"));
    }

    /** Over ten triples of some hundred cells, the noise of the mean is far below 0.02. */
    @Test
    void twoSamplesOfOneLawScoreWhatNoiseLeaves() {
        Table real = Tables.law(6000, Rng.of(1).child("real"));
        Score score = Joint.measure("triples", real, Tables.law(3000, Rng.of(1).child("other")));
        assertThat(score.parts().get("pairs")).isCloseTo(score.parts().get("pairs, at best"), within(0.02));
        assertThat(score.value()).isCloseTo(score.parts().get("fresh real rows"), within(0.02));
    }

    /** Each pair agrees, the three together do not: y says whether x and z are equal in the real table only. */
    @Test
    void seesWhatPairsDoNot() {
        Rng rng = Rng.of(2);
        Object[] real = new Object[3 * 4000];
        Object[] synthetic = new Object[real.length];
        for (int i = 0; i < 4000; i++) {
            boolean x = rng.nextBoolean();
            boolean z = rng.nextBoolean();
            real[3 * i] = x ? "a" : "b";
            real[3 * i + 1] = z ? "a" : "b";
            real[3 * i + 2] = x == z ? "a" : "b";
            for (int k = 0; k < 3; k++) {
                synthetic[3 * i + k] = rng.nextBoolean() ? "a" : "b";
            }
        }
        String header = "x:category, z:category, y:category";
        Score score = Joint.measure("triples", Table.of(header, real), Table.of(header, synthetic));
        assertThat(score.parts().get("pairs")).isGreaterThan(0.96);
        assertThat(score.value()).isLessThan(0.55);
        assertThat(score.figures().get(0).rows().get(0).name()).isEqualTo("x x z x y");
    }

    @Test
    void identicalTablesScoreOne() {
        Table real = Tables.law(300, Rng.of(3));
        assertThat(Joint.measure("triples", real, real).value()).isEqualTo(1);
    }

    @Test
    void labelsOfTheSyntheticTableAloneAreOneMore() {
        Table real = Table.of("k:category", "a", "a", "b", "b");
        Table other = Table.of("k:category", "a", "c", "d", "b");
        assertThat(Joint.measure("triples", real, other).parts().get("single columns"))
                .isEqualTo(0.5);
    }

    @Test
    void combinationsAreAllOrAsManyAsAsked() {
        Combinations all = Combinations.of(6, 3, 100, Rng.of(1));
        assertThat(all.sets()).hasDimensions(20, 3);
        assertThat(all.drawn()).isFalse();
        Combinations some = Combinations.of(30, 3, 100, Rng.of(1));
        assertThat(some.all()).isEqualTo(4060);
        assertThat(some.drawn()).isTrue();
        assertThat(Arrays.stream(some.sets()).map(Arrays::toString).distinct()).hasSize(100);
        assertThat(Arrays.stream(some.sets())).allMatch(set -> set[0] < set[1] && set[1] < set[2]);
        assertThat(Combinations.of(2, 3, 100, Rng.of(1)).sets()).isEmpty();
    }

    @Test
    void aSampleOfTriplesIsNamed() {
        Table real = Tables.law(200, Rng.of(4));
        Score score = Joint.measure("triples", Comparison.of(real, real), Map.of("most", "7"));
        assertThat(score.note()).isEqualTo("7 of 10 triples");
    }

    /** The same counts whether cells lie in an array or in a sorted list. */
    @Test
    void manyLabelsAreCountedAlike() {
        Rng rng = Rng.of(5);
        Object[] cells = new Object[3 * 500];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "l" + rng.nextInt(i % 3 == 2 ? 3 : 300);
        }
        Table table = Table.of("a:category, b:category, c:category", cells);
        Coded coded = Coded.ofAll(java.util.List.of(table, table), 5, org.semblance.run.Run.of(1));
        Cells sparse = Cells.of(coded, 0, 1, 2);
        assertThat(sparse.counts()[0].length).isLessThanOrEqualTo(500);
        assertThat(sparse.rows(0)).isEqualTo(500);
        assertThat(sparse.similarity(1)).isEqualTo(1);
        Cells pair = Cells.of(coded, 0, 2);
        Cells turned = Cells.of(coded, 2, 0);
        assertThat(pair.entropy(0)).isCloseTo(turned.entropy(0), within(1e-12));
    }
}
