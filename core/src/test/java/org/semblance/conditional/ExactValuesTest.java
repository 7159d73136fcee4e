package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.conditional.Predictors.Role;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/** What of mean, quadratic and 2lonly.mean is no chance, against mice 3.15.0 by {@code reference/conditional_exact.R}. */
class ExactValuesTest {
    private static Column drawn(String method, Map<String, ?> options, Predictors x, Column y, long seed) {
        Field field = Field.of("y", y instanceof NumberColumn ? Kind.DECIMAL : Kind.CATEGORY);
        return Conditionals.ALL
                .find(method)
                .make(options)
                .fit(Given.of(x, field, y), Run.of(seed))
                .draw(x, Rng.of(seed));
    }

    @Test
    @DisplayName("mean: that of the observed numbers, in every row")
    void mean() {
        Reference data = Reference.read("linear/data.csv");
        Reference expected = Reference.read("exact/mean.csv");
        NumberColumn drawn =
                (NumberColumn) drawn("mean", Map.of(), Trees.predictors(data, "x1", "x2"), data.numberColumn("y"), 1);
        double[] rows = expected.numbers("row");
        for (int i = 0; i < rows.length; i++) {
            assertThat(drawn.get((int) rows[i] - 1)).isCloseTo(expected.numbers("mean")[i], within(1e-12));
        }
    }

    @Test
    @DisplayName("quadratic: what is drawn contributes what an observed row does, by lm's coefficients")
    void contributions() {
        Reference data = Reference.read("more/quadratic-data.csv");
        double[] curve = Reference.read("exact/curve.csv").numbers("coefficient");
        double[] y = data.numbers("y");
        double[] observed = Arrays.stream(y)
                .filter(v -> !Double.isNaN(v))
                .map(v -> curve[1] * v + curve[2] * v * v)
                .toArray();
        int roots = 0;
        for (int seed = 0; seed < 20; seed++) {
            NumberColumn drawn = (NumberColumn) drawn(
                    "quadratic",
                    Map.of("outcome", "q"),
                    Trees.predictors(data, "z", "q"),
                    data.numberColumn("y"),
                    seed);
            for (int row = 0; row < y.length; row++) {
                double v = drawn.get(row);
                double contribution = curve[1] * v + curve[2] * v * v;
                assertThat(Arrays.stream(observed)
                                .map(o -> Math.abs(o - contribution))
                                .min()
                                .orElseThrow())
                        .isLessThan(1e-9);
                roots += v > -curve[1] / (2 * curve[2]) ? 1 : 0;
            }
        }
        // Both roots are given.
        assertThat(roots).isBetween(20 * y.length / 20, 20 * y.length * 19 / 20);
    }

    @Test
    @DisplayName("2lonly.mean: the mean of the cluster's numbers, the middle one of its labels")
    void clusters() {
        Reference data = Reference.read("levels/data.csv");
        Reference expected = Reference.read("exact/clusters.csv");
        Predictors all = Trees.predictors(data, "school", "extrav");
        Predictors x = new Predictors(all.table(), List.of(Role.CLUSTER, Role.FIXED), new int[0]);
        NumberColumn numbers = (NumberColumn) drawn("2lonly.mean", Map.of(), x, data.numberColumn("pop"), 1);
        String[] pass = Arrays.stream(data.texts("pass"))
                .map(text -> text == null ? null : text.equals("1") ? "yes" : "no")
                .toArray(String[]::new);
        int[] codes = Arrays.stream(pass)
                .mapToInt(label -> label == null ? -1 : label.equals("yes") ? 1 : 0)
                .toArray();
        CodeColumn labels =
                (CodeColumn) drawn("2lonly.mean", Map.of(), x, CodeColumn.of(codes, List.of("no", "yes")), 1);
        IntStream.range(0, expected.rows().size()).forEach(i -> {
            int row = (int) expected.numbers("row")[i] - 1;
            String value = Objects.requireNonNull(expected.texts("value")[i]);
            if (expected.texts("target")[i].equals("pop")) {
                assertThat(numbers.get(row)).isCloseTo(Double.parseDouble(value), within(1e-9));
            } else {
                assertThat(labels.get(row)).as("row " + row).isEqualTo(value);
            }
        });
    }
}
