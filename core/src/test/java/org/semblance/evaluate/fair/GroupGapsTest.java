package org.semblance.evaluate.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class GroupGapsTest {
    private static Score measure(Table real, Table synthetic, String sensitive, String target) {
        return GroupGaps.PLUGIN
                .make(Map.of("sensitive", sensitive, "target", target))
                .measure(new Comparison(real, synthetic, null), Run.of(1));
    }

    @Test
    void ratesGapsAndRatiosAreThoseOfTheRows() {
        Table real = rows(40, 10, 60, 30);
        Table synthetic = rows(40, 4, 60, 36);
        Score score = measure(real, synthetic, "g", "y");
        assertThat(score.parts().get("g: largest gap, real")).isCloseTo(0.5 - 0.25, within(1e-12));
        assertThat(score.parts().get("g: largest gap, synthetic")).isCloseTo(0.6 - 0.1, within(1e-12));
        assertThat(score.parts().get("g: smallest ratio, real")).isCloseTo(0.5, within(1e-12));
        assertThat(score.parts().get("g: smallest ratio, synthetic")).isCloseTo(0.1 / 0.6, within(1e-12));
        assertThat(score.parts().get("g: least share kept")).isCloseTo(1, within(1e-12));
        assertThat(score.figures().get(0).rows().get(1).values()).containsExactly(60.0, 0.6, 0.6, 0.5, 0.6);
        assertThat(score.note())
                .isEqualTo(
                        "The gap in the rate of y = yes between b and a (g) is 0.25 in real and 0.50 in synthetic rows:"
                                + " wider than chance explains.");
        // 0.25 wider, less 1.645 standard errors of four shares.
        double error = Math.sqrt(share(10, 40) + share(30, 60) + share(4, 40) + share(36, 60));
        assertThat(score.value()).isCloseTo(0.25 - 1.6448536269514722 * error, within(1e-9));
    }

    private static double share(double yes, double rows) {
        double likely = (yes + 1) / (rows + 2);
        return likely * (1 - likely) / rows;
    }

    /** Groups a and b of so many rows, of which so many are yes. */
    private static Table rows(int a, int yesOfA, int b, int yesOfB) {
        Object[] cells = new Object[2 * (a + b)];
        for (int i = 0; i < a + b; i++) {
            boolean yes = i < a ? i < yesOfA : i - a < yesOfB;
            cells[2 * i] = i < a ? "a" : "b";
            cells[2 * i + 1] = yes ? "yes" : "no";
        }
        return Table.of("g:category, y:flag", cells);
    }

    @Test
    void identicalTablesHaveNoWiderGap() {
        Table real = People.of(1000, 0.3, Rng.of(1));
        Score score = measure(real, real, "sex, age", "pay");
        assertThat(score.value()).isZero();
        assertThat(score.figures()).hasSize(2);
        assertThat(score.note()).doesNotContain("chance");
    }

    /** Of 60 fresh samples 3 may look wider by chance; more than 9 has a chance below 0.002. */
    @Test
    void freshSamplesSeldomLookWider() {
        int wider = 0;
        for (int i = 0; i < 60; i++) {
            Table real = People.of(600, 0.3, Rng.of(i).child("real"));
            Table fresh = People.of(600, 0.3, Rng.of(i).child("fresh"));
            wider += measure(real, fresh, "sex, age", "pay").value() > 0 ? 1 : 0;
        }
        assertThat(wider).isLessThanOrEqualTo(9);
    }

    @Test
    void widenedGapsAreSeen() {
        Table real = People.of(3000, 0.1, Rng.of(1));
        Table worse = People.of(3000, 0.6, Rng.of(2));
        Score score = measure(real, worse, "sex, age", "pay");
        assertThat(score.value()).isBetween(0.08, 0.25);
        assertThat(score.note()).contains("between M and F (sex)").contains("wider than chance");
        assertThat(measure(worse, real, "sex, age", "pay").value()).isZero();
        assertThat(measure(worse, real, "sex", "pay").note()).endsWith("narrower than chance explains.");
        Score hours = measure(real, worse, "sex", "hours");
        assertThat(hours.value()).isBetween(0.4, 1.0);
        assertThat(hours.note()).startsWith("The gap in the mean of hours in deviations between M and F (sex)");
        assertThat(hours.figures().get(0).rows().get(1).values().get(3)).isBetween(38.0, 42.0);
    }

    @Test
    void lostGroupsAreInTheParts() {
        Table real = People.labels("g", "a", 60, "b", 40);
        Table synthetic = People.labels("g", "a", 95, "b", 5);
        Score score = measure(real, synthetic, "g", "x");
        assertThat(score.parts().get("g: least share kept")).isCloseTo(0.125, within(1e-12));
        assertThat(score.value()).isNaN();
        assertThat(score.note()).isEqualTo("No two groups have rows enough to be compared.");
    }

    @Test
    void withoutOutcomeThereAreSizes() {
        Object[] cells = new Object[40];
        for (int i = 0; i < 40; i++) {
            cells[i] = i < 15 ? "a" : "b";
        }
        Table one = Table.of("g:category", cells);
        Score score = GroupGaps.PLUGIN
                .make(Map.of("sensitive", "g", "target", "g"))
                .measure(new Comparison(one, one, null), Run.of(1));
        assertThat(score.value()).isNaN();
        assertThat(score.note()).isEqualTo("There are no groups to compare.");
    }

    @Test
    void everyLabelOfManyIsAnOutcome() {
        Table real = People.of(1000, 0, Rng.of(1));
        Object[] cells = new Object[2 * 1000];
        for (int i = 0; i < 1000; i++) {
            cells[2 * i] = real.cell(i, 3);
            cells[2 * i + 1] = "l" + i % 4;
        }
        Table many = Table.of("g:category, y:category", cells);
        Score score = measure(many, many, "g", "y");
        assertThat(score.figures().get(0).columns()).hasSize(3 + 2 * 4);
        assertThat(List.of(score.value())).containsExactly(0.0);
    }
}
