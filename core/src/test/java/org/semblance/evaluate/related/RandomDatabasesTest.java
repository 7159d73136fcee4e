package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Databases made and scored by reference/sdmetrics_related.py: every number of SDMetrics is ours. */
class RandomDatabasesTest {
    private static final double TOLERANCE = 1e-9;
    private static final Path FOLDER = Path.of("src/test/resources/reference/sdmetrics/related");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void quality(int number) {
        JsonNode json = json(number);
        RelatedComparison c = RelatedComparison.of(database(number, json, "real"), database(number, json, "synthetic"));
        for (String thresholds : List.of("0, 0", "0.5, 0.3")) {
            JsonNode expected = json.path("quality (" + thresholds + ")");
            String[] both = thresholds.split(", ");
            Map<String, String> options =
                    Map.of("lost", "skip", "edges", "own", "least-correlation", both[0], "least-association", both[1]);
            Score quality = measure(
                    SdMetricsQuality.PLUGIN,
                    RelatedSdMetricsTest.thresholds(Double.parseDouble(both[0]), Double.parseDouble(both[1])),
                    c);
            same(quality.value(), expected.path("score"), "score");
            expected.path("properties")
                    .properties()
                    .forEach(property ->
                            same(quality.parts().get(property.getKey()), property.getValue(), property.getKey()));

            Score shapes = measure(Pooled.COLUMN_SHAPES, Map.of("lost", "skip"), c);
            for (JsonNode line : expected.path("shapes")) {
                same(shapes.parts().get(text(line, 0) + "." + text(line, 1)), line.get(2), line);
            }
            assertThat(shapes.parts()).hasSize(expected.path("shapes").size());

            Score pairs = measure(Pooled.PAIR_TRENDS, options, c);
            for (JsonNode line : expected.path("pairs")) {
                String name = text(line, 0) + "." + text(line, 1) + " x " + text(line, 2);
                counted(pairs.parts().get(name), line.get(3), line.get(4), line);
            }

            Score between = measure(IntertableTrends.PLUGIN, options, c);
            for (JsonNode line : expected.path("intertable")) {
                boolean twice = number == 3 && text(line, 1).equals("games");
                String name = text(line, 0) + "." + text(line, 3) + " x " + text(line, 1) + "." + text(line, 4)
                        + (twice ? " (by " + text(line, 2) + ")" : "");
                counted(between.parts().get(name), line.get(5), line.get(6), line);
            }

            sameInOrder(measure(CardinalityShape.PLUGIN, Map.of(), c), expected.path("cardinality"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void diagnostic(int number) {
        JsonNode json = json(number);
        RelatedComparison c = RelatedComparison.of(database(number, json, "real"), database(number, json, "synthetic"));
        JsonNode expected = json.path("diagnostic");
        Score diagnostic = measure(SdMetricsDiagnostic.PLUGIN, Map.of(), c);
        same(diagnostic.value(), expected.path("score"), "score");
        expected.path("properties")
                .properties()
                .forEach(property ->
                        same(diagnostic.parts().get(property.getKey()), property.getValue(), property.getKey()));
        Map<String, Double> values =
                new LinkedHashMap<>(measure(Pooled.VALIDITY, Map.of(), c).parts());
        values.putAll(measure(DatabaseKeys.PLUGIN, Map.of(), c).parts());
        for (JsonNode line : expected.path("validity")) {
            same(values.get(text(line, 0) + "." + text(line, 1)), line.get(3), line);
        }
        assertThat(values).hasSize(expected.path("validity").size());
        List<Score> scores = List.of(
                measure(ReferentialIntegrity.PLUGIN, Map.of(), c), measure(CardinalityBounds.PLUGIN, Map.of(), c));
        int line = 0;
        for (Relationship relationship : c.relationships()) {
            for (Score score : scores) {
                JsonNode wanted = expected.path("relationships").get(line++);
                same(score.parts().get(relationship.name()), wanted.get(1), wanted);
            }
        }
        json.path("cardinality")
                .properties()
                .forEach(statistic -> sameInOrder(
                        measure(CardinalityStatistic.PLUGIN, Map.of("statistic", statistic.getKey()), c),
                        statistic.getValue()));
    }

    @ParameterizedTest
    @ValueSource(ints = 6)
    void sequences(int number) {
        JsonNode json = json(number);
        RelatedComparison c = RelatedComparison.of(database(number, json, "real"), database(number, json, "synthetic"));
        Map<String, Double> ours = new LinkedHashMap<>();
        ours.put("lengths", measure(SequenceLengths.PLUGIN, Map.of(), c).value());
        ours.putAll(measure(SequenceStatistics.PLUGIN, Map.of(), c).parts());
        for (int rows : new int[] {1, 3}) {
            for (boolean log : new boolean[] {false, true}) {
                measure(RowDifferences.PLUGIN, Map.of("rows", rows, "log", log), c)
                        .parts()
                        .forEach((column, score) -> ours.put(column + " rows " + rows + " log " + log, score));
            }
        }
        json.path("sequences").properties().forEach(line -> {
            String name = line.getKey().equals("lengths") ? "lengths" : "series." + line.getKey();
            same(ours.get(name), line.getValue(), name);
        });
        assertThat(ours).hasSize(json.path("sequences").size());
    }

    private static void counted(@Nullable Double score, JsonNode counts, JsonNode expected, JsonNode line) {
        if (counts.booleanValue()) {
            same(score, expected, line);
        } else {
            assertThat(score == null || score.isNaN()).as(line.toString()).isTrue();
        }
    }

    private static void sameInOrder(Score score, JsonNode expected) {
        assertThat(score.parts()).hasSize(expected.size());
        Iterator<Double> values = score.parts().values().iterator();
        for (JsonNode value : expected) {
            same(values.next(), value, score.metric());
        }
    }

    private static void same(@Nullable Double score, JsonNode expected, Object what) {
        double wanted = expected.isNull() ? Double.NaN : expected.doubleValue();
        assertThat(score).as(String.valueOf(what)).isNotNull().isCloseTo(wanted, within(TOLERANCE));
    }

    private static Score measure(Plugin<RelatedMetric> plugin, Map<String, ?> options, RelatedComparison c) {
        return plugin.make(options).measure(c, Run.of(1));
    }

    private static Database database(int number, JsonNode json, String side) {
        Map<String, Table> tables = new LinkedHashMap<>();
        json.path("types").properties().forEach(table -> {
            Map<String, Kind> kinds = new LinkedHashMap<>();
            table.getValue()
                    .properties()
                    .forEach(column ->
                            kinds.put(column.getKey(), kind(column.getValue().stringValue())));
            Path file = FOLDER.resolve("db" + number + "_" + table.getKey() + "_" + side + ".csv");
            tables.put(table.getKey(), Tables.read(file, kinds));
        });
        List<Relationship> relationships = new ArrayList<>();
        for (JsonNode r : json.path("relationships")) {
            relationships.add(new Relationship(text(r, 0), texts(r.get(1)), text(r, 2), texts(r.get(3))));
        }
        Map<String, List<String>> keys = new LinkedHashMap<>();
        json.path("keys").properties().forEach(key -> keys.put(key.getKey(), texts(key.getValue())));
        JsonNode sequence = json.path("sequence");
        return Database.of(
                tables,
                keys,
                relationships,
                sequence.isMissingNode()
                        ? List.of()
                        : List.of(Sequence.of(text(sequence, 0), text(sequence, 1), text(sequence, 2))));
    }

    private static Kind kind(String sdtype) {
        return switch (sdtype) {
            case "numerical" -> Kind.DECIMAL;
            case "datetime" -> Kind.DATE;
            case "boolean" -> Kind.FLAG;
            case "id" -> Kind.IDENTIFIER;
            default -> Kind.CATEGORY;
        };
    }

    private static String text(JsonNode array, int index) {
        return array.get(index).stringValue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> out = new ArrayList<>();
        array.forEach(node -> out.add(node.stringValue()));
        return out;
    }

    private static JsonNode json(int number) {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("db" + number + ".json").toFile());
    }
}
