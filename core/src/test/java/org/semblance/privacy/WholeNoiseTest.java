package org.semblance.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The noise has no seed: a right law fails each bound of 7 deviations with probability 3e-12. */
class WholeNoiseTest {
    private static final int N = 200_000;

    @Test
    @DisplayName("P(k) = (1 - a) / (1 + a) a^|k|, a = exp(-1 / scale)")
    void law() {
        WholeNoise noise = new WholeNoise(2);
        int[] counts = new int[11];
        for (int i = 0; i < N; i++) {
            long k = noise.next();
            if (Math.abs(k) <= 5) {
                counts[(int) k + 5]++;
            }
        }
        double a = Math.exp(-.5);
        assertThat(noise.meanAbove())
                .isCloseTo(
                        IntStream.range(1, 200)
                                .mapToDouble(k -> k * (1 - a) / (1 + a) * Math.pow(a, k))
                                .sum(),
                        within(1e-12));
        for (int k = -5; k <= 5; k++) {
            double p = (1 - a) / (1 + a) * Math.pow(a, Math.abs(k));
            assertThat(counts[k + 5] / (double) N).isCloseTo(p, within(7 * Math.sqrt(p * (1 - p) / N)));
        }
    }

    @Test
    @DisplayName("the largest of a thousand: as many at least g, and as many second ones, as the law says")
    void largest() {
        WholeNoise noise = new WholeNoise(2);
        double a = Math.exp(-.5);
        int n = 1000;
        int tries = 20_000;
        double below = 1 - Math.pow(a, 14) / (1 + a);
        double none = Math.pow(below, n);
        double one = none + n * (1 - below) * Math.pow(below, n - 1);
        int first = 0;
        int second = 0;
        for (int i = 0; i < tries; i++) {
            WholeNoise.Largest largest = noise.largest(n);
            long most = largest.next();
            long next = largest.next();
            assertThat(next).isLessThanOrEqualTo(most);
            first += most >= 14 ? 1 : 0;
            second += next >= 14 ? 1 : 0;
        }
        assertThat(first / (double) tries).isCloseTo(1 - none, within(7 * Math.sqrt(none * (1 - none) / tries)));
        assertThat(second / (double) tries).isCloseTo(1 - one, within(7 * Math.sqrt(one * (1 - one) / tries)));
    }

    @Test
    @DisplayName("of equal draws among the largest the ties descend, and are spread evenly over 0 to 1")
    void ties() {
        WholeNoise.Largest largest = new WholeNoise(2).largest(N);
        int[] tenths = new int[10];
        long before = Long.MAX_VALUE;
        double above = 1;
        int count = 0;
        for (long draw = largest.next(); draw > 0; draw = largest.next()) {
            double tie = largest.tie();
            assertThat(tie).isBetween(0.0, draw == before ? above : 1.0);
            tenths[Math.min(9, (int) (10 * tie))]++;
            before = draw;
            above = tie;
            count++;
        }
        for (int tenth : tenths) {
            assertThat(tenth / (double) count).isCloseTo(.1, within(7 * Math.sqrt(.09 / count)));
        }
    }

    @Test
    void endsAtZero() {
        WholeNoise.Largest largest = new WholeNoise(1).largest(3);
        for (int i = 0; i < 3; i++) {
            largest.next();
        }
        assertThat(largest.next()).isZero();
    }
}
