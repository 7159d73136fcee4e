package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metrics;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.math.TwoSamples;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Metrics of one column at a time: values by hand and from SciPy (reference/two_samples.py), and cases whose answer is
 * known. Those of SDMetrics are in SdMetricsReportTest.
 */
class ColumnMetricsTest {
    private static Score score(String metric, Map<String, ?> options, Table real, Table synthetic) {
        return Metrics.ALL.find(metric).make(options).measure(Comparison.of(real, synthetic), Run.of(1));
    }

    private static Score score(String metric, Table real, Table synthetic) {
        return score(metric, Map.of(), real, synthetic);
    }

    private static Table numbers(JsonNode values) {
        double[] out = new double[values.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = values.get(i).doubleValue();
        }
        return Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(out)));
    }

    private static Table labels(JsonNode counts) {
        StringBuilder out = new StringBuilder();
        for (int k = 0; k < counts.size(); k++) {
            out.append(("label" + k + " ").repeat(counts.get(k).intValue()));
        }
        return Table.of(
                Schema.of(Field.of("x", Kind.CATEGORY)),
                List.of(CodeColumn.of(out.toString().trim().split(" "))));
    }

    private static JsonNode scipy() {
        return new ObjectMapper()
                .readTree(
                        Path.of("src/test/resources/reference/two_samples.json").toFile());
    }

    @Test
    void distancesOfNumbersAreSciPys() {
        scipy().path("numbers").properties().forEach(entry -> {
            JsonNode given = entry.getValue();
            Table real = numbers(given.path("a"));
            Table synthetic = numbers(given.path("b"));
            double energy = given.path("energy").doubleValue();
            double apart = given.path("apart").doubleValue();
            assertThat(score("energy-distance", real, synthetic).value())
                    .as(entry.getKey())
                    .isCloseTo(energy * energy / (2 * apart), within(1e-9));
            double[] a = real.numbers(0).toArray();
            Arrays.sort(a);
            double unit = TwoSamples.quantile(a, 0.75) - TwoSamples.quantile(a, 0.25);
            if (unit > 0) {
                Score score = score("quantile-distance", real, synthetic);
                assertThat(score.value() * unit)
                        .as(entry.getKey())
                        .isCloseTo(given.path("wasserstein").doubleValue(), within(1e-9));
                double tail = given.path("quantiles").get(1).get(4).doubleValue()
                        - given.path("quantiles").get(0).get(4).doubleValue();
                assertThat(score.figures().get(0).rows().get(0).values().get(4) * unit)
                        .isCloseTo(tail, within(1e-9));
            }
        });
    }

    @Test
    void jensenShannonOfLabelsIsSciPys() {
        for (JsonNode given : scipy().path("labels")) {
            Score score = score("jensen-shannon", labels(given.path("a")), labels(given.path("b")));
            double distance = given.path("jensen_shannon").doubleValue();
            assertThat(score.value()).isCloseTo(distance * distance, within(1e-9));
            assertThat(score.figures().get(0).rows().get(0).values().get(1)).isCloseTo(distance, within(1e-9));
        }
    }

    @Test
    void jensenShannonOfNumbersIsThatOfTheirBins() {
        // Real quartiles 2.5, 4.5, 6.5: real 2 2 2 2 of 8, synthetic 4 0 0 0 and 1 missing.
        Table real = Table.of("x:whole", 1, 2, 3, 4, 5, 6, 7, 8);
        Table synthetic = Table.of("x:whole", 1, 1, 2, 0, null);
        double expected =
                JensenShannon.divergence(new double[] {.25, .25, .25, .25, 0}, new double[] {.8, 0, 0, 0, .2});
        assertThat(score("jensen-shannon", Map.of("bins", 4), real, synthetic).value())
                .isCloseTo(expected, within(1e-12));
    }

    /** 0/1 distances of labels, against all pairs of rows. */
    @Test
    void energyOfLabelsCountsPairs() {
        Table real = Table.of("k:category", "a", "a", "b", "c");
        Table synthetic = Table.of("k:category", "a", "b", "b", "d", null);
        // Pairs that differ: 16 - (2*1 + 1*2) = 12 of 16; real 16 - (4 + 1 + 1) = 10; synthetic 16 - (1 + 4 + 1) = 10.
        double expected = (2 * 12.0 - 10 - 10) / (2 * 12.0);
        assertThat(score("energy-distance", real, synthetic).value()).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "range-coverage",
                "category-coverage",
                "missing-similarity",
                "missing-pattern",
                "statistic-similarity",
                "quantile-distance",
                "energy-distance",
                "jensen-shannon",
                "column-tests"
            })
    void identicalTablesAreTheSameAndOthersAreNot(String metric) {
        Table real = Tables.law(3000, Rng.of(1).child("real"));
        boolean distance = Metrics.ALL.find(metric).make().about().better() == About.Better.LOWER;
        assertThat(score(metric, real, real).value()).isEqualTo(distance ? 0 : 1);
        // Shuffled columns have the same margins: only which values are missing together could tell, and y alone misses
        // any.
        assertThat(score(metric, real, Tables.independent(real, Rng.of(2))).value())
                .isCloseTo(distance ? 0 : 1, within(1e-12));
        Table other = Table.of(
                "x:decimal, y:decimal, z:decimal, k:category, f:flag", 50, 9, 30, "k0", "no", 51, 9, 31, "k0", "no");
        double far = score(metric, real, other).value();
        assertThat(far).isNotNaN();
        assertThat(distance ? far > 0.1 : far < 0.99).as(metric + " " + far).isTrue();
    }

    /** Each shifts one column of five by so much that its own part, and no other, moves. */
    @ParameterizedTest
    @ValueSource(strings = {"quantile-distance", "energy-distance", "jensen-shannon", "column-tests"})
    void aShiftIsSeenInItsColumnOnly(String metric) {
        Table real = Tables.law(4000, Rng.of(3).child("real"));
        Table fresh = Tables.law(4000, Rng.of(3).child("fresh"));
        Map<String, Double> before = score(metric, real, fresh).parts();
        Map<String, Double> after = score(metric, real, Tables.map(fresh, "x", value -> value + 0.5))
                .parts();
        before.forEach((name, value) -> {
            if (!name.equals("x")) {
                assertThat(after).containsEntry(name, value);
            }
        });
        assertThat(Math.abs(after.get("x") - before.get("x")))
                .isGreaterThan(metric.equals("column-tests") ? 0.9 : 0.02);
    }

    /** Of fresh rows of one law: W1 of a normal column of n rows against n is near 0.8 / 1.35 sqrt(2 / n) = 0.013. */
    @Test
    void freshRowsAreNear() {
        Table real = Tables.law(4000, Rng.of(4).child("real"));
        Table fresh = Tables.law(4000, Rng.of(4).child("fresh"));
        assertThat(score("quantile-distance", real, fresh).parts().get("x")).isBetween(0.002, 0.05);
        assertThat(score("energy-distance", real, fresh).value()).isLessThan(0.001);
        // 20 bins, 19 degrees of freedom: 19 / (4 n ln 2) = 0.0017 on average.
        assertThat(score("jensen-shannon", real, fresh).parts().get("x")).isBetween(0.0005, 0.004);
        assertThat(score("column-tests", real, fresh).value()).isEqualTo(1);
    }

    @Test
    void aTailThatWasCutOffShowsInItsQuantile() {
        Table real = Tables.law(5000, Rng.of(5));
        Score cut = score("quantile-distance", real, Tables.map(real, "x", value -> Math.min(value, 1.5)));
        List<Double> x = cut.figures().get(0).rows().get(0).values();
        assertThat(x.get(1)).isZero();
        assertThat(x.get(4)).isLessThan(-0.4);
    }

    @Test
    void whatIsLostOrConstant() {
        Table real = Table.of("x:whole, k:category", 1, "a", 2, "b", 3, "b");
        Table lost = Table.of("x:whole, k:category", null, null, null, null);
        Table constant = Table.of("x:whole, k:category", 2, "a", 2, "a");
        assertThat(score("range-coverage", real, lost).parts()).containsEntry("x", 0.0);
        assertThat(score("range-coverage", real, constant).parts()).containsEntry("x", 0.0);
        assertThat(score("range-coverage", constant, real).value()).isNaN();
        assertThat(score("category-coverage", real, constant).value()).isEqualTo(0.5);
        assertThat(score("statistic-similarity", real, lost).value()).isZero();
        assertThat(score("statistic-similarity", real, constant).value()).isEqualTo(1);
        assertThat(score("column-tests", real, lost).value()).isZero();
        assertThat(score("missing-similarity", real, lost).value()).isZero();
        assertThat(score("energy-distance", constant, constant).value()).isZero();
        assertThat(score("energy-distance", real, lost).value()).isNaN();
    }
}
