package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class AscendingTest {
    @Test
    void sortsAsTheJdkDoes() {
        Rng rng = Rng.of(1);
        for (int length : new int[] {0, 1, 100, 4096, 20_000}) {
            for (int kind = 0; kind < 4; kind++) {
                double[] values = new double[length];
                for (int i = 0; i < length; i++) {
                    values[i] = switch (kind) {
                        case 0 -> rng.nextGaussian() * 1e3;
                        case 1 -> rng.nextInt(20) - 10;
                        case 2 -> Double.longBitsToDouble(rng.nextLong());
                        default -> 7;
                    };
                }
                if (length > 100) {
                    values[5] = -0.0;
                    values[6] = Double.NaN;
                    values[7] = Double.NEGATIVE_INFINITY;
                    values[8] = 0.0;
                }
                double[] expected = values.clone();
                Arrays.sort(expected);
                Ascending.sort(values);
                assertThat(values).isEqualTo(expected);
            }
        }
    }
}
