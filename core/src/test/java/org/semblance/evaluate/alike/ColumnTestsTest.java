package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.math.ManyTests;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** What the metric makes of the tests; the tests themselves are checked in SampleTestTest. */
class ColumnTestsTest {
    private static Score of(Table real, Table synthetic) {
        return ColumnTests.PLUGIN.make(Map.of("shown", 1000)).measure(Comparison.of(real, synthetic), Run.of(1));
    }

    private static Figures.Row row(Score score, String name) {
        return score.figures().get(0).rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** 100,000 rows: a shift by a hundredth of a deviation has a small p, and no effect to speak of. */
    @Test
    void aTinyShiftOfManyRowsIsSignificantAndNegligible() {
        Table real = Tables.law(100_000, Rng.of(1));
        Score score = of(real, Tables.map(real, "x", value -> value + 0.02));
        Figures.Row welch = row(score, "x: Welch t");
        assertThat(welch.values().get(2)).isLessThan(0.001);
        assertThat(welch.values().get(4)).isCloseTo(0.02, within(0.001));
        assertThat(score.parts()).containsEntry("x", 1.0);
        assertThat(score.value()).isEqualTo(1);
    }

    @Test
    void eachKindOfDifferenceIsSeenByItsTest() {
        Table real = Tables.law(5000, Rng.of(2));
        Score wide = of(real, Tables.map(real, "x", value -> 1.5 * value));
        assertThat(wide.parts()).containsEntry("x", 0.0).containsEntry("y", 1.0);
        assertThat(row(wide, "x: Brown-Forsythe").values().get(4)).isCloseTo(Math.log(1.5), within(1e-9));
        assertThat(Math.abs(row(wide, "x: Welch t").values().get(4))).isLessThan(0.05);
        // Same mean, same spread about the median, another shape: only the distribution functions tell.
        Score split = of(real, Tables.map(real, "x", value -> Math.signum(value) * 0.8));
        assertThat(row(split, "x: Kolmogorov-Smirnov").values().get(4)).isGreaterThan(0.2);
        assertThat(split.parts()).containsEntry("x", 0.0);
        assertThat(of(real, Tables.map(real, "x", value -> value + 0.3)).parts())
                .containsEntry("x", 0.0);
    }

    @Test
    void listsLargestEffectsFirstWithCorrectedValues() {
        Table real = Tables.law(500, Rng.of(3).child("real"));
        Score score = of(real, Tables.map(Tables.law(500, Rng.of(3).child("other")), "z", value -> value * 3));
        List<Figures.Row> rows = score.figures().get(0).rows();
        // Four tests of each of three numbers, one of each of two labels.
        assertThat(rows).hasSize(14);
        assertThat(rows.get(0).name()).startsWith("z: ");
        double[] p = rows.stream().mapToDouble(row -> row.values().get(1)).toArray();
        double[] holm = rows.stream().mapToDouble(row -> row.values().get(2)).toArray();
        assertThat(holm).containsExactly(ManyTests.holm(p), within(1e-15));
        assertThat(ColumnTests.PLUGIN
                        .make(Map.of("shown", 3))
                        .measure(Comparison.of(real, real), Run.of(1))
                        .note())
                .isEqualTo("The 3 largest effects of 14 tests are listed.");
    }

    /** 40 pairs of samples of one law, 14 tests each: Holm lets a false alarm pass in 1 of 20 at 5 %; here 2 of 40. */
    @Test
    void falseAlarmsAreAsRareAsHolmSays() {
        int alarms = 0;
        for (int i = 0; i < 40; i++) {
            Score score = of(
                    Tables.law(300, Rng.of(4).child(i)),
                    Tables.law(300, Rng.of(5).child(i)));
            alarms += score.figures().get(0).rows().stream()
                            .anyMatch(row -> row.values().get(2) < 0.05)
                    ? 1
                    : 0;
        }
        // Binomial with 40 trials of at most 0.05: above 7 in fewer than 1 of 1,000 seeds.
        assertThat(alarms).isLessThanOrEqualTo(7);
    }
}
