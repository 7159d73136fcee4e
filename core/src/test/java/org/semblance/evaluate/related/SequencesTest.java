package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * Measures of sequences on a law with a known course: kept by a fresh draw, lost where steps change places. Bounds as in
 * {@link TrendsTest}.
 */
class SequencesTest {
    private static Database real;
    private static Database fresh;
    private static Database mixed;

    @BeforeAll
    static void draw() {
        real = Clinics.draw(1500, Rng.of(1).child("real"));
        fresh = Clinics.draw(1500, Rng.of(1).child("fresh"));
        mixed = withinSequences(fresh, Rng.of(2));
    }

    /** Every patient keeps the same visits, but their days change places. */
    private static Database withinSequences(Database database, Rng rng) {
        Table visits = database.table("visits");
        Groups steps = new Linked(database).steps(database.sequences().get(0));
        double[] days = visits.numbers(visits.schema().index("day")).toArray();
        double[] others = days.clone();
        for (int g = 0; g < steps.count(); g++) {
            int[] order = new int[steps.size(g)];
            for (int i = 0; i < order.length; i++) {
                order[i] = steps.rows()[steps.starts()[g] + i];
            }
            int[] from = order.clone();
            rng.shuffle(from);
            for (int i = 0; i < order.length; i++) {
                others[order[i]] = days[from[i]];
            }
        }
        return Clinics.with(database, "visits", "day", NumberColumn.of(others));
    }

