package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against smooth.spline and bw.SJ of R, by {@code reference/smoothing.R}. */
class SmoothingSplineTest {
    private static double[] numbers(String file, int set, int column) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SmoothingSplineTest.class.getResourceAsStream("/reference/smoothing/" + file)),
                StandardCharsets.UTF_8))) {
            List<String[]> lines =
                    in.lines().skip(1).map(line -> line.split(",")).toList();
            return lines.stream()
                    .filter(cells -> Integer.parseInt(cells[0].strip()) == set)
                    .mapToDouble(cells -> Double.parseDouble(cells[column].strip()))
                    .toArray();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 120, 1000})
    @DisplayName("of a given smoothness as in R, and of the one that cross-validation chooses")
    void smoothed(int set) throws IOException {
        double[] y = numbers("spline.csv", set, 1);
        // R has .333 for a third in its integrals, which changes its measure of smoothness by a quarter of a percent.
        double near = 1e-4 * (y[set - 1] - y[0]);
        assertThat(SmoothingSpline.of(y, .5)).containsExactly(numbers("spline.csv", set, 2), within(near));
        assertThat(SmoothingSpline.of(y)).containsExactly(numbers("spline.csv", set, 3), within(near));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 120, 1000})
    @DisplayName("the width of a kernel as of bw.SJ")
    void width(int set) throws IOException {
        double width = numbers("bandwidth.csv", set, 1)[0];
        assertThat(Bandwidth.sheatherJones(numbers("spline.csv", set, 1))).isCloseTo(width, within(1e-6 * width));
    }
}
