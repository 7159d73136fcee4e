package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaximumTest {
    /** One parameter with its best value at 3; {@code wrong} turns the gradient round, so that no step is better. */
    private record Parabola(double height, boolean wrong) implements Maximum.Likelihood {
        @Override
        public double loss(double[] at) {
            return height + (at[0] - 3) * (at[0] - 3);
        }

        @Override
        public double[][] information(double[] at, double[] gradient) {
            gradient[0] += wrong ? at[0] - 3 : 3 - at[0];
            return new double[][] {{1}};
        }
    }

    @Test
    void theLargestLikelihoodIsFound() {
        Maximum found = Maximum.of(new Parabola(2, false), new double[] {10});

        assertThat(found.converged()).isTrue();
        assertThat(found.at()[0]).isCloseTo(3, within(1e-12));
        assertThat(found.loss()).isCloseTo(2, within(1e-12));
    }

    @Test
    void whereNoPartOfAStepIsBetterTheFitHasFailed() {
        Maximum found = Maximum.of(new Parabola(2, true), new double[] {10});

        assertThat(found.converged()).isFalse();
        assertThat(found.at()).containsExactly(10);
    }

    @Test
    void aLossThatIsNoNumberIsAFailure() {
        Maximum found = Maximum.of(new Parabola(Double.NaN, false), new double[] {10});

        assertThat(found.converged()).isFalse();
        assertThat(found.at()).containsExactly(10);
    }

    @Test
    void labelsThatAPredictorTellsApartHaveNoLargestLikelihood() {
        double[] x = IntStream.range(0, 60).mapToDouble(i -> i / 60.0 - 0.5).toArray();
        double[] ones = IntStream.range(0, 60).mapToDouble(i -> 1).toArray();
        int[] apart = IntStream.range(0, 60).map(i -> i / 20).toArray();
        int[] mixed = IntStream.range(0, 60).map(i -> (i / 20 + i % 2) % 3).toArray();

        assertThat(MultinomialLogit.fit(new double[][] {ones, x}, apart, 3).converged())
                .isFalse();
        assertThat(ProportionalOdds.fit(new double[][] {x}, apart, 3).converged())
                .isFalse();
        assertThat(MultinomialLogit.fit(new double[][] {ones, x}, mixed, 3).converged())
                .isTrue();
        assertThat(ProportionalOdds.fit(new double[][] {x}, mixed, 3).converged())
                .isTrue();
    }

    @Test
    void aModelWithoutPredictorsHasTheShares() {
        double[] ones = {1, 1, 1, 1, 1, 1};
        Regression fit = MultinomialLogit.fit(new double[][] {ones}, new int[] {0, 1, 1, 2, 2, 2}, 3);

        assertThat(fit.converged()).isTrue();
        assertThat(fit.coefficients()[0]).isCloseTo(Math.log(2), within(1e-9));
        assertThat(fit.coefficients()[1]).isCloseTo(Math.log(3), within(1e-9));
    }
}
