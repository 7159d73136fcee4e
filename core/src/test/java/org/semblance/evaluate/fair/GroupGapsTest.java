package org.semblance.evaluate.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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

    /** Of 12 that have it 3 are of group a; the rest is what b and c leave. */
    @Test
    void gapsDoNotTellTheRatesOfFewRows() {
        Table real = groups(new int[] {40, 60, 100}, new int[] {3, 20, 30});
        Table synthetic = groups(new int[] {400, 600, 1000}, new int[] {40, 200, 300});
        Score score = measure(real, synthetic, "g", "y");
        assertThat(score.figures().get(0).rows())
                .extracting(row -> row.values().get(3))
                .containsExactly(Double.NaN, Double.NaN, 0.3);
        assertThat(score.parts().get("g: largest gap, real")).isNaN();
        assertThat(score.parts().get("g: smallest ratio, real")).isNaN();
        assertThat(score.parts().get("g: largest gap, synthetic")).isCloseTo(1 / 3.0 - 0.1, within(1e-12));
        assertThat(score.note()).startsWith("No gap is wider than chance explains; too few");
        // With one group more of enough rows there are two to tell of.
        score = measure(groups(new int[] {40, 60, 100, 100}, new int[] {3, 20, 30, 50}), synthetic, "g", "y");
        assertThat(score.parts().get("g: largest gap, real")).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aWidenedGapOfFewRowsIsSeenButNotTold() {
        Table real = groups(new int[] {400, 400, 400}, new int[] {3, 20, 100});
        Score one = measure(real, groups(new int[] {400, 400, 400}, new int[] {3, 20, 390}), "g", "y");
        assertThat(one.value()).isEqualTo(Gap.UNTOLD);
        assertThat(one.note()).contains("wider than chance explains; too few").doesNotContain("0.");
        // Neither does the value tell 3 from 5.
        Table other = groups(new int[] {400, 400, 400}, new int[] {5, 18, 100});
        assertThat(measure(other, groups(new int[] {400, 400, 400}, new int[] {3, 20, 390}), "g", "y"))
                .isEqualTo(one);
    }

    /** The attacker knows the rows of each group and with the outcome, and solves for the groups that are not told. */
    @Test
    void noCountOfFewRowsSolvesTheEquations() {
        Rng rng = Rng.of(11);
        int told = 0;
        int small = 0;
        for (int trial = 0; trial < 300; trial++) {
            int[] sizes = new int[4];
            int[] yes = new int[4];
            for (int g = 0; g < 4; g++) {
                sizes[g] = 12 + rng.nextInt(60);
                yes[g] = Math.min(sizes[g], rng.nextInt(40));
            }
            Table real = groups(sizes, yes);
            Score score = measure(real, real, "g", "y");
            boolean turned = score.figures().get(0).columns().get(3).contains("y = no");
            int known = 0;
            int hiddenYes = 0;
            int hidden = 0;
            for (int g = 0; g < 4; g++) {
                double rate = score.figures().get(0).rows().get(g).values().get(3);
                int with = turned ? sizes[g] - yes[g] : yes[g];
                if (Double.isNaN(rate)) {
                    // A 0 is nobody's and may be found out.
                    hidden += with == 0 || with == sizes[g] ? 2 : 1;
                    hiddenYes += with;
                    small += Math.min(with, sizes[g] - with) < 10 ? 1 : 0;
                } else {
                    assertThat(rate).isCloseTo((double) with / sizes[g], within(1e-12));
                    assertThat(Math.min(with, sizes[g] - with)).isGreaterThanOrEqualTo(10);
                    known++;
                }
            }
            told += known;
            assertThat(hiddenYes == 0 || hiddenYes >= 10).isTrue();
            assertThat(hidden).isNotEqualTo(1);
        }
        assertThat(small).isGreaterThan(300);
        assertThat(told).isGreaterThan(300);
    }

    /** Groups a, b, ... of so many rows, of which so many are yes. */
    private static Table groups(int[] sizes, int[] yes) {
        List<Object> cells = new ArrayList<>();
        for (int g = 0; g < sizes.length; g++) {
            for (int i = 0; i < sizes[g]; i++) {
                cells.add(String.valueOf((char) ('a' + g)));
                cells.add(i < yes[g] ? "yes" : "no");
            }
        }
        return Table.of("g:category, y:flag", cells.toArray());
    }
}
