package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * How far the mean of a regressed column of n rows scatters over syntheses: by s^2 / n where the regression is as
 * estimated, by twice as much where it is drawn too. A variance of 200 numbers is off by a tenth of itself, so the bounds
 * fail a right method with a probability of 6e-6 each.
 */
class ProperVarianceTest {
    private static final int ROWS = 80;
    private static final int TIMES = 200;

    private static final double[] X = new double[ROWS];
    private static final double[] Y = new double[ROWS];

    static {
        Rng rng = Rng.of(5);
        for (int i = 0; i < ROWS; i++) {
            X[i] = rng.nextGaussian();
            Y[i] = 0.8 * X[i] + rng.nextGaussian();
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double products(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }

    /** Of the mean of y over syntheses that keep x, in units of s^2 / n. */
    private static double variance(String method, boolean proper) {
        double residual = (products(Y, Y) - products(X, Y) * products(X, Y) / products(X, X)) / (ROWS - 2);
        Table real = Table.of(
                Schema.of(Field.of("x", Kind.DECIMAL), Field.of("y", Kind.DECIMAL)),
                List.of(NumberColumn.of(X), NumberColumn.of(Y)));
        Map<String, Object> options =
                Map.of("methods", Map.of("y", method), "keep", List.of("x"), "proper", proper, "common", 1);
        double[] means = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            Run run = Run.of(i);
            means[i] = mean(Synthesizers.ALL
                    .find("cart")
                    .make(options)
                    .fit(real, run.child("fit"))
                    .sample(ROWS, run.child("sample"))
                    .toTable(run)
                    .numbers(1)
                    .toArray());
        }
        return products(means, means) / (TIMES - 1) / (residual / ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"norm", "normrank", "pmm"})
    @DisplayName("what is learnt is drawn once in a proper synthesis, and not in a simple one")
    void once(String method) {
        assertThat(variance(method, false)).isLessThan(1.45);
        assertThat(variance(method, true)).isCloseTo(2, within(.9));
    }
}
