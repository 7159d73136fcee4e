package org.semblance.bench.linkage;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.semblance.bench.Line;
import tools.jackson.databind.JsonNode;

/** What scoring many records costs. */
final class ScoringPart implements Part {
    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        JsonNode ours = setting.ours(
                "6g",
                List.of(
                        "linkage-score-once",
                        "--records",
                        String.valueOf(setting.records()),
                        "--threads",
                        String.valueOf(setting.threads())));
        out.accept(new Line(
                String.format(
                        Locale.ROOT,
                        "score %,d records in %,d clusters: pairs, B3 and all other figures of clusters",
                        setting.records(),
                        ours.path("clusters").asLong()),
                "100,000,000 in 60 s",
                String.format(
                        Locale.ROOT,
                        "%.1f s, heap peak %,d MB",
                        ours.path("seconds").asDouble(),
                        ours.path("heap").asLong())));
    }
}
