package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of R's mice 3.x: pool.scalar (help page) and pool.syn. */
class PooledTest {
    @Test
    void rubinIsAsInMice() {
        double[] variances = {0.9723 * 0.9723, 1.041 * 1.041};
        Pooled pooled = Pooled.rubin(new double[] {-1.5457, -1.428}, variances, 23);
        assertThat(pooled.within()).isCloseTo(1.014524, within(1e-6));
        assertThat(pooled.between()).isCloseTo(0.006926645, within(1e-9));
        assertThat(pooled.variance()).isCloseTo(1.024914, within(1e-6));
        assertThat(pooled.freedom()).isCloseTo(20.97025, within(1e-5));
        assertThat(pooled.missingInformation(2)).isCloseTo(0.09272831, within(1e-8));
        assertThat(Pooled.rubin(new double[] {0, 1}, new double[] {1, 1}, Double.POSITIVE_INFINITY)
                        .freedom())
                .isCloseTo(1 / Math.pow(0.75 / 1.75, 2), within(1e-12));
        assertThat(Pooled.rubin(new double[] {1, 1}, new double[] {1, 1}, 100).freedom())
                .isCloseTo(100 * 101 / 103.0, within(1e-9));
    }

    @Test
    void reiterIsAsInMice() {
        Pooled pooled =
                Pooled.reiter(new double[] {0.12182, 0.13209}, new double[] {0.02121 * 0.02121, 0.02516 * 0.02516});
        assertThat(pooled.variance()).isCloseTo(5.678131e-4, within(1e-10));
        assertThat(pooled.freedom()).isCloseTo(463.7127, within(1e-4));
        assertThat(pooled.estimate()).isCloseTo(0.126955, within(1e-12));
        Pooled one = Pooled.reiter(new double[] {3}, new double[] {4});
        assertThat(one.variance()).isEqualTo(4);
        assertThat(one.freedom()).isInfinite();
    }
}
