package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

/** Measures of databases and sequences give SDMetrics' own figures, row by row, on its demo tables. */
class RelatedSdMetricsTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void qualityOfTheMultiTableDemo() {
        RelatedComparison c = multiTable();
        JsonNode summary = json(ours("summary.json"));
        for (String thresholds : List.of("0", "0.5")) {
            boolean all = thresholds.equals("0");
            Map<String, Object> options = new LinkedHashMap<>(Map.of("lost", "skip", "edges", "own"));
            options.put("least-correlation", all ? 0 : 0.5);
            options.put("least-association", all ? 0 : 0.3);
            JsonNode expected = summary.path("multi_table|thr=(" + (all ? "0, 0" : "0.5, 0.3") + ")");
            Score quality = measure(SdMetricsQuality.PLUGIN, thresholds(all ? 0 : 0.5, all ? 0 : 0.3), c);
            assertThat(quality.value()).isCloseTo(expected.path("score").doubleValue(), within(TOLERANCE));
            expected.path("props")
                    .properties()
                    .forEach(property -> assertThat(quality.parts().get(property.getKey()))
                            .as(property.getKey())
                            .isCloseTo(property.getValue().doubleValue(), within(TOLERANCE)));
            String prefix = "multi_table_thr" + thresholds + "_";
            Score shapes = measure(Pooled.COLUMN_SHAPES, Map.of("lost", "skip"), c);
            check(shapes, lines(prefix + "Column_Shapes.csv"), cells -> cells[0] + "." + cells[1], 3);
            Score pairs = measure(Pooled.PAIR_TRENDS, options, c);
            check(
                    pairs,
                    counted(lines(prefix + "Column_Pair_Trends.csv"), 8),
                    cells -> cells[0] + "." + cells[1] + " x " + cells[2],
                    4);
            Score between = measure(IntertableTrends.PLUGIN, options, c);
            check(
                    between,
                    counted(lines(prefix + "Intertable_Trends.csv"), 10),
                    cells -> cells[0] + "." + cells[3] + " x " + cells[1] + "." + cells[4],
                    6);
            Score cardinality = measure(CardinalityShape.PLUGIN, Map.of(), c);
            check(
                    cardinality,
                    lines(prefix + "Cardinality.csv"),
                    cells -> cells[0] + "." + cells[2] + " -> " + cells[1] + "." + cells[2],
                    4);
        }
    }

    @Test
    void diagnosticOfTheMultiTableDemo() {
        RelatedComparison c = multiTable();
        Score diagnostic = measure(SdMetricsDiagnostic.PLUGIN, Map.of(), c);
        assertThat(diagnostic.value()).isEqualTo(1);
        assertThat(diagnostic.parts())
                .isEqualTo(Map.of("Data Validity", 1.0, "Data Structure", 1.0, "Relationship Validity", 1.0));
        List<String[]> values = lines("multi_table_diag_Data_Validity.csv");
        check(
                measure(Pooled.VALIDITY, Map.of(), c),
                values.stream()
                        .filter(cells -> !cells[2].equals("KeyUniqueness"))
                        .toList(),
                cells -> cells[0] + "." + cells[1],
                3);
        check(
                measure(DatabaseKeys.PLUGIN, Map.of(), c),
                values.stream()
                        .filter(cells -> cells[2].equals("KeyUniqueness"))
                        .toList(),
                cells -> cells[0] + "." + cells[1],
                3);
        check(
                measure(DatabaseStructure.PLUGIN, Map.of(), c),
                lines("multi_table_diag_Data_Structure.csv"),
                cells -> cells[0],
                2);
        for (Plugin<RelatedMetric> plugin : List.of(ReferentialIntegrity.PLUGIN, CardinalityBounds.PLUGIN)) {
            String name =
                    plugin == ReferentialIntegrity.PLUGIN ? "ReferentialIntegrity" : "CardinalityBoundaryAdherence";
            check(
                    measure(plugin, Map.of(), c),
                    lines("multi_table_diag_Relationship_Validity.csv").stream()
                            .filter(cells -> cells[4].equals(name))
                            .toList(),
                    cells -> cells[1] + "." + cells[3] + " -> " + cells[0] + "." + cells[2],
                    5);
        }
    }

    @Test
    void cardinalityStatisticsOfTheMultiTableDemo() {
        RelatedComparison c = multiTable();
        JsonNode golden = json(ours("metrics.json"));
        for (String statistic : List.of("mean", "median", "std")) {
            Score score = measure(CardinalityStatistic.PLUGIN, Map.of("statistic", statistic), c);
            JsonNode expected = golden.path("CardinalityStatisticSimilarity " + statistic);
            assertThat(expected.size()).isEqualTo(2);
            for (Relationship relationship : c.relationships()) {
                JsonNode values = expected.path("('" + relationship.parent() + "', '" + relationship.child() + "')");
                assertThat(score.parts().get(relationship.name()))
                        .isCloseTo(values.path("score").doubleValue(), within(TOLERANCE));
                assertThat(score.figures().get(0).rows())
                        .filteredOn(row -> row.name().equals(relationship.name()))
                        .allSatisfy(row -> assertThat(row.values())
                                .usingElementComparator((a, b) -> Math.abs(a - b) < TOLERANCE ? 0 : 1)
                                .containsExactly(
                                        values.path("real").doubleValue(),
                                        values.path("synthetic").doubleValue()));
            }
        }
    }

    @Test
    void sequencesOfTheTimeseriesDemo() {
        RelatedComparison c = timeseries();
        JsonNode golden = json(ours("metrics.json"));
        for (String statistic : List.of("mean", "median", "std", "min", "max")) {
            Score score = measure(SequenceStatistics.PLUGIN, Map.of("statistic", statistic), c);
            assertThat(score.parts().get("timeseries.total_sales " + statistic))
                    .isCloseTo(
                            golden.path("StatisticMSAS total_sales " + statistic)
                                    .doubleValue(),
                            within(TOLERANCE));
        }
        assertThat(measure(RowDifferences.PLUGIN, Map.of(), c).parts().get("timeseries.total_sales"))
                .isCloseTo(golden.path("InterRowMSAS total_sales n=1").doubleValue(), within(TOLERANCE));
        assertThat(golden.path("InterRowMSAS total_sales n=7").isNull()).isTrue();
        assertThat(measure(RowDifferences.PLUGIN, Map.of("rows", 7), c).parts().get("timeseries.total_sales"))
                .isNaN();
        assertThat(measure(SequenceLengths.PLUGIN, Map.of(), c).value())
                .isEqualTo(golden.path("SequenceLengthSimilarity").doubleValue());
        JsonNode diagnostic = json(ours("summary.json")).path("timeseries|diagnostic");
        Score ours = measure(SdMetricsDiagnostic.PLUGIN, Map.of(), c);
        assertThat(ours.value()).isCloseTo(diagnostic.path("score").doubleValue(), within(TOLERANCE));
        assertThat(ours.parts().get("Data Validity"))
                .isCloseTo(diagnostic.path("props").path("Data Validity").doubleValue(), within(TOLERANCE));
    }

    static Map<String, Double> thresholds(double correlation, double association) {
        return Map.of("real-correlation-threshold", correlation, "real-association-threshold", association);
    }

    private interface Name {
        String of(String[] cells);
    }

    /** Every line is a part of that name and score, and there is no other part. */
    private static void check(Score score, List<String[]> lines, Name name, int column) {
        assertThat(lines).isNotEmpty().hasSize(score.parts().size());
        for (String[] cells : lines) {
            assertThat(score.parts().get(name.of(cells)))
                    .as(name.of(cells))
                    .isCloseTo(Double.parseDouble(cells[column]), within(TOLERANCE));
        }
    }

    private static List<String[]> counted(List<String[]> lines, int column) {
        return lines.stream().filter(cells -> cells[column].equals("True")).toList();
    }

    private static Score measure(Plugin<RelatedMetric> plugin, Map<String, ?> options, RelatedComparison c) {
        return plugin.make(options).measure(c, Run.of(1));
    }

    private static RelatedComparison multiTable() {
        Path folder = demo("multi_table/users_real.csv");
        List<Database> both = new ArrayList<>();
        for (String side : List.of("real", "synthetic")) {
            Map<String, Table> tables = new LinkedHashMap<>();
            JsonNode metadata = json(folder.resolve("metadata.json"));
            metadata.path("tables").properties().forEach(table -> {
                Map<String, Kind> kinds = kinds(table.getValue());
                tables.put(table.getKey(), Tables.read(folder.resolve(table.getKey() + "_" + side + ".csv"), kinds));
            });
            List<Relationship> relationships = new ArrayList<>();
            metadata.path("relationships")
                    .forEach(r -> relationships.add(Relationship.of(
                            r.path("parent_table_name").stringValue(),
                            r.path("parent_primary_key").stringValue(),
                            r.path("child_table_name").stringValue(),
                            r.path("child_foreign_key").stringValue())));
            both.add(Database.of(tables, relationships));
        }
        return RelatedComparison.of(both.get(0), both.get(1));
    }

    private static RelatedComparison timeseries() {
        Path folder = demo("timeseries/timeseries_real.csv");
        JsonNode metadata = json(folder.resolve("metadata.json")).path("tables").path("timeseries");
        Sequence sequence = Sequence.of(
                "timeseries",
                metadata.path("sequence_key").stringValue(),
                metadata.path("sequence_index").stringValue());
        List<Database> both = new ArrayList<>();
        for (String side : List.of("real", "synthetic")) {
            Table table = Tables.read(folder.resolve("timeseries_" + side + ".csv"), kinds(metadata));
            both.add(Database.of(Map.of("timeseries", table), List.of()).sequence(sequence));
        }
        return RelatedComparison.of(both.get(0), both.get(1));
    }

    private static Map<String, Kind> kinds(JsonNode table) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        String key = table.path("primary_key").stringValue("");
        table.path("columns").properties().forEach(column -> {
            Kind kind = switch (column.getValue().path("sdtype").stringValue()) {
                case "numerical" -> Kind.DECIMAL;
                case "datetime" -> column.getKey().equals("timestamp") ? Kind.DATETIME : Kind.DATE;
                case "boolean" -> Kind.FLAG;
                case "id" -> column.getKey().equals(key) ? Kind.KEY : Kind.IDENTIFIER;
                default -> Kind.CATEGORY;
            };
            kinds.put(column.getKey(), kind);
        });
        return kinds;
    }

    private static Path demo(String file) {
        Optional<Path> data = Tables.shared("sdmetrics_demos/" + file);
        assumeTrue(data.isPresent(), "SDMetrics' demo tables are not here");
        return data.get().getParent();
    }

    private static Path ours(String name) {
        return Path.of("src/test/resources/reference/sdmetrics/demos", name);
    }

    private static JsonNode json(Path path) {
        return new ObjectMapper().readTree(path.toFile());
    }

    private static List<String[]> lines(String name) {
        try {
            List<String> all = Files.readAllLines(ours(name));
            return all.subList(1, all.size()).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
