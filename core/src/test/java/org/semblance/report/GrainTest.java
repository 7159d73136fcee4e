package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Measures;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

class GrainTest {
    private static final List<String> SHOWN = List.of("columns", "missing", "pairs", "effects");

    /** So many rows without a value in b, so many of a rare label, in a table of a thousand. */
    private static Table table(int missing, int rare) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            cells.add(i < rare ? "rare" : i % 3 == 0 ? "x" : "y");
            cells.add(i >= 1000 - missing ? null : i % 2 == 0 ? "p" : "q");
        }
        return Table.of("a:category, b:category", cells.toArray());
    }

    private static Report report(int missing, int rare) {
        Table real = table(missing, rare);
        Table synthetic = table(0, 0);
        Findings findings = Evaluation.of(real, synthetic)
                .measures(Measures.DEFAULT.stream()
                        .filter(measure -> SHOWN.contains(measure.name()))
                        .toList())
                .measure(Run.of(1));
        return Report.of(Judgements.subject("real.csv", real), Comparison.of(real, synthetic), findings, Run.of(1));
    }

    @Test
    void stepsHideTenRowsAndAreNotFinerThanThreeDecimals() {
        assertThat(Grain.step(1000, 1)).isCloseTo(0.01, within(1e-12));
        assertThat(Grain.step(150, 1)).isCloseTo(0.067, within(1e-12));
        assertThat(Grain.step(1_000_000, 1)).isCloseTo(0.001, within(1e-12));
        assertThat(Grain.step(5, 1)).isEqualTo(1);
        assertThat(Grain.rounded(0.997, 0.01)).isEqualTo(1);
        assertThat(Grain.rounded(0.994, 0.01)).isEqualTo(0.99);
        assertThat(Grain.rounded(Double.NaN, 0.01)).isNaN();
    }

    /** The same numbers with 1, 2, 3 or 4 such rows: nobody can tell how many there are. */
    @Test
    void fewRowsDoNotShowInAnyNumber() {
        Set<String> scores = new HashSet<>();
        for (int few = 1; few < 5; few++) {
            Report report = report(few, few);
            JsonNode json = ReportJson.node(report).path("scores");
            assertThat(report.findings()
                            .find("columns")
                            .orElseThrow()
                            .synthetic()
                            .parts()
                            .get("a"))
                    .as("exact, for bounds")
                    .isCloseTo(1 - few / 1000.0, within(2e-6));
            for (String name : SHOWN) {
                assertThat(json.has(name)).as(name).isTrue();
            }
            scores.add(json.path("columns").toString()
                    + json.path("pairs")
                    + json.path("effects")
                    + value(json.path("missing"))
                    + report.columns().get(0).score()
                    + String.join("", Summary.scores(report.cards())));
        }
        assertThat(scores).hasSize(1);
    }

    private static JsonNode value(JsonNode score) {
        return score.path("synthetic");
    }

    @Test
    void everyFaceShowsTheSameNumber() {
        Report report = report(300, 200);
        double json = ReportJson.node(report)
                .path("scores")
                .path("columns")
                .path("synthetic")
                .doubleValue();
        ScoreLine line = report.lines().stream()
                .filter(one -> one.name().equals("columns"))
                .findFirst()
                .orElseThrow();
        assertThat(line.value()).isEqualTo(json);
        assertThat(String.join("\n", Summary.scores(report.cards()))).contains(Shown.number(json));
        Finding exact = report.findings().find("columns").orElseThrow();
        assertThat(json).isCloseTo(exact.synthetic().value(), within(0.005));
        assertThat(line.parts()).hasSize(2);
    }
}
