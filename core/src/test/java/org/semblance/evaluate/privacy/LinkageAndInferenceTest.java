package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Memoriser;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class LinkageAndInferenceTest {
    private static Table law(int rows, String name) {
        return Tables.law(rows, Rng.of(1).child(name));
    }

    private static Score link(Table real, Table synthetic, Table holdout, Map<String, ?> options) {
        return Linkability.PLUGIN.make(options).measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    private static Score infer(Table real, Table synthetic, Table holdout, Map<String, ?> options) {
        return AttributeInference.PLUGIN.make(options).measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    @Test
    void aMemoriserIsSeen() {
        Table real = law(1500, "real");
        Table copies = Memoriser.copies(real, Rng.of(2));
        Table holdout = law(1500, "holdout");
        assertThat(link(real, copies, holdout, Map.of()).value()).isGreaterThan(0.8);
        Score score = infer(real, copies, holdout, Map.of());
        assertThat(score.value()).isGreaterThan(0.95);
        assertThat(score.parts().get("mean risk")).isGreaterThan(0.9);
        Table moved = Memoriser.noisy(real, 0.003, Rng.of(3));
        assertThat(link(real, moved, holdout, Map.of()).interval().low()).isGreaterThan(0.3);
        assertThat(infer(real, moved, holdout, Map.of("known", List.of("x", "z")))
                        .parts()
                        .get("k"))
                .isGreaterThan(0.5);
    }

    /** Five risks of 1,500 attacks each: errors 0.03 to 0.1 at the most; the simultaneous interval must hold 0. */
    @Test
    void aFreshSampleTellsNothingOfAnybody() {
        Table real = law(1500, "real");
        Table fresh = law(1500, "synthetic");
        Table holdout = law(1500, "holdout");
        Score linked = link(real, fresh, holdout, Map.of());
        assertThat(linked.value()).isLessThan(0.02);
        assertThat(linked.interval().low()).isZero();
        Score told = infer(real, fresh, holdout, Map.of());
        assertThat(told.value()).isLessThan(0.15);
        assertThat(told.interval().low()).isZero();
        assertThat(told.parts().get("mean risk")).isLessThan(0.06);
        assertThat(told.parts().keySet()).containsExactly("x", "y", "z", "k", "f", "mean risk");
    }

    @Test
    void whereGuessingDoesAsWellTheNoteSaysSo() {
        Table real = law(1000, "real");
        Score score = infer(real, Tables.independent(law(1000, "other"), Rng.of(4)), law(1000, "holdout"), Map.of());
        assertThat(score.note()).contains("guessing at random does as well");
        assertThat(score.value()).isLessThan(0.15);
    }

    @Test
    void randomListsShareARowByChance() {
        assertThat(Linkability.byChance(10, 1)).isCloseTo(0.1, within(1e-12));
        // 1 - C(7,3)/C(10,3) = 1 - 35/120
        assertThat(Linkability.byChance(10, 3)).isCloseTo(1 - 35.0 / 120, within(1e-12));
        assertThat(Linkability.byChance(5, 3)).isEqualTo(1);
        assertThat(Linkability.links(new int[][] {{1, 2, 3}, {4, 5, 6}}, new int[][] {{4, 0, 0}, {9, 9, 6}}))
                .isEqualTo(2);
    }

    @Test
    void numbersAreRightWithinAShareOfTheGuessAndDatesOfTheirRange() {
        Table truth = Table.of("n:whole, d:date", 100, 10_000, -100, 20_000, 0, 10_000, null, null, 100, 10_000);
        Table guess = Table.of("n:whole, d:date", 105, 10_400, -96, 19_400, 0, null, null, null, 106, 10_500);
        Guesses numbers = Guesses.of(0, truth, truth, guess);
        Guesses dates = Guesses.of(1, truth, truth, guess);
        int[] same = {0, 1, 2, 3, 4};
        assertThat(numbers.count(0, same, 1, same)).isEqualTo(4);
        assertThat(dates.count(0, same, 1, same)).isEqualTo(3);
    }

    @Test
    void wrongColumnsAreRefused() {
        Table table = law(20, "real");
        assertThatThrownBy(() -> link(table, table, table, Map.of("first", List.of("x"), "second", List.of("x"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a column stands in both sources");
        assertThatThrownBy(() -> infer(table, table, table, Map.of("known", List.of("xx"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no column \"xx\"");
    }
}
