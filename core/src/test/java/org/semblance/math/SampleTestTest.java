package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests and distances of two samples against SciPy (reference/two_samples.py) and R (reference/many_tests.R). */
class SampleTestTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    private static final Offset<Double> CLOSE = within(1e-9);

    private static JsonNode scipy() {
        return new ObjectMapper().readTree(REFERENCE.resolve("two_samples.json").toFile());
    }

    private static double[] array(JsonNode node) {
        double[] out = new double[node.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = node.get(i).doubleValue();
        }
        return out;
    }

    private static double[] sorted(JsonNode node) {
        double[] out = array(node);
        Arrays.sort(out);
        return out;
    }

    private static void check(SampleTest found, JsonNode expected, String what) {
        assertThat(found.statistic()).as(what).isCloseTo(expected.get(0).doubleValue(), CLOSE);
        double p = expected.get(1).doubleValue();
        assertThat(found.p()).as(what).isCloseTo(p, CLOSE);
        // Where p is far below 1e-9, its digits have to be right, too.
        assertThat(found.p()).as(what).isCloseTo(p, within(Math.abs(p) * 1e-6));
        assertThat(found.effect()).as(what).isCloseTo(expected.get(2).doubleValue(), CLOSE);
    }

    @Test
    void testsOfNumbersAreSciPys() {
        scipy().path("numbers").properties().forEach(entry -> {
            JsonNode given = entry.getValue();
            double[] a = sorted(given.path("a"));
            double[] b = sorted(given.path("b"));
            String name = entry.getKey();
            check(SampleTest.kolmogorovSmirnov(a, b), given.path("ks"), name + " ks");
            check(SampleTest.welch(a, b), given.path("welch"), name + " welch");
            check(SampleTest.mannWhitney(a, b), given.path("mann_whitney"), name + " mann-whitney");
            check(SampleTest.brownForsythe(a, b), given.path("brown_forsythe"), name + " brown-forsythe");
        });
    }

    @Test
    void distancesAndQuantilesAreSciPys() {
        scipy().path("numbers").properties().forEach(entry -> {
            JsonNode given = entry.getValue();
            double[] a = sorted(given.path("a"));
            double[] b = sorted(given.path("b"));
            TwoSamples found = TwoSamples.of(a, b);
            assertThat(found.furthest()).isCloseTo(given.path("ks").get(0).doubleValue(), CLOSE);
            assertThat(found.area()).isCloseTo(given.path("wasserstein").doubleValue(), CLOSE);
            assertThat(Math.sqrt(2 * found.squares()))
                    .isCloseTo(given.path("energy").doubleValue(), CLOSE);
            assertThat(found.apart()).isCloseTo(given.path("apart").doubleValue(), CLOSE);
            assertThat(TwoSamples.variance(a)).isCloseTo(given.path("variance").doubleValue(), CLOSE);
            double[] shares = {0.01, 0.05, 0.5, 0.95, 0.99};
            for (int k = 0; k < shares.length; k++) {
                assertThat(TwoSamples.quantile(b, shares[k]))
                        .isCloseTo(given.path("quantiles").get(1).get(k).doubleValue(), CLOSE);
            }
        });
    }

    @Test
    void testsOfLabelsAreSciPys() {
        for (JsonNode given : scipy().path("labels")) {
            check(
                    SampleTest.chiSquare(array(given.path("a")), array(given.path("b"))),
                    given.path("chi_square"),
                    given.toString());
        }
    }

    @Test
    void kolmogorovsLimitLawIsSciPys() {
        for (JsonNode pair : scipy().path("kolmogorov")) {
            double expected = pair.get(1).doubleValue();
            assertThat(SampleTest.kolmogorovAbove(pair.get(0).doubleValue())).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void correctionsForManyTestsAreRs() throws Exception {
        List<String> lines = Files.readAllLines(REFERENCE.resolve("many_tests.csv"));
        List<double[]> rows = lines.subList(1, lines.indexOf("test,statistic,p")).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(cell -> cell.equals("NA") ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toList();
        double[] p = rows.stream().mapToDouble(row -> row[0]).toArray();
        assertThat(ManyTests.holm(p))
                .containsExactly(rows.stream().mapToDouble(row -> row[1]).toArray(), within(1e-15));
        assertThat(ManyTests.benjaminiHochberg(p))
                .containsExactly(rows.stream().mapToDouble(row -> row[2]).toArray(), within(1e-15));
    }

    @Test
    void testsAreRs() throws Exception {
        double[] x = {1, 2.5, 3, 4, 7, 7, 8.25};
        double[] y = {1, 3, 3.5, 4, 4, 9, 11, 12};
        List<String> lines = Files.readAllLines(REFERENCE.resolve("many_tests.csv"));
        for (String line : lines.subList(lines.indexOf("test,statistic,p") + 1, lines.size())) {
            String[] cells = line.split(",");
            SampleTest found = switch (cells[0]) {
                case "welch" -> SampleTest.welch(x, y);
                case "mann_whitney" -> SampleTest.mannWhitney(x, y);
                case "brown_forsythe" -> SampleTest.brownForsythe(x, y);
                default -> SampleTest.chiSquare(new double[] {30, 20, 10}, new double[] {26, 35, 12});
            };
            assertThat(found.statistic()).as(line).isCloseTo(Double.parseDouble(cells[1]), CLOSE);
            assertThat(found.p()).as(line).isCloseTo(Double.parseDouble(cells[2]), CLOSE);
        }
    }

    @Test
    void nothingToTestIsNaN() {
        double[] hole = {1, 2, Double.NaN};
        assertThat(SampleTest.kolmogorovSmirnov(hole, new double[] {1, 2}).p()).isNaN();
        assertThat(SampleTest.kolmogorovSmirnov(new double[] {1, 2}, hole).p()).isNaN();
        double[] none = {};
        double[] constant = {2, 2, 2};
        assertThat(SampleTest.kolmogorovSmirnov(none, constant).p()).isNaN();
        assertThat(SampleTest.welch(constant, constant).p()).isNaN();
        assertThat(SampleTest.mannWhitney(constant, constant).p()).isNaN();
        assertThat(SampleTest.brownForsythe(constant, constant).p()).isNaN();
        assertThat(SampleTest.chiSquare(new double[] {3, 0}, new double[] {5, 0})
                        .p())
                .isNaN();
        assertThat(TwoSamples.of(none, none).area()).isNaN();
    }
}
