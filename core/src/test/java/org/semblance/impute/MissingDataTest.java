package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values of mice 3.19.10's help pages and tests, on its data set {@code nhanes}. */
class MissingDataTest {
    private final MissingData missing = MissingData.of(Nhanes.DATA);

    @Test
    @DisplayName("MD-PATTERN: five patterns, as in the help page")
    void patterns() {
        assertThat(missing.patterns().stream().map(MissingData.Pattern::rows)).containsExactly(13, 3, 1, 1, 7);
        assertThat(new int[] {missing.missing(0), missing.missing(1), missing.missing(2), missing.missing(3)})
                .containsExactly(0, 9, 8, 10);
        assertThat(missing.completeRows()).isEqualTo(13);
    }

    @Test
    @DisplayName("MD-PAIRS: pairs of the help page")
    void pairs() {
        assertThat(missing.bothObserved())
                .isDeepEqualTo(new int[][] {{25, 16, 17, 15}, {16, 16, 16, 13}, {17, 16, 17, 14}, {15, 13, 14, 15}});
        assertThat(missing.rowObserved())
                .isDeepEqualTo(new int[][] {{0, 9, 8, 10}, {0, 0, 0, 3}, {0, 1, 0, 3}, {0, 2, 1, 0}});
        assertThat(missing.bothMissing())
                .isDeepEqualTo(new int[][] {{0, 0, 0, 0}, {0, 9, 8, 7}, {0, 8, 8, 7}, {0, 7, 7, 10}});
    }

    @Test
    @DisplayName("FLUX: influx and outflux")
    void flux() {
        double[] influx = {0, 0.16438, 0.12329, 0.21918};
        double[] outflux = {1, 0.11111, 0.14815, 0.11111};
        for (int c = 0; c < 4; c++) {
            assertThat(missing.influx(c)).isCloseTo(influx[c], within(5e-6));
            assertThat(missing.outflux(c)).isCloseTo(outflux[c], within(5e-6));
        }
    }

    @Test
    @DisplayName("QUICKPRED-001: the predictors of the help page")
    void quickPredictors() {
        assertThat(QuickPredictors.DEFAULT.of(Nhanes.DATA))
                .isDeepEqualTo(new int[][] {{0, 0, 0, 0}, {1, 0, 1, 1}, {1, 0, 0, 1}, {1, 1, 1, 0}});
        assertThat(new QuickPredictors(0.4, 0, Set.of(), Set.of()).of(Nhanes.DATA))
                .isDeepEqualTo(new int[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {1, 0, 0, 1}, {1, 0, 1, 0}});
        assertThat(new QuickPredictors(0.1, 0.3, Set.of(), Set.of()).of(Nhanes.DATA))
                .isDeepEqualTo(new int[][] {{0, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}, {1, 1, 1, 0}});
    }

    @Test
    void columnsCanBeForcedInAndOut() {
        assertThat(new QuickPredictors(0.4, 0, Set.of("bmi"), Set.of("age")).of(Nhanes.DATA))
                .isDeepEqualTo(new int[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 1, 0}});
    }
}
