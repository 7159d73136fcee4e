package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.evaluate.valid.Validity;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Column shapes, pair trends and validity give SDMetrics' own figures: on its demo tables and on tables of ours. */
class SdMetricsTest {
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"single_table/student_placements", "timeseries/timeseries"})
    void demosOfSdMetrics(String demo) {
        Optional<Path> data = Tables.shared("sdmetrics_demos/" + demo + "_real.csv");
        assumeTrue(data.isPresent(), "SDMetrics' demo tables are not here");
        Path folder = data.get().getParent();
        String table = demo.substring(demo.indexOf('/') + 1);
        String set = demo.substring(0, demo.indexOf('/'));
        Map<String, Kind> kinds = kinds(
                json(folder.resolve("metadata.json")).path("tables").path(table).path("columns"));
        Comparison c = Comparison.of(
                Tables.read(folder.resolve(table + "_real.csv"), kinds),
                Tables.read(folder.resolve(table + "_synthetic.csv"), kinds));
        checkValidity(
                Validity.PLUGIN.make().measure(c, Run.of(1)),
                lines(ours("demos/" + set + "_diag_Data_Validity.csv").toString()));
        JsonNode summary = json(ours("demos/summary.json"));
        for (String thresholds : List.of("0", "0.5")) {
            boolean all = thresholds.equals("0");
            JsonNode expected = summary.path(set + "|thr=(" + (all ? "0, 0" : "0.5, 0.3") + ")")
                    .path("props");
            Path prefix = ours("demos/" + set + "_thr" + thresholds);
            Score shapes = ColumnShapes.PLUGIN.make(Map.of("lost", "skip")).measure(c, Run.of(1));
            assertThat(shapes.value()).isCloseTo(expected.path("Column Shapes").doubleValue(), within(TOLERANCE));
            checkShapes(shapes, lines(prefix + "_Column_Shapes.csv"));
            Score trends = PairTrends.PLUGIN
                    .make(Map.of(
                            "lost",
                            "skip",
                            "edges",
                            "own",
                            "least-correlation",
                            all ? 0 : 0.5,
                            "least-association",
                            all ? 0 : 0.3))
                    .measure(c, Run.of(1));
            assertThat(trends.value())
                    .isCloseTo(expected.path("Column Pair Trends").doubleValue(), within(TOLERANCE));
            checkTrends(trends, lines(prefix + "_Column_Pair_Trends.csv"));
        }
    }

    private static void checkShapes(Score shapes, List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            assertThat(shapes.parts().get(cells[1])).as(line).isCloseTo(number(cells[3]), within(TOLERANCE));
        }
        assertThat(lines).hasSize(shapes.parts().size());
    }

    private static void checkValidity(Score validity, List<String> lines) {
        int counted = 0;
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            if (!cells[2].equals("KeyUniqueness")) {
                counted++;
                assertThat(validity.parts().get(cells[1])).as(line).isCloseTo(number(cells[3]), within(TOLERANCE));
            }
        }
        assertThat(counted).isPositive();
    }

    private static void checkTrends(Score trends, List<String> lines) {
        int counted = 0;
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            Double score = trends.parts().get(cells[1] + " x " + cells[2]);
            if (cells[8].equals("True")) {
                counted++;
                assertThat(score).as(line).isCloseTo(number(cells[4]), within(TOLERANCE));
            } else {
                assertThat(score).as(line).isNull();
            }
        }
        assertThat(trends.parts()).hasSize(counted);
    }

    /** Tables made and scored by reference/sdmetrics_pairs.py and reference/sdmetrics_scores.py. */
    @Test
    void tablesOfOurs() {
        int found = 0;
        for (int pair = 1; Files.exists(ours("pair" + pair + ".json")); pair++, found++) {
            JsonNode expected = json(ours("pair" + pair + ".json"));
            Map<String, Kind> kinds = new LinkedHashMap<>();
            expected.path("types")
                    .properties()
                    .forEach(type ->
                            kinds.put(type.getKey(), kind(type.getValue().stringValue())));
            Comparison c = Comparison.of(
                    Tables.read(ours("pair" + pair + "_real.csv"), kinds),
                    Tables.read(ours("pair" + pair + "_synthetic.csv"), kinds));
            Score shapes = ColumnShapes.PLUGIN.make(Map.of("lost", "skip")).measure(c, Run.of(1));
            assertThat(shapes.value())
                    .isCloseTo(expected.path("column_shapes").path("score").doubleValue(), within(TOLERANCE));
            for (JsonNode column : expected.path("column_shapes").path("columns")) {
                assertThat(shapes.parts().get(column.path("column").stringValue()))
                        .as("pair %d: %s", pair, column)
                        .isCloseTo(column.path("score").doubleValue(), within(TOLERANCE));
            }
            checkTrends(pair, expected.path("pair_trends_report"), c, Map.of("lost", "skip", "edges", "own"));
            checkTrends(
                    pair,
                    expected.path("pair_trends_defaults"),
                    c,
                    Map.of("lost", "skip", "edges", "own", "least-correlation", 0.5, "least-association", 0.3));
            checkTrends(pair, expected.path("pair_trends_standalone"), c, Map.of("lost", "skip", "edges", "real"));
        }
        assumeTrue(found > 0, "no tables scored by SDMetrics are among the resources");
    }

    private static void checkTrends(int number, JsonNode expected, Comparison c, Map<String, ?> options) {
        Score trends = PairTrends.PLUGIN.make(options).measure(c, Run.of(1));
        assertThat(trends.value()).isCloseTo(expected.path("score").doubleValue(), within(TOLERANCE));
        for (JsonNode pair : expected.path("pairs")) {
            Double score = trends.parts()
                    .get(pair.path("first").stringValue() + " x "
                            + pair.path("second").stringValue());
            if (pair.path("counts").booleanValue(true)) {
                double wanted = pair.path("score").isNull()
                        ? Double.NaN
                        : pair.path("score").doubleValue();
                assertThat(score).as("pair %d: %s", number, pair).isCloseTo(wanted, within(TOLERANCE));
            } else {
                assertThat(score).as("pair %d: %s", number, pair).isNull();
            }
        }
    }

    private static Path ours(String name) {
        return Path.of("src/test/resources/reference/sdmetrics", name);
    }

    private static Map<String, Kind> kinds(JsonNode columns) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        columns.properties().forEach(column -> {
            String type = column.getValue().path("sdtype").stringValue();
            if (!type.equals("id")) {
                kinds.put(column.getKey(), kind(type));
            }
        });
        return kinds;
    }

    private static Kind kind(String sdtype) {
        return switch (sdtype) {
            case "numerical" -> Kind.DECIMAL;
            case "datetime" -> Kind.DATE;
            case "boolean" -> Kind.FLAG;
            default -> Kind.CATEGORY;
        };
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static JsonNode json(Path path) {
        return new ObjectMapper().readTree(path.toFile());
    }

    private static List<String> lines(String path) {
        try {
            List<String> all = Files.readAllLines(Path.of(path));
            return all.subList(1, all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
