package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.conditional.Predictors.Role;
import org.semblance.math.Pooled;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** What mice's tests and help pages say that needs no randomness of R, on {@code nhanes}; models fitted by R's lm and glm. */
class MiceReferenceTest {
    private static final Table COMPLETE = Nhanes.DATA.take(IntStream.range(0, 25)
            .filter(row ->
                    IntStream.range(0, 4).noneMatch(c -> Nhanes.DATA.column(c).isMissing(row)))
            .toArray());

    private static Pooling identical(String model, String family, int sets) {
        return Pooling.of(model, family, List.of(), Collections.nCopies(sets, COMPLETE), Pooling.Rule.RUBIN);
    }

    @Test
    @DisplayName("the thirteen complete rows: chl by age and bmi as in the help page")
    void completeCases() {
        double[] estimates = {-80.19371622083, 53.06907908214, 6.88405382917};
        double[] errors = {58.77157294694, 11.29303058913, 1.84580054321};
        List<Pooling.Term> terms = identical("chl ~ age + bmi", "linear", 2).terms();

        assertThat(COMPLETE.rows()).isEqualTo(13);
        for (int j = 0; j < 3; j++) {
            assertThat(terms.get(j).estimate()).isCloseTo(estimates[j], within(1e-8));
            assertThat(terms.get(j).error()).isCloseTo(errors[j], within(1e-8));
        }
    }

    /** mice's D3 of a glm is NA or negative. */
    @ParameterizedTest
    @CsvSource({
        "chl ~ age + bmi, chl ~ age, linear, 11.332109959",
        "'factor(hyp) ~ bmi', 'factor(hyp) ~ 1', logistic, 0.146593817935",
    })
    @DisplayName("D3 of complete data is the likelihood ratio test, also of a logistic regression")
    void likelihoodRatio(String model, String smaller, String family, double expected) {
        Pooling.Comparison found = identical(model, family, 3).likelihood(smaller);

        assertThat(found.statistic() * found.freedom()).isCloseTo(expected, within(1e-6));
        assertThat(found.increase()).isCloseTo(0, within(1e-9));
        assertThat(found.p())
                .isCloseTo(1 - new ChiSquaredDistribution(1).cumulativeProbability(expected), within(1e-6));
        Pooling pooling = identical(model, family, 3);
        assertThat(pooling.wald(smaller).p()).isBetween(0.0, 1.0);
        assertThat(pooling.combined(smaller).p()).isBetween(0.0, 1.0);
    }

    @Test
    @DisplayName("BARNARD-RUBIN-001..005: nothing missing, and infinitely many rows")
    void degreesOfFreedom() {
        double[] same = {1, 1, 1};
        double[] variances = {2, 2, 2};
        assertThat(Pooled.rubin(same, variances, 100).freedom()).isCloseTo(100 * 101 / 103.0, within(1e-9));
        double[] apart = {1, 2, 3};
        double lambda = 4 / 3.0 / (2 + 4 / 3.0);
        assertThat(Pooled.rubin(apart, variances, Double.POSITIVE_INFINITY).freedom())
                .isCloseTo(2 / (lambda * lambda), within(1e-9));
        assertThat(Pooled.rubin(apart, variances, 1e12).freedom()).isCloseTo(2 / (lambda * lambda), within(1e-6));
    }

    @Test
    @DisplayName("where: every other row gets 12 imputations of 25")
    void everyOtherRow() {
        boolean[][] alternate = new boolean[4][25];
        for (boolean[] column : alternate) {
            for (int row = 1; row < 25; row += 2) {
                column[row] = true;
            }
        }
        Plan plan = Plan.of(Nhanes.DATA, Cells.of(alternate), Set.of(), Plan.Defaults.MICE);

        Imputed imputed = ChainedEquations.impute(Nhanes.DATA, plan.sets(1), Run.of(1));

        for (int c = 0; c < 4; c++) {
            assertThat(imputed.values(c)[0]).hasSize(12);
        }
    }

    @Test
    @DisplayName(
            "MICE-019: with one donor and estimated coefficients, rows that are ignored change no other's imputation")
    void ignoredRows() {
        Object[] cells = new Object[3 * 40];
        for (int i = 0; i < 40; i++) {
            cells[3 * i] = i * 17 % 41;
            cells[3 * i + 1] = i * i % 23;
            cells[3 * i + 2] = i % 4 == 1 ? null : i * 17 % 41 + 3 * (i * i % 23) + i % 5;
        }
        Table all = Table.of("a:whole, b:whole, y:whole", cells);
        int[] learnt = IntStream.range(0, 30).toArray();
        boolean[] ignored = new boolean[40];
        for (int i = 30; i < 40; i++) {
            ignored[i] = true;
        }
        Map<String, ?> nearest = Map.of("donors", 1, "match-type", 0);

        double[] with = ChainedEquations.impute(
                        all, Plan.of(all).sets(1).ignored(ignored).method(2, "pmm", nearest), Run.of(1))
                .values(2)[0];
        Table some = all.take(learnt);
        double[] without = ChainedEquations.impute(some, Plan.of(some).sets(1).method(2, "pmm", nearest), Run.of(1))
                .values(2)[0];

        assertThat(with).hasSize(10).startsWith(without);
        double[] donors = IntStream.of(learnt)
                .filter(i -> !all.column(2).isMissing(i))
                .mapToDouble(i -> all.numbers(2).get(i))
                .toArray();
        for (double value : with) {
            assertThat(donors).contains(value);
        }
    }

    /** mice's 2l.pan draws for what is missing, whatever is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"2l.pan", "2l.norm", "2l.lmer"})
    @DisplayName("methods of clusters draw for every cell that is asked for, also where it is observed")
    void whereIsHeard(String method) {
        Object[] cells = new Object[3 * 40];
        for (int i = 0; i < 40; i++) {
            cells[3 * i] = 1 + i / 8;
            cells[3 * i + 1] = i * 17 % 41;
            cells[3 * i + 2] = i % 9 == 1 ? null : (i / 8 * 3 % 5) + i * 17 % 41 / 10.0 + i * i % 7;
        }
        Table table = Table.of("k:whole, x:whole, y:decimal", cells);
        Plan plan = Plan.of(table, Cells.all(table), Set.of(), Plan.Defaults.MICE)
                .sets(1)
                .iterations(1)
                .method(0, "", Map.of())
                .method(1, "", Map.of())
                .method(2, method, Map.of())
                .predictors(new int[][] {{0, 0, 0}, {0, 0, 0}, {Role.CLUSTER.code(), Role.RANDOM.code(), 0}});

        double[] drawn = ChainedEquations.impute(table, plan, Run.of(1)).values(2)[0];

        assertThat(drawn).hasSize(40);
        for (int row = 0; row < 40; row++) {
            assertThat(drawn[row]).isFinite().isNotEqualTo(table.numbers(2).get(row));
        }
    }
}
