package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reports and column metrics give SDMetrics' own figures: on its demo tables, and on ten pairs of sdmetrics_report.py. */
class SdMetricsReportTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    private static final Map<String, Double> ALL =
            Map.of("real-correlation-threshold", 0.0, "real-association-threshold", 0.0);

    private static Score score(String metric, Map<String, ?> options, Comparison c) {
        return Metrics.ALL.find(metric).make(options).measure(c, Run.of(1));
    }

    private static void same(Score found, JsonNode expected, String what) {
        assertThat(found.value()).as(what).isCloseTo(number(expected.path("score")), CLOSE);
        found.parts()
                .forEach((property, value) ->
                        assertThat(value).as(what + " " + property).isCloseTo(number(expected.path(property)), CLOSE));
    }

    private static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.doubleValue();
    }

    @Test
    void reportsOfTenRandomPairs() {
        JsonNode pairs = json(REFERENCE.resolve("sdmetrics_report/scores.json")).path("pairs");
        assertThat(pairs.size()).isEqualTo(10);
        for (int i = 0; i < pairs.size(); i++) {
            Comparison c = pair(pairs.get(i), i + 1);
            same(score("sdmetrics-quality", Map.of(), c), pairs.get(i).path("quality"), "quality " + i);
            same(score("sdmetrics-quality", ALL, c), pairs.get(i).path("quality of all pairs"), "all pairs " + i);
            same(score("sdmetrics-diagnostic", Map.of(), c), pairs.get(i).path("diagnostic"), "diagnostic " + i);
            same(
                    score("sdmetrics-diagnostic", Map.of("sequence-index", "d"), c),
                    pairs.get(i).path("diagnostic of a sequence"),
                    "sequence " + i);
        }
    }

    @Test
    void columnsOfTenRandomPairs() {
        JsonNode pairs = json(REFERENCE.resolve("sdmetrics_report/scores.json")).path("pairs");
        int checked = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Comparison c = pair(pairs.get(i), i + 1);
            Map<String, Map<String, Double>> found = new LinkedHashMap<>();
            for (String metric :
                    List.of("range-coverage", "category-coverage", "missing-similarity", "key-uniqueness")) {
                found.put(metric, score(metric, Map.of(), c).parts());
            }
            for (String statistic : List.of("mean", "median", "std")) {
                found.put(
                        statistic,
                        score("statistic-similarity", Map.of("statistic", statistic), c)
                                .parts());
            }
            for (Map.Entry<String, JsonNode> column :
                    pairs.get(i).path("columns").properties()) {
                for (Map.Entry<String, JsonNode> expected : column.getValue().properties()) {
                    // Keys are no scored column: what they miss counts against their uniqueness.
                    if (!column.getKey().equals("id") || expected.getKey().equals("key-uniqueness")) {
                        assertThat(found.get(expected.getKey()).get(column.getKey()))
                                .as("pair %d, %s of %s", i + 1, expected.getKey(), column.getKey())
                                .isCloseTo(number(expected.getValue()), CLOSE);
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isEqualTo(10 * (1 + 5 * 5 + 3 * 2));
    }

    private static Comparison pair(JsonNode pair, int number) {
        Path folder = REFERENCE.resolve("sdmetrics_report");
        return Comparison.of(
                Tables.read(folder.resolve("pair" + number + "_real.csv"), kinds(pair.path("real"))),
                Tables.read(folder.resolve("pair" + number + "_synthetic.csv"), kinds(pair.path("synthetic"))));
    }

    private static Map<String, Kind> kinds(JsonNode words) {
        Map<String, Kind> out = new LinkedHashMap<>();
        words.properties()
                .forEach(word -> out.put(
                        word.getKey(),
                        Kind.valueOf(word.getValue().stringValue().toUpperCase(java.util.Locale.ROOT))));
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"single_table/student_placements", "timeseries/timeseries"})
    void reportsOfTheDemos(String demo) {
        String set = demo.substring(0, demo.indexOf('/'));
        Comparison c = demo(demo);
        JsonNode summary = json(REFERENCE.resolve("sdmetrics/demos/summary.json"));
        check(score("sdmetrics-quality", Map.of(), c), summary.path(set + "|thr=(0.5, 0.3)"));
        check(score("sdmetrics-quality", ALL, c), summary.path(set + "|thr=(0, 0)"));
        Map<String, ?> options = set.equals("timeseries") ? Map.of("sequence-index", "date") : Map.of();
        check(score("sdmetrics-diagnostic", options, c), summary.path(set + "|diagnostic"));
    }

    private static void check(Score found, JsonNode expected) {
        assertThat(found.value()).isCloseTo(expected.path("score").doubleValue(), CLOSE);
        assertThat(found.parts()).hasSize(expected.path("props").size());
        found.parts()
                .forEach((property, value) -> assertThat(value)
                        .as(property)
                        .isCloseTo(expected.path("props").path(property).doubleValue(), CLOSE));
    }

    /** About 90 values of single columns that SDMetrics 0.29 gave for its demo table. */
    @Test
    void columnsOfTheDemo() {
        Comparison c = demo("single_table/student_placements");
        int[] checked = {0};
        json(REFERENCE.resolve("sdmetrics/demos/metrics.json")).properties().forEach(entry -> {
            int at = entry.getKey().indexOf('[');
            String[] of = at < 0
                    ? new String[] {""}
                    : entry.getKey()
                            .substring(at + 1, entry.getKey().length() - 1)
                            .split(",");
            String metric = switch (at < 0 ? "" : entry.getKey().substring(0, at)) {
                case "RangeCoverage" -> "range-coverage";
                case "CategoryCoverage" -> "category-coverage";
                case "MissingValueSimilarity" -> "missing-similarity";
                case "StatisticSimilarity" -> "statistic-similarity";
                default -> "";
            };
            if (!metric.isEmpty()) {
                checked[0]++;
                assertThat(score(metric, of.length > 1 ? Map.of("statistic", of[1]) : Map.of(), c)
                                .parts()
                                .get(of[0]))
                        .as(entry.getKey())
                        .isCloseTo(number(entry.getValue()), CLOSE);
            }
        });
        assertThat(checked[0]).isGreaterThan(50);
    }

    private static Comparison demo(String demo) {
        Optional<Path> data = Tables.shared("sdmetrics_demos/" + demo + "_real.csv");
        assumeTrue(data.isPresent(), "SDMetrics' demo tables are not here");
        Path folder = data.get().getParent();
        String table = demo.substring(demo.indexOf('/') + 1);
        Map<String, Kind> kinds = new LinkedHashMap<>();
        json(folder.resolve("metadata.json"))
                .path("tables")
                .path(table)
                .path("columns")
                .properties()
                .forEach(column -> kinds.put(
                        column.getKey(),
                        switch (column.getValue().path("sdtype").stringValue()) {
                            case "id" -> Kind.KEY;
                            case "numerical" -> Kind.DECIMAL;
                            case "datetime" -> Kind.DATE;
                            case "boolean" -> Kind.FLAG;
                            default -> Kind.CATEGORY;
                        }));
        return Comparison.of(
                Tables.read(folder.resolve(table + "_real.csv"), kinds),
                Tables.read(folder.resolve(table + "_synthetic.csv"), kinds));
    }

    private static JsonNode json(Path path) {
        return new ObjectMapper().readTree(path.toFile());
    }
}
