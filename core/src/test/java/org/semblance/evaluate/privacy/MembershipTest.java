package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Memoriser;
import org.semblance.evaluate.Ranking;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class MembershipTest {
    private static final Membership METRIC = (Membership) Membership.PLUGIN.make();

    private static Table law(int rows, String name) {
        return Tables.law(rows, Rng.of(1).child(name));
    }

    private static Score measure(Table real, Table synthetic, Table holdout) {
        return METRIC.measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    /** Attacks on the same members and others give NumPy's and scikit-learn's figures: reference/nearest_rows.py. */
    @Test
    void attacksAsWorkedOutElsewhere() {
        JsonNode expected = new ObjectMapper()
                .readTree(Path.of("src/test/resources/reference/privacy/nearest.json")
                        .toFile())
                .path("membership");
        int[] first = IntStream.range(0, 200).toArray();
        Table control = AnonymeterTest.table("control");
        Score score = METRIC.attack(
                AnonymeterTest.table("ori").take(first),
                control.take(first),
                AnonymeterTest.table("syn"),
                control.take(IntStream.range(200, 400).toArray()),
                Run.of(1));
        Figures figures = score.figures().get(0);
        double best = 0;
        for (Figures.Row row : figures.rows()) {
            JsonNode one = expected.path(row.name());
            best = Math.max(best, one.path("auc").doubleValue());
            // 200 members, 200 others: a pair that floats put the other way round moves the area by 2.5e-5.
            assertThat(score.parts().get(row.name())).isCloseTo(one.path("auc").doubleValue(), within(6e-5));
            assertThat(row.values().get(3)).isCloseTo(one.path("at_1").doubleValue(), within(1e-9));
            assertThat(row.values().get(4)).isNaN();
            assertThat(row.values().get(5)).isCloseTo(one.path("unusual").doubleValue(), within(3e-3));
        }
        assertThat(score.value()).isCloseTo(best, within(6e-5));
        assertThat(score.interval().low()).isLessThan(score.value());
    }

    @Test
    void foundAtFewFalseAlarms() {
        float[] numbers = {9, 8, 7, 7, 6, 5, 4, 3, 2, 1};
        boolean[] members = {true, true, false, true, false, true, false, false, false, true};
        assertThat(Ranking.found(numbers, members, 0.1)).isNaN();
        assertThat(Ranking.found(numbers, members, 0.2)).isEqualTo(0.6);
        assertThat(Ranking.found(numbers, members, 0.4)).isEqualTo(0.8);
        assertThat(Ranking.found(numbers, members, 1)).isEqualTo(1);
    }

    /** Four AUCs of 1,000 members and others: deviation 0.013 each; the largest within 0.05 of a half, 4 of them apart. */
    @Test
    void aFreshSampleTellsNothing() {
        Score score = measure(law(4000, "real"), law(4000, "synthetic"), law(2000, "holdout"));
        assertThat(score.value()).isBetween(0.47, 0.55);
        assertThat(score.interval().low()).isLessThan(0.5);
        assertThat(score.interval().high()).isGreaterThan(0.5);
        assertThat(score.parts().get("found at 1 % false alarms")).isLessThan(0.04);
    }

    @Test
    void aMemoriserIsSeenWhetherItCopiesOrMovesOrMixes() {
        Table real = law(2000, "real");
        Table holdout = law(2000, "holdout");
        Score copied = measure(real, Memoriser.copies(real, Rng.of(2)), holdout);
        assertThat(copied.value()).isGreaterThan(0.999);
        assertThat(copied.parts().get("found at 1 % false alarms")).isEqualTo(1);
        Score moved = measure(real, Memoriser.noisy(real, 0.02, Rng.of(3)), holdout);
        assertThat(moved.value()).isGreaterThan(0.9);
        assertThat(moved.interval().low()).isGreaterThan(0.85);
        Score mixed = measure(real, Memoriser.some(real, law(2000, "fresh"), 0.2, Rng.of(4)), holdout);
        assertThat(mixed.value()).isBetween(0.55, 0.7);
        assertThat(mixed.interval().low()).isGreaterThan(0.5);
        assertThat(mixed.parts().get("found at 1 % false alarms")).isGreaterThan(0.15);
    }

    @Test
    void independentColumnsAndNoiseTellNothing() {
        Table real = law(2000, "real");
        Table noise = Memoriser.noisy(Tables.independent(real, Rng.of(5)), 2, Rng.of(6));
        assertThat(measure(real, noise, law(2000, "holdout")).value()).isBetween(0.45, 0.56);
    }

    @Test
    void rowsThatWereNotLookedAmongAreTold() {
        Score score = Membership.PLUGIN
                .make(Map.of("rows", 500, "targets", 100))
                .measure(new Comparison(law(1000, "real"), law(1500, "synthetic"), law(600, "holdout")), Run.of(1));
        assertThat(score.note()).isEqualTo("Among 500 of 1,500 synthetic rows.");
        assertThat(measure(law(1000, "real"), law(1500, "synthetic"), law(600, "holdout"))
                        .note())
                .isEmpty();
    }
}
