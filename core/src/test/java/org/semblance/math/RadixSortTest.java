package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class RadixSortTest {
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
        for (int n : new int[] {0, 1, RadixSort.FEW - 1, RadixSort.FEW, 20_000}) {
            double[] bits = new double[n];
            double[] ages = new double[n];
            double[] same = new double[n];
            for (int i = 0; i < n; i++) {
                bits[i] = i < ODD.length ? ODD[i] : Double.longBitsToDouble(rng.nextLong());
                ages[i] = Math.rint(40 + 15 * rng.nextGaussian());
                same[i] = 7;
            }
            for (double[] values : new double[][] {bits, ages, same}) {
                double[] expected = values.clone();
                Arrays.sort(expected);
                RadixSort.sort(values);
                assertThat(values).containsExactly(expected);
            }
        }
    }
}
