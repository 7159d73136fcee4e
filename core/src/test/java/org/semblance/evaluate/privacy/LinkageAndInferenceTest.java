package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Measure;
import org.semblance.evaluate.Measures;
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

    /**
     * People with a group, which nearly tells their department, and answers that nothing tells. Few know the department of
     * others less well than of those learnt from, so that its risk is known least and is often the highest.
     */
    private static Table staff(int rows, String name) {
        Rng rng = Rng.of(7).child(name);
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int group = rng.nextInt(9);
            int department = rng.nextDouble() < 0.04 ? rng.nextInt(3) : group / 3;
            cells.addAll(List.of(18 + rng.nextInt(40), "g" + group, rng.nextBoolean() ? "f" : "m", "d" + department));
            for (int k = 0; k < 12; k++) {
                cells.add("a" + rng.nextInt(3 + k % 3));
            }
        }
        StringBuilder columns = new StringBuilder("age:whole, group:category, sex:flag, department:category");
        for (int k = 0; k < 12; k++) {
            columns.append(", q").append(k).append(":category");
        }
        return Table.of(columns.toString(), cells.toArray());
    }

    private static Finding judged(Table real, Table synthetic, Table holdout) {
        List<Measure> inference = Measures.DEFAULT.stream()
                .filter(measure -> measure.name().equals("attribute-inference"))
                .toList();
        return Evaluation.of(real, synthetic)
                .holdout(holdout)
                .keys("age", "group", "sex")
                .measures(inference)
                .measure(Run.of(1))
                .list()
                .get(0);
    }

    /** Thirteen secrets, each told of 4 in 10 of those learnt from: the evidence is over ten standard errors. */
    @Test
    void aCopyIsToldFromFreshRowsByTheSecretThatIsKnownBest() {
        Table real = staff(1100, "real");
        Table holdout = staff(370, "holdout");
        Finding copy = judged(real, real, holdout);
        double fresh = Objects.requireNonNull(copy.fresh()).value();
        assertThat(copy.synthetic().interval().low()).isGreaterThan(Math.max(0.2, fresh));
        assertThat(copy.synthetic().note()).doesNotContain("\"department\"").contains("strongest evidence");
        assertThat(copy.synthetic().parts()).containsKey("department");
        Finding other = judged(real, staff(1100, "other"), holdout);
        assertThat(other.synthetic().value()).isLessThan(0.2);
        assertThat(other.synthetic().interval().low()).isZero();
    }

    @Test
    void aRiskThatIsLargeButHardlyKnownIsNotTheHeadline() {
        // Of 185 people held back 176 are guessed, of 1,100 learnt from 1,079: Anonymeter's middle makes 0.6 of it.
        Trial nearlyAlways = trial("nearly always", 1079, 1100, 176, 185);
        Trial sure = trial("sure", 460, 1100, 14, 185);
        assertThat(nearlyAlways.risk(Rate.ALONE).value())
                .isGreaterThan(sure.risk(Rate.ALONE).value());
        Score score = Trial.score("m", "t", List.of(nearlyAlways, sure));
        assertThat(score.value()).isEqualTo(sure.risk(Rate.ALONE).value());
        assertThat(score.interval().low()).isBetween(0.3, score.value());
        assertThat(score.interval().high()).isBetween(score.value(), 0.5);
        assertThat(score.note()).contains("\"sure\"");
        // Nothing is shown by a control that is always right, or where nothing was tried.
        Score none =
                Trial.score("m", "t", List.of(trial("always", 1100, 1100, 185, 185), trial("no", 0, 0, 0, 0), sure));
        assertThat(none.note()).contains("\"sure\"");
        assertThat(Trial.score("m", "t", List.of(trial("no", 0, 0, 0, 0))).value())
                .isNaN();
    }

    private static Trial trial(String name, int right, int of, int control, int held) {
        return new Trial(name, new Trial.Tally(right, of), new Trial.Tally(control, held), new Trial.Tally(0, of));
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
