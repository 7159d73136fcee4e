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

/** The discrepancy is that of the formula; it is about 0 under one law, and its test says so 95 times in 100. */
class MmdTest {
    @ParameterizedTest
    @ValueSource(strings = {"whole", "gaps"})
    void valueIsThatOfTheReference(String pair) {
        JsonNode expected = Joint.expected(pair).path("mmd");
        Comparison c = Joint.first(Joint.pair(pair), expected.path("rows").intValue());
        // The kernel is kept in floats: 24 bits.
        assertThat(Joint.measure("mmd", c, Map.of()).value())
                .isCloseTo(expected.path("mmd").doubleValue(), within(1e-7));
    }

    /** Of 60 null pairs 3 are expected below 0.05; 9 or more are seen in fewer than 3 of 1,000 runs. */
    @Test
    void chanceIsFoundAsOftenAsItSays() {
        int small = 0;
        double sum = 0;
        double squares = 0;
        for (int turn = 0; turn < 60; turn++) {
            Score score = Joint.measure(
                    "mmd",
                    Comparison.of(
                            Tables.law(100, Rng.of(turn).child("real")),
                            Tables.law(100, Rng.of(turn).child("other"))),
                    Map.of("permutations", "59"));
            small += score.parts().get("p of permutation") <= 0.05 ? 1 : 0;
            sum += score.value() / 60;
            squares += score.value() * score.value() / 60;
        }
        assertThat(small).isLessThan(9);
        assertThat(sum).isCloseTo(0, within(4 * Math.sqrt(squares / 60)));
    }

    /** The interval of a discrepancy that is there: 60 repetitions around their mean, of which 57 are expected inside. */
    @Test
    void intervalsHoldTheMeanOfManyRepetitions() {
        Score[] scores = new Score[60];
        double mean = 0;
        for (int turn = 0; turn < 60; turn++) {
            scores[turn] = Joint.measure(
                    "mmd",
                    Comparison.of(
                            Tables.law(150, Rng.of(turn).child("real")),
                            Tables.map(Tables.law(150, Rng.of(turn).child("other")), "x", x -> x + 1)),
                    Map.of("permutations", "0"));
            mean += scores[turn].value() / 60;
        }
        int inside = 0;
        for (Score score : scores) {
            inside += score.interval().low() <= mean && mean <= score.interval().high() ? 1 : 0;
        }
        assertThat(inside).isGreaterThanOrEqualTo(50);
    }

    @Test
    void movedAndBrokenTablesAreApart() {
        Table real = Tables.law(800, Rng.of(1).child("real"));
        Table other = Tables.law(800, Rng.of(1).child("other"));
        double fresh = Joint.measure("mmd", real, other).value();
        Score moved = Joint.measure("mmd", real, Tables.map(other, "x", x -> x + 1));
        Score broken = Joint.measure("mmd", real, Tables.independent(other, Rng.of(2)));
        assertThat(moved.value()).isGreaterThan(4 * Math.abs(fresh));
        assertThat(moved.parts().get("p of permutation")).isLessThan(0.01);
        assertThat(broken.parts().get("p of permutation")).isLessThan(0.01);
        assertThat(broken.value()).isGreaterThan(broken.parts().get("reached by chance in 5 of 100"));
    }

    @Test
    void tablesOfOneValueAreAlike() {
        Table one = Table.of("k:category", "a", "a", "a", "a", "a");
        Table two = Table.of("k:category", "b", "b", "b", "b", "b");
        assertThat(Joint.measure("mmd", one, one).value()).isZero();
        assertThat(Joint.measure("mmd", one, two).value()).isEqualTo(2);
    }
}
