package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class UsefulnessTest {
    private final Table real = law("real", 3000);
    private final Table holdout = law("holdout", 3000);

    /** Two AUC (or R2) on 3,000 rows differ by a deviation of about 0.01; 0.06 is over five. */
    @Test
    void anotherSampleIsAsUseful() {
        for (String target : new String[] {"f", "k", "y"}) {
            Score score = measure(law("other", 3000), target);
            assertThat(score.parts().get("difference")).as(target).isCloseTo(0, within(0.06));
            assertThat(score.value()).as(target).isGreaterThan(0.6);
        }
    }

    @Test
    void independentColumnsAreOfNoUse() {
        Table shuffled = Tables.independent(real, Rng.of(2));
        assertThat(measure(shuffled, "f").value()).isCloseTo(0.5, within(0.1));
        assertThat(measure(shuffled, "k").value()).isCloseTo(0.5, within(0.1));
        assertThat(measure(shuffled, "y").value()).isLessThan(0.05);
        assertThat(measure(shuffled, "y").parts().get("trained on real")).isGreaterThan(0.6);
    }

    @Test
    void lastLabelOrElseLastNumberIsTheTarget() {
        assertThat(measure(real, "")).isEqualTo(measure(real, "f"));
        Table numbers = Table.of("a:whole, b:whole", 1, 2, 2, 4, 3, 6, 4, 8);
        Score score = Usefulness.PLUGIN.make().measure(new Comparison(numbers, numbers, numbers), Run.of(1));
        assertThat(score.parts()).doesNotContainKey("right, trained on real");
        assertThat(score.value()).isNotNaN();
    }

    @Test
    void aNumberOfTwoValuesIsAClass() {
        List<Object> cells = new ArrayList<>();
        Rng rng = Rng.of(5);
        for (int i = 0; i < 1200; i++) {
            double x = rng.nextGaussian();
            cells.addAll(List.of(x, x + rng.nextGaussian() > 0 ? 1 : 0));
        }
        Table all = Table.of("x:decimal, survived:whole", cells.toArray());
        Comparison c = new Comparison(rows(all, 0), rows(all, 400), rows(all, 800));
        Score score = Usefulness.PLUGIN.make(Map.of("target", "survived")).measure(c, Run.of(1));
        assertThat(score.figures().get(0).title()).contains("AUC");
        assertThat(score.parts()).containsKey("right, trained on real").containsEntry("predictable", 1.0);
        // An AUC of two normal laws one deviation of noise apart is 0.83; 0.1 is four deviations of 400 rows.
        assertThat(score.value()).isCloseTo(0.83, within(0.1));
        Outcome outcome = Outcome.of(1, all);
        assertThat(outcome.labels()).containsExactly("0", "1");
        assertThat(outcome.values(all)).containsOnly(0, 1);
        Table third = Table.of("x:decimal, survived:whole", 1, 2, 2, 1, 3, 0);
        assertThat(Outcome.of(1, all, third).label()).isFalse();
        Table halves = Table.of("y:decimal", -0.5, 2, null);
        assertThat(Outcome.of(0, halves).labels()).containsExactly("-0.5", "2");
        assertThat(Outcome.of(0, halves).values(halves)).containsExactly(0, 1, Double.NaN);
    }

    private static Table rows(Table all, int from) {
        return all.take(IntStream.range(from, from + 400).toArray());
    }

    /** Of independent columns an AUC of 3,000 rows has a deviation of 0.01, an R2 lies below 0. */
    @Test
    void whatCannotBePredictedIsSaid() {
        Table noise = Tables.independent(real, Rng.of(2));
        Table fresh = Tables.independent(holdout, Rng.of(3));
        for (String target : new String[] {"f", "y"}) {
            Score score = Usefulness.PLUGIN
                    .make(Map.of("target", target))
                    .measure(new Comparison(noise, noise, fresh), Run.of(1));
            assertThat(score.parts()).containsEntry(Usefulness.PREDICTABLE, 0.0);
            assertThat(score.note()).contains("hardly predicts better than a constant");
            assertThat(score.value()).isNotNaN();
            assertThat(measure(law("other", 3000), target).parts()).containsEntry(Usefulness.PREDICTABLE, 1.0);
        }
    }

    @Test
    void labelsThatOnlySomeTablesHaveAreClassesLikeTheOthers() {
        Table learnt = Table.of("a:whole, k:category", 1, "p", 2, "p", 3, "q", 4, "q", 5, "r", 6, "r");
        Table fresh = Table.of("a:whole, k:category", 1, "p", 3, "q", 4, "new", 2, null);
        Score score = Usefulness.PLUGIN.make().measure(new Comparison(learnt, learnt, fresh), Run.of(1));
        assertThat(score.value()).isBetween(0.0, 1.0);
    }

    @Test
    void unknownTargetsAndMissingTargetsAreSaid() {
        assertThatThrownBy(() -> measure(real, "kk"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"kk\"");
        Table none = Table.of("a:whole, b:whole", 1, null, 2, null, 3, null);
        Score score = Usefulness.PLUGIN.make().measure(new Comparison(none, none, none), Run.of(1));
        assertThat(score.value()).isNaN();
        Table no = Table.of("k:category", "a");
        assertThat(Usefulness.PLUGIN
                        .make()
                        .measure(new Comparison(no, no, no), Run.of(1))
                        .value())
                .isNaN();
    }

    /** Without a holdout the folds are as good as one: 3,000 rows, deviation 0.01. */
    @Test
    void withoutHoldoutRealRowsAreCrossValidated() {
        for (String target : new String[] {"f", "k", "y"}) {
            Comparison c = new Comparison(real, law("other", 3000), null);
            Score score = Usefulness.PLUGIN.make(Map.of("target", target)).measure(c, Run.of(1));
            Score held = measure(law("other", 3000), target);
            assertThat(score.value()).as(target).isCloseTo(held.value(), within(0.05));
            assertThat(score.parts().get("difference")).as(target).isCloseTo(0, within(0.05));
            assertThat(score.note()).contains("no holdout");
        }
        // A memorising generator has seen the rows that are predicted.
        Comparison copy = new Comparison(real, real, null);
        Score score = Usefulness.PLUGIN.make(Map.of("target", "y")).measure(copy, Run.of(1));
        assertThat(score.parts().get("difference")).isGreaterThan(0.02);
    }

    @Test
    void everyLearnerIsInTheFigures() {
        Score score = measure(law("other", 3000), "f");
        assertThat(score.figures()).hasSize(2);
        assertThat(score.figures().get(0).rows().stream().map(Figures.Row::name))
                .containsExactly("boosted", "tree", "linear", "neighbours");
        for (Figures.Row row : score.figures().get(0).rows()) {
            assertThat(row.values().get(0)).as(row.name()).isBetween(0.6, 0.8);
            // Two samples of one law: the interval of the difference holds 0 or is near it.
            assertThat(row.values().get(3)).as(row.name()).isLessThan(0.02);
            assertThat(row.values().get(4)).as(row.name()).isGreaterThan(-0.02);
        }
        assertThat(score.interval().known()).isTrue();
        assertThat(score.parts().get("synthetic tested on synthetic")).isCloseTo(score.value(), within(0.1));
        Score one = Usefulness.PLUGIN
                .make(Map.of("target", "f", "learners", List.of("linear")))
                .measure(new Comparison(real, law("other", 3000), holdout), Run.of(1));
        assertThat(one.figures().get(0).rows()).hasSize(1);
        assertThat(one.value())
                .isEqualTo(score.figures().get(0).rows().get(2).values().get(0));
    }

    @Test
    void rowsAreSampledAndSaidSo() {
        Score score = Usefulness.PLUGIN
                .make(Map.of("target", "f", "rows", 500))
                .measure(new Comparison(real, real, holdout), Run.of(1));
        assertThat(score.note()).contains("500 of 3,000 real and 500 of 3,000 synthetic rows");
        assertThatThrownBy(() -> Usefulness.PLUGIN.make(Map.of("learners", "boosted, tre")))
                .hasMessageContaining("Did you mean \"tree\"?");
    }

    private Score measure(Table synthetic, String target) {
        return Usefulness.PLUGIN
                .make(Map.of("target", target))
                .measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    private static Table law(String name, int rows) {
        return Tables.law(rows, Rng.of(1).child(name));
    }
}
