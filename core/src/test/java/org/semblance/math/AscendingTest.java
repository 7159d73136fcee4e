package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class AscendingTest {
    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1,
        -1
    };

    @Test
    void sortsAsTheLibraryDoes() {
        Rng rng = Rng.of(1);
        for (int n : new int[] {0, 1, Ascending.FEW - 1, Ascending.FEW, 20_000}) {
            double[] bits = new double[n];
            double[] ages = new double[n];
            double[] same = new double[n];
            double[] prices = new double[n];
            double[] wide = new double[n];
            double[] almost = new double[n];
            double[] signs = new double[n];
            for (int i = 0; i < n; i++) {
                bits[i] = i < ODD.length ? ODD[i] : Double.longBitsToDouble(rng.nextLong());
                ages[i] = Math.rint(40 + 15 * rng.nextGaussian());
                same[i] = 7;
                prices[i] = Math.rint(100 * 2_500 * Math.exp(rng.nextGaussian())) / 100;
                wide[i] = Math.rint(1e9 * (2 * rng.nextDouble() - 1));
                almost[i] = i == n - 1 ? 0.123456 : ages[i];
                signs[i] = rng.nextBoolean() ? 0.0 : i % 2 == 0 ? -0.0 : 1e10;
            }
            for (double[] values : new double[][] {bits, ages, same, prices, wide, almost, signs}) {
                double[] expected = values.clone();
                Arrays.sort(expected);
                Ascending.sort(values);
                assertThat(values).containsExactly(expected);
            }
        }
    }
}
