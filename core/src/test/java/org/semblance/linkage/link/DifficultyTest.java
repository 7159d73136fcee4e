package org.semblance.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Error rates scaled to an asked F1, on made-up people. */
class DifficultyTest {
    private static final Run RUN = Run.of(1).threads(2);

    private static Difficulty.Set set(double scale, long seed) {
        return People.make(600, 1500, scale, seed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.95, 0.7})
    void targetsHoldOnOtherSeeds(double target) {
        Difficulty.Result result = Difficulty.calibrate(target, DifficultyTest::set, RUN);
        assertThat(result.f1()).isCloseTo(target, within(0.01));
        double sum = 0;
        for (long seed = 100; seed < 105; seed++) {
            sum += Difficulty.counts(set(result.scale(), seed), new FellegiSunter(FellegiSunter.Options.DEFAULT), RUN)
                    .f();
        }
        // Two means of five sets each: 3.3 standard errors, wrong once in a thousand times.
        assertThat(sum / 5).isCloseTo(target, within(0.005 + 3.3 * result.spread() * Math.sqrt(2 / 5.0)));
        assertThat(result.spread()).isLessThan(0.04);
        assertThat(result.csv()).startsWith("scale,linker,precision,recall,f1,f1_sd\n0.000000,exact,");
        // At every scale the plainer linker is the worse one, but where there are no errors at all.
        for (int i = 3; i < result.curve().size(); i += 3) {
            double exact = result.curve().get(i).f1();
            double rule = result.curve().get(i + 1).f1();
            double learnt = result.curve().get(i + 2).f1();
            assertThat(exact).isLessThan(rule);
            assertThat(rule).isLessThan(learnt);
        }
    }

    @Test
    void whatCannotBeReachedIsSaid() {
        assertThatThrownBy(() -> Difficulty.calibrate(1.5, DifficultyTest::set, RUN))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Difficulty.calibrate(0.9, (scale, seed) -> set(0, seed), RUN))
                .hasMessageContaining("with error rates times");
        assertThatThrownBy(() -> Difficulty.calibrate(0.99, (scale, seed) -> set(scale + 5, seed), RUN))
                .hasMessageContaining("without any error it is");
    }
}