    /** Twelve rows of one entity whose keys of digits stand in the order of the alphabet. */
    @Test
    void keysOfDigitsAreInOrderAsNumbers() {
        String[] keys = {"1", "10", "11", "12", "2", "3", "4", "5", "6", "7", "8", "9"};
        Table table = Table.of(
                Schema.of(Field.of("nr", Kind.KEY), Field.of("x", Kind.WHOLE)),
                List.of(
                        CodeColumn.of(keys),
                        NumberColumn.of(Arrays.stream(keys)
                                .mapToDouble(Double::parseDouble)
                                .toArray())));
        Groups steps = Steps.of(table, new Sequence("t", List.of(), "nr"));
        assertThat(Stepped.inOrder(table.numbers(1).toArray(), steps))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void freshSequencesAreAlike() {
        for (Plugin<RelatedMetric> plugin : List.of(
                SequenceLengths.PLUGIN,
                SequenceStatistics.PLUGIN,
                RowDifferences.PLUGIN,
                Autocorrelation.PLUGIN,
                CrossCorrelation.PLUGIN,
                Transitions.PLUGIN,
                SequenceTiming.PLUGIN)) {
            assertThat(measure(plugin, fresh).value()).as(plugin.name()).isGreaterThan(0.94);
        }
    }

    @Test
    void stepsThatChangePlacesLoseTheirCourse() {
        assertThat(measure(SequenceLengths.PLUGIN, mixed)).isEqualTo(measure(SequenceLengths.PLUGIN, fresh));
        assertThat(measure(SequenceStatistics.PLUGIN, mixed)).isEqualTo(measure(SequenceStatistics.PLUGIN, fresh));
        assertThat(measure(SequenceTiming.PLUGIN, mixed)).isEqualTo(measure(SequenceTiming.PLUGIN, fresh));
        Score kept = measure(Autocorrelation.PLUGIN, fresh);
        Score lost = measure(Autocorrelation.PLUGIN, mixed);
        assertThat(kept.parts().get("visits.pain lag 1")).isGreaterThan(0.97);
        assertThat(lost.parts().get("visits.pain lag 1")).isLessThan(0.85);
        // Normal differences of deviation .63 become some of .92: a distance of .1.
        assertThat(measure(RowDifferences.PLUGIN, mixed).parts().get("visits.pain"))
                .isLessThan(0.94);
        assertThat(measure(RowDifferences.PLUGIN, fresh).parts().get("visits.pain"))
                .isGreaterThan(0.96);
        // Fever is half the pain of the visit before: seen one step later only.
        Score cross = measure(CrossCorrelation.PLUGIN, mixed);
        assertThat(measure(CrossCorrelation.PLUGIN, fresh).parts().get("visits.pain x fever lag 1"))
                .isGreaterThan(0.97);
        assertThat(cross.parts().get("visits.pain x fever lag 1")).isLessThan(0.75);
        // Half of the stages that stay would change: .87 stay, .47 of a random pair of one patient's at least.
        assertThat(measure(Transitions.PLUGIN, mixed).parts().get("visits.stage"))
                .isLessThan(0.9);
        assertThat(measure(Transitions.PLUGIN, fresh).parts().get("visits.stage"))
                .isGreaterThan(0.95);
    }

    @Test
    void autocorrelationIsThatOfTheLaw() {
        List<@Nullable Object> cells = new ArrayList<>();
        Rng rng = Rng.of(3);
        for (int s = 0; s < 20; s++) {
            double x = rng.nextGaussian();
            for (int t = 0; t < 1000; t++) {
                cells.addAll(List.of(s, 100 * s + x, x > 0 ? "up" : "down"));
                x = 0.7 * x + Math.sqrt(1 - 0.49) * rng.nextGaussian();
            }
        }
        Database series = Database.of(
                        Map.of("t", Table.of("who:whole, x:decimal, sign:category", cells.toArray())), List.of())
                .sequence(Sequence.of("t", "who", ""));
        Score score = Autocorrelation.PLUGIN.make().measure(RelatedComparison.of(series, series), Run.of(1));
        // Levels of 0 to 1900 do not show: correlations are those inside sequences, .7, .49 and .343; the standard
        // error
        // of each is below .01.
        double[] expected = {0.7, 0.49, 0.343};
        for (int lag = 1; lag <= 3; lag++) {
            assertThat(score.figures().get(0).rows().get(lag - 1).values().get(0))
                    .isCloseTo(expected[lag - 1], within(0.03));
        }
        assertThat(score.parts()).containsOnlyKeys("t.x lag 1", "t.x lag 2", "t.x lag 3");
    }

    @Test
    void timesThatMoveAreSeen() {
        Table visits = fresh.table("visits");
        double[] days = visits.numbers(visits.schema().index("day")).toArray();
        double[] later = days.clone();
        double[] slower = days.clone();
        for (int i = 0; i < days.length; i++) {
            later[i] += 365;
            slower[i] *= 2;
        }
        Score shifted = measure(SequenceTiming.PLUGIN, Clinics.with(fresh, "visits", "day", NumberColumn.of(later)));
        assertThat(shifted.parts().get("visits start")).isLessThan(0.05);
        assertThat(shifted.parts().get("visits gap")).isGreaterThan(0.97);
        assertThat(shifted.parts().get("visits duration")).isGreaterThan(0.9);
        Score stretched = measure(SequenceTiming.PLUGIN, Clinics.with(fresh, "visits", "day", NumberColumn.of(slower)));
        assertThat(stretched.parts().get("visits gap")).isCloseTo(0.5, within(0.04));
        assertThat(stretched.parts().get("visits duration")).isLessThan(0.7);
    }

    @Test
    void differencesOfLogarithms() {
        Table a = Table.of("who:whole, x:decimal, d:date", 1, 1, 1, 1, Math.E, 2, 1, 0, 3, 1, -1, 4, 1, 5, 5);
        Database one = Database.of(Map.of("t", a), List.of()).sequence(Sequence.of("t", "who", ""));
        Score score =
                RowDifferences.PLUGIN.make(Map.of("log", true)).measure(RelatedComparison.of(one, one), Run.of(1));
        assertThat(score.parts().get("t.x")).isEqualTo(1);
        assertThat(score.parts().get("t.d")).isNaN();
        Table b = Table.of("who:whole, x:decimal, d:date", 1, 1, 1, 1, Math.E, 2, 2, 0, 3, 1, Math.E, 4);
        Database two = one.with(Map.of("t", b));
        // Real differences 1 and minus infinity, synthetic 1 and 0.
        assertThat(RowDifferences.PLUGIN
                        .make(Map.of("log", true))
                        .measure(RelatedComparison.of(one, two), Run.of(1))
                        .parts()
                        .get("t.x"))
                .isEqualTo(0.5);
    }

    @Test
    void aTableCanBeOneSequence() {
        Table table = Table.of("x:decimal", 1, 2, 3, 4, 5, 6);
        Table jumping = Table.of("x:decimal", 1, 6, 2, 5, 3, 4);
        Database one = Database.of(Map.of("t", table), List.of()).sequence(new Sequence("t", List.of(), ""));
        RelatedComparison c = RelatedComparison.of(one, one.with(Map.of("t", jumping)));
        assertThat(SequenceLengths.PLUGIN.make().measure(c, Run.of(1)).value()).isEqualTo(1);
        assertThat(Autocorrelation.PLUGIN.make().measure(c, Run.of(1)).value()).isLessThan(0.6);
        assertThat(SequenceTiming.PLUGIN.make().measure(c, Run.of(1)).note()).startsWith("No sequence is in the order");
    }

    private static Score measure(Plugin<RelatedMetric> plugin, Database synthetic) {
        return plugin.make().measure(RelatedComparison.of(real, synthetic), Run.of(1));
    }
}
