package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Rates, risks and attacks agree with Anonymeter 1.1.0: reference/anonymeter_risks.py. */
class AnonymeterTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference/privacy");
    private static final JsonNode EXPECTED =
            new ObjectMapper().readTree(FOLDER.resolve("risks.json").toFile());

    static Table table(String name) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        List.of("a", "b", "c", "d").forEach(column -> kinds.put(column, Kind.DECIMAL));
        kinds.put("u", Kind.CATEGORY);
        kinds.put("v", Kind.CATEGORY);
        kinds.put("e", Kind.DECIMAL);
        return Tables.read(FOLDER.resolve(name + ".csv"), kinds);
    }

    private static Comparison tables() {
        return new Comparison(table("ori"), table("syn"), table("control"));
    }

    @Test
    void ratesAndResiduals() {
        for (JsonNode one : EXPECTED.path("rates")) {
            double total = one.path("total").doubleValue();
            Rate attack = Rate.of(one.path("success").doubleValue(), total, Rate.ALONE);
            Rate control = Rate.of(one.path("control").doubleValue(), total, Rate.ALONE);
            assertThat(attack.value()).isCloseTo(one.path("rate").doubleValue(), within(1e-12));
            assertThat(attack.error()).isCloseTo(one.path("error").doubleValue(), within(1e-12));
            Rate residual = attack.residual(control);
            assertThat(residual.value()).isCloseTo(one.path("residual").doubleValue(), within(1e-12));
            assertThat(residual.error()).isCloseTo(one.path("residual_error").doubleValue(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void linkability(int neighbours) {
        JsonNode expected = EXPECTED.path("linkability").path(Integer.toString(neighbours));
        Score score = Linkability.PLUGIN
                .make(Map.of(
                        "first", List.of("a", "b", "u"), "second", List.of("c", "d", "v"), "neighbours", neighbours))
                .measure(tables(), Run.of(1));
        assertThat(score.value()).isCloseTo(expected.path("risk").doubleValue(), within(1e-12));
        interval(score.interval(), expected);
    }

    private static void interval(Interval interval, JsonNode expected) {
        assertThat(interval.low()).isCloseTo(expected.path("low").doubleValue(), within(1e-12));
        assertThat(interval.high()).isCloseTo(expected.path("high").doubleValue(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"u", "v", "c"})
    void inference(String secret) {
        JsonNode expected = EXPECTED.path("inference").path(secret);
        // With one secret, its own interval; whichever way the known columns are found.
        Score one = AttributeInference.PLUGIN
                .make(Map.of("secrets", List.of(secret)))
                .measure(tables(), Run.of(1));
        assertThat(one.value()).isCloseTo(expected.path("risk").doubleValue(), within(1e-12));
        interval(one.interval(), expected);
        List<String> known = List.of("a", "b", "c", "d", "u", "v", "e").stream()
                .filter(column -> !column.equals(secret))
                .toList();
        Score named = AttributeInference.PLUGIN.make(Map.of("known", known)).measure(tables(), Run.of(1));
        assertThat(named.value()).isCloseTo(expected.path("risk").doubleValue(), within(1e-12));
        Score all = AttributeInference.PLUGIN.make().measure(tables(), Run.of(1));
        assertThat(all.parts().get(secret)).isCloseTo(expected.path("risk").doubleValue(), within(1e-12));
    }

    @Test
    void singlingOutByOneColumn() {
        AskedRows[] cells = AskedRows.of(table("ori"), table("ori"), table("control"), table("syn"));
        List<List<AskedRows.Condition>> asked = new Queries(cells[2], Run.of(1)).single(100_000, Rng.of(1));
        JsonNode expected = EXPECTED.path("univariate");
        assertThat(asked).hasSize(expected.path("questions").intValue()).doesNotHaveDuplicates();
        assertThat(alone(cells[2], asked)).isEqualTo(asked.size());
        assertThat(alone(cells[0], asked)).isEqualTo(expected.path("success").intValue());
        assertThat(alone(cells[1], asked)).isEqualTo(expected.path("control").intValue());
    }

    /** Shares of two random lots of questions about the same rows: four of their common standard errors. */
    @Test
    void singlingOutBySeveralColumns() {
        AskedRows[] cells = AskedRows.of(table("ori"), table("ori"), table("control"), table("syn"));
        List<List<AskedRows.Condition>> asked = new Queries(cells[2], Run.of(1)).several(1_500, 3, 500_000, Run.of(2));
        assertThat(asked).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
        assertThat(alone(cells[2], asked)).isEqualTo(asked.size());
        JsonNode expected = EXPECTED.path("multivariate");
        for (int t = 0; t < 2; t++) {
            String name = t == 0 ? "success" : "control";
            double error = expected.path(name + "_error").doubleValue() * Math.sqrt(2);
            assertThat((double) alone(cells[t], asked) / asked.size())
                    .isCloseTo(expected.path(name).doubleValue(), within(4 * error));
        }
    }

    private static int alone(AskedRows cells, List<List<AskedRows.Condition>> asked) {
        return (int)
                asked.stream().filter(question -> cells.count(question, 2) == 1).count();
    }
}
