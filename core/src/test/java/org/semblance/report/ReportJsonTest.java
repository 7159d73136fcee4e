package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.About.Aspect;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
    @Test
    void everythingThatThePageShowsIsThere() {
        Table real = Judgements.table(600, 1);
        Report report = Judgements.report(real, Judgements.table(600, 2), Judgements.table(300, 3), Run.of(1));
        JsonNode root = JsonMapper.shared().readTree(ReportJson.text(report));
        assertThat(root.path("version").asInt()).isEqualTo(2);
        assertThat(root.path("made").path("seed").asLong()).isEqualTo(42);
        assertThat(root.path("rows").path("holdout").asLong()).isEqualTo(300);
        assertThat(root.path("verdict").path("sentences").size()).isBetween(2, 7);
        assertThat(root.path("fitFor").path("public").path("answer").asString()).isEqualTo("not-shown");
        JsonNode columns = root.path("scores").path("columns");
        assertThat(columns.path("synthetic").asDouble()).isBetween(0.8, 1.0);
        assertThat(columns.path("definition").asString()).isNotEmpty();
        assertThat(columns.path("citation").asString()).isNotEmpty();
        JsonNode size = root.path("columns").path("size");
        assertThat(size.path("score").asDouble()).isBetween(0.8, 1.0);
        assertThat(size.path("bars").path("labels").size()).isBetween(2, 30);
        assertThat(size.path("warnings").get(0).asString()).isEqualTo("is round");
        assertThat(root.path("command").asString()).isEqualTo("semblance run x.csv");
    }

    @Test
    void whatCouldNotBeMeasuredIsNull() {
        Table table = Judgements.table(50, 1);
        Report report = Judgements.report(
                table,
                table,
                List.of(Judgements.finding("columns", "column-shapes", Aspect.ALIKE, Double.NaN, Double.NaN)));
        JsonNode columns = JsonMapper.shared()
                .readTree(ReportJson.text(report))
                .path("scores")
                .path("columns");
        assertThat(columns.path("synthetic").isNull()).isTrue();
        assertThat(columns.path("fresh").isNull()).isTrue();
        assertThat(columns.path("level").asString()).isEqualTo("unknown");
    }
}
