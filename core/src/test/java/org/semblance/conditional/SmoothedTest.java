package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** synthpop never smooths what ranger draws (it passes the word, not the method): here every method that can is smoothed. */
class SmoothedTest {
    private static final int N = 2000;

    /** Zeros of one row in four, else log-normal numbers in cents. */
    private static final double[] INCOME = income();

    private static double[] income() {
        Rng rng = Rng.of(6);
        return IntStream.range(0, N)
                .mapToDouble(i -> rng.nextInt(4) == 0 ? 0 : Math.rint(100 * Math.exp(3 + rng.nextGaussian())) / 100)
                .toArray();
    }

    private static double[] drawn(String method, String smoothing) {
        double[] x = Arrays.stream(INCOME).map(v -> Math.rint(v / 10)).toArray();
        Predictors predictors =
                Predictors.of(Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(x))));
        Given given = Given.of(predictors, Field.of("income", Kind.DECIMAL), NumberColumn.of(INCOME));
        Conditional.Drawer drawer = Conditionals.ALL
                .find(method)
                .make(
                        method.equals("ranger")
                                ? Map.of("smoothing", smoothing, "trees", 20)
                                : Map.of("smoothing", smoothing))
                .fit(given, Run.of(1))
                .forgetful();
        return ((NumberColumn) DrawerFile.load(DrawerFile.store(drawer)).draw(predictors, Rng.of(2))).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "cart", "ctree", "rf", "bag", "ranger", "normrank", "pmm", "nested", "satcat"})
    @DisplayName("numbers are not those of donors, zeros stay, and the distribution and its decimals too")
    void methods(String method) {
        double[] plain = drawn(method, "none");
        double[] smooth = drawn(method, "density");
        double[] real = INCOME.clone();
        Arrays.sort(real);

        assertThat(Arrays.stream(smooth).filter(v -> v == 0).count())
                .isEqualTo(Arrays.stream(plain).filter(v -> v == 0).count());
        double[] different = Arrays.stream(smooth)
                .filter(v -> Arrays.binarySearch(real, v) < 0)
                .toArray();
        assertThat(different.length).isGreaterThan(N / 3);
        assertThat(Arrays.stream(smooth)
                        .filter(v ->
                                !(v >= 0 && v <= real[N - 1] * 1.5 && Math.abs(Math.rint(100 * v) - 100 * v) < 1e-6)))
                .isEmpty();
        assertThat(Arrays.stream(smooth).average().orElse(0))
                .isCloseTo(Arrays.stream(plain).average().orElse(0), within(1.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spline", "rmean"})
    void inOrder(String smoothing) {
        double[] plain = drawn("sample", "none");
        double[] smooth = drawn("sample", smoothing);
        int[] free = IntStream.range(0, N).filter(i -> plain[i] != 0).toArray();
        assertThat(IntStream.range(0, N).filter(i -> plain[i] == 0)).allMatch(i -> smooth[i] == 0);
        assertThat(Arrays.stream(free).filter(i -> smooth[i] != plain[i]).count())
                .isGreaterThan(N / 4);
        assertThat(Arrays.stream(free).mapToDouble(i -> smooth[i]).average().orElse(0))
                .isCloseTo(
                        Arrays.stream(free).mapToDouble(i -> plain[i]).average().orElse(0), within(.5));
    }

    @Test
    void meansOfFive() {
        assertThat(Smoothed.means(new double[] {1, 2, 6, 7, 9, 20}))
                .containsExactly(new double[] {1, 3, 5, 8.8, 12, 20}, within(1e-12));
        assertThat(Smoothed.means(new double[0])).isEmpty();
    }
}
