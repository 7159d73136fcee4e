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
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/** The three numbers are those of synthcity's formulas, and what they say of known cases is what they can say. */
class AlphaPrecisionTest {
    @ParameterizedTest
    @ValueSource(strings = {"whole", "gaps"})
    void numbersAreThoseOfTheReference(String pair) {
        JsonNode expected = Joint.expected(pair).path("alpha");
        Comparison c = Joint.first(Joint.pair(pair), expected.path("rows").intValue());
        Map<String, Double> parts =
                Joint.measure("alpha-precision", c, Map.of()).parts();
        for (String part : new String[] {"alpha-precision", "beta-recall", "authenticity"}) {
            assertThat(parts.get(part)).as(part).isCloseTo(expected.path(part).doubleValue(), within(1e-9));
        }
    }

    /** Shares of 2,000 rows are known to 0.011, and both tables vary. */
    @Test
    void freshRowsAreAsNearAsRealOnesHalfTheTime() {
        Map<String, Double> parts = Joint.measure("alpha-precision", law(6, "real"), law(6, "fresh"))
                .parts();
        assertThat(parts.get("alpha-precision")).isGreaterThan(0.95);
        assertThat(parts.get("beta-recall")).isCloseTo(0.5, within(0.06));
        assertThat(parts.get("authenticity")).isCloseTo(0.5, within(0.06));
    }

    private static Table law(int seed, String name) {
        return Tables.law(2000, Rng.of(seed).child(name));
    }

    @Test
    void copiesReachEverywhereAndKeepNoDistance() {
        Table real = law(7, "real");
        Map<String, Double> parts = Joint.measure("alpha-precision", real, real).parts();
        assertThat(parts.get("alpha-precision")).isGreaterThan(0.999);
        assertThat(parts.get("beta-recall")).isGreaterThan(0.999);
        assertThat(parts.get("authenticity")).isZero();
    }

    @Test
    void oneRowOverAndOverIsPreciseButReachesNothing() {
        Table real = law(8, "real");
        Table one = real.take(new int[2000]);
        Map<String, Double> parts = Joint.measure("alpha-precision", real, one).parts();
        assertThat(parts.get("beta-recall")).isLessThan(0.1);
    }

    @Test
    void farAwayRowsAreNotPrecise() {
        Table real = law(9, "real");
        Score score = Joint.measure("alpha-precision", real, Tables.map(law(9, "other"), "x", x -> x + 20));
        assertThat(score.value()).isLessThan(0.1);
        assertThat(score.parts().get("authenticity")).isGreaterThan(0.9);
    }

    @Test
    void distancesAreThoseOfOneHotCodes() {
        Table real = Table.of("n:whole, k:category", 0, "a", 10, "b", null, null);
        Table other = Table.of("n:whole, k:category", 5, "a", 10, "c", null, null);
        Points points = Points.of(real, other);
        assertThat(points.squared(Points.REAL, 0, Points.SYNTHETIC, 0)).isEqualTo(0.25);
        assertThat(points.squared(Points.REAL, 1, Points.SYNTHETIC, 1)).isEqualTo(2);
        assertThat(points.squared(Points.REAL, 2, Points.SYNTHETIC, 2)).isZero();
        // The mean stands for the missing number, which is a label of its own, and so is the missing label.
        assertThat(points.squared(Points.REAL, 2, Points.SYNTHETIC, 0)).isEqualTo(4);
        Points.Nearest found = points.nearest(Points.SYNTHETIC, Points.REAL, Run.of(1));
        assertThat(found.rows()).containsExactly(0, 1, 2);
        assertThat(points.nearest(Points.REAL, Points.REAL, Run.of(1)).rows()).containsExactly(1, 0, 0);
    }
}
