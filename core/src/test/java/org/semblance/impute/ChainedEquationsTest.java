package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class ChainedEquationsTest {
    private static final Plan.Defaults SAMPLE = new Plan.Defaults("sample", "sample", "sample", "sample");

    private static Plan sampling(Table data) {
        return Plan.of(data, Cells.missing(data), Set.of(), SAMPLE);
    }

    @Test
    void fillsEveryHoleAndLeavesTheRest() {
        Imputed imputed = ChainedEquations.impute(Nhanes.DATA, sampling(Nhanes.DATA), Run.of(1));

        for (int set = 1; set <= imputed.sets(); set++) {
            Table complete = imputed.complete(set);
            for (int c = 0; c < 4; c++) {
                assertThat(complete.column(c).missingCount()).isZero();
                for (int row = 0; row < 25; row++) {
                    Object there = Nhanes.DATA.cell(row, c);
                    if (there != null) {
                        assertThat(complete.cell(row, c)).isEqualTo(there);
                    }
                }
            }
        }
        assertThat(imputed.complete(0)).isSameAs(Nhanes.DATA);
        assertThat(imputed.events()).isEmpty();
    }

    @Test
    void isTheSameOnAnyNumberOfThreadsAndDiffersBetweenSets() {
        Imputed one = ChainedEquations.impute(Nhanes.DATA, sampling(Nhanes.DATA), Run.of(1));
        Imputed two = ChainedEquations.impute(
                Nhanes.DATA, sampling(Nhanes.DATA), Run.of(1).threads(2));

        for (int c = 0; c < 4; c++) {
            assertThat(one.values(c)).isDeepEqualTo(two.values(c));
        }
        assertThat(one.values(1)[0]).isNotEqualTo(one.values(1)[1]);
    }

    @Test
    void aColumnWithoutAValueTakesNothingFromTheOthers() {
        Object[] cells = new Object[3 * 60];
        for (int row = 0; row < 60; row++) {
            cells[3 * row] = row;
            cells[3 * row + 1] = row % 4 == 0 ? null : row + row * 7 % 13 * 5;
        }
        Table data = Table.of("x:whole, y:whole, empty:flag", cells);
        Plan plan = sampling(data).method(1, "pmm", Map.of()).method(2, "logreg", Map.of());
        Imputed imputed = ChainedEquations.impute(data, plan, Run.of(1));

        assertThat(imputed.complete(1).column(1).missingCount()).isZero();
        assertThat(imputed.events())
                .extracting(Event::words)
                .containsExactly("left out as predictor and as target: no value is observed");
    }

    @Test
    void imputationsAreAskedForByCell() {
        Plan all = Plan.of(Nhanes.DATA, Cells.all(Nhanes.DATA), Set.of(), SAMPLE);
        Plan none = Plan.of(Nhanes.DATA, Cells.none(Nhanes.DATA), Set.of(), SAMPLE);

        assertThat(ChainedEquations.impute(Nhanes.DATA, all, Run.of(1)).values(1)[0])
                .hasSize(25);
        assertThat(ChainedEquations.impute(Nhanes.DATA, none, Run.of(1)).values(1)[0])
                .isEmpty();
    }

    @Test
    void ignoredRowsAreImputedAndNotLearntFrom() {
        Table data = Table.of("x:whole", 1, 1, 99, null, null);
        boolean[] ignored = {false, false, true, false, true};

        Imputed imputed =
                ChainedEquations.impute(data, sampling(data).ignored(ignored).method(0, "sample", Map.of()), Run.of(1));

        assertThat(imputed.values(0)[0]).containsExactly(1, 1);
    }

    @Test
    void constantsAndCopiesAreLeftOutAndSaid() {
        Table data = Table.of(
                "a:decimal, b:decimal, one:whole, c:decimal",
                1,
                2,
                7,
                3,
                2,
                4,
                7,
                1,
                3,
                6,
                null,
                2,
                4,
                null,
                7,
                9,
                5,
                10,
                7,
                null);

        Imputed imputed = ChainedEquations.impute(data, sampling(data), Run.of(1));

        assertThat(imputed.events()).extracting(Event::column).containsExactly("one", "b");
        assertThat(imputed.events().get(1).words()).contains("repeats column \"a\"");
        assertThat(imputed.plan().predictors()[3]).containsExactly(1, 0, 0, 0);
        assertThat(imputed.complete(1).column(1).missingCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("MICE passive: a calculated column follows from the others in every set, and does not feed back")
    void calculatedColumnsFollowTheOthers() {
        Table data = Table.of(
                "w:decimal, h:decimal, bmi:decimal, z:decimal",
                70,
                1.8,
                70 / 3.24,
                1,
                80,
                1.9,
                80 / 3.61,
                2,
                60,
                1.6,
                60 / 2.56,
                2,
                90,
                null,
                null,
                3,
                null,
                1.7,
                null,
                1,
                75,
                1.75,
                75 / 3.0625,
                2,
                66,
                1.5,
                66 / 2.25,
                4,
                null,
                null,
                null,
                5);
        Plan plan = sampling(data).passive(data, "bmi", "w / h ^ 2");

        assertThat(plan.visits()).containsExactly(0, 1, 3, 2);
        assertThat(plan.predictors()[0]).containsExactly(0, 1, 0, 1);
        assertThat(plan.predictors()[3]).containsExactly(1, 1, 1, 0);
        Imputed imputed = ChainedEquations.impute(data, plan, Run.of(3));
        for (int set = 1; set <= 5; set++) {
            Table complete = imputed.complete(set);
            for (int row = 0; row < 8; row++) {
                double weight = complete.numbers(0).get(row);
                double height = complete.numbers(1).get(row);
                assertThat(complete.numbers(2).get(row)).isCloseTo(weight / (height * height), within(1e-9));
            }
        }
    }

    /** A predictor with holes that stays as it is leaves holes in the others, which the next must cope with. */
    @Test
    void aColumnThatIsNotImputedLeavesItsRowsOut() {
        Rng rng = Rng.of(4);
        Object[] cells = new Object[4 * 80];
        for (int i = 0; i < 80; i++) {
            double x = rng.nextGaussian();
            cells[4 * i] = i % 7 == 0 ? null : x;
            cells[4 * i + 1] = i % 5 == 0 ? null : x + rng.nextGaussian() > 0 ? "yes" : "no";
            cells[4 * i + 2] = i % 6 == 0 ? null : List.of("a", "b", "c").get((int) Math.abs(3 * x) % 3);
            cells[4 * i + 3] = i % 11 == 0 ? null : "k" + i % 3;
        }
        Table data = Table.of("x:decimal, y:flag, g:category, k:category", cells);

        Imputed imputed = ChainedEquations.impute(data, Plan.of(data).method(3, "", Map.of()), Run.of(1));

        Table complete = imputed.complete(1);
        for (int row = 0; row < 80; row++) {
            boolean known = data.cell(row, 3) != null;
            for (int c = 0; c < 3; c++) {
                assertThat(complete.cell(row, c) != null).isEqualTo(known || data.cell(row, c) != null);
            }
        }
    }

    @Test
    void whatIsDrawnCanBeBounded() {
        Table data = Nhanes.DATA;
        Plan plan = sampling(data).method(3, "norm", Map.of()).post("chl", "min(max(chl, 190), 200)");

        Imputed imputed = ChainedEquations.impute(data, plan, Run.of(3));

        for (double[] draws : imputed.values(3)) {
            assertThat(Arrays.stream(draws)).hasSize(10).allMatch(value -> value >= 190 && value <= 200);
        }
    }

    @Test
    void formulasThatDoNotFitAreTold() {
        Plan plan =
                sampling(Nhanes.DATA).post("chl", "chl > 3").post("blood", "1").post("bmi", "bmi + agee");

        assertThatThrownBy(() -> ChainedEquations.impute(Nhanes.DATA, plan, Run.of(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSize(3))
                .hasMessageContaining("another sort of value")
                .hasMessageContaining("no column \"blood\"")
                .hasMessageContaining("agee");
        assertThatThrownBy(() -> sampling(Nhanes.DATA).passive(Nhanes.DATA, "bmi", "bmi * 2"))
                .hasMessageContaining("names the column itself");
    }

    @Test
    void tablesCanBeLongWideAndStacked() {
        Imputed imputed =
                ChainedEquations.impute(Nhanes.DATA, sampling(Nhanes.DATA).sets(2), Run.of(1));

        Table longForm = imputed.longForm(true);
        assertThat(longForm.rows()).isEqualTo(75);
        assertThat(longForm.cell(25, 4)).isEqualTo(1.0);
        assertThat(longForm.cell(49, 5)).isEqualTo(25.0);
        assertThat(imputed.stacked().rows()).isEqualTo(50);
        assertThat(imputed.wide(false).schema().names())
                .startsWith("age.1", "bmi.1")
                .hasSize(8);
        assertThat(imputed.wide(true).schema().names()).startsWith("age.1", "age.2");
    }

    @Test
    void everythingWrongWithAPlanIsToldAtOnce() {
        Table data = Table.of("x:whole, who:key, y:whole", 1, "a", null, null, "b", 2);
        Plan plan = sampling(data)
                .method(0, "pmn", Map.of())
                .method(1, "sample", Map.of())
                .sets(0);

        assertThatThrownBy(() -> ChainedEquations.impute(data, plan, Run.of(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    @Test
    void chainsThatAgreeHaveAReductionNearOneAndOthersNot() {
        double[][] same = {{1, 2, 1, 2, 1, 2}, {2, 1, 2, 1, 2, 1}};
        double[][] apart = {{1, 2, 1, 2, 1, 2}, {9, 8, 9, 8, 9, 8}};

        // By hand: within .3, between 0: sqrt(5 / 6); within .3, means 1.5 and 8.5, between 24.5.
        assertThat(Trace.scaleReduction(same)[5]).isEqualTo(Math.sqrt(5 / 6.0));
        assertThat(Trace.scaleReduction(apart)[5]).isEqualTo(Math.sqrt((5 / 6.0 * .3 + 24.5) / .3));
        assertThat(Trace.autocorrelation(same)[5]).isEqualTo(-1);
    }

    @Test
    void ordersOfVisit() {
        assertThat(Plan.order(Nhanes.DATA, Plan.Order.MONOTONE)).containsExactly(0, 2, 1, 3);
        assertThat(Plan.order(Nhanes.DATA, Plan.Order.REVMONOTONE)).containsExactly(3, 1, 2, 0);
        assertThat(Plan.order(Nhanes.DATA, Plan.Order.ARABIC)).containsExactly(3, 2, 1, 0);
        assertThat(Arrays.stream(Plan.order(Nhanes.DATA, Plan.Order.ROMAN))
                        .boxed()
                        .toList())
                .isEqualTo(List.of(0, 1, 2, 3));
    }
}
