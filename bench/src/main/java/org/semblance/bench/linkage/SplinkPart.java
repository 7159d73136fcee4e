package org.semblance.bench.linkage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.semblance.bench.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Splink links standard sets; its own evaluation and er-evaluation's, beside {@code linkage score} of the same links. */
final class SplinkPart implements Part {
    private static final double EQUAL = 1e-9;

    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        for (int source : new int[] {100, 1_000, 5_000}) {
            Path folder = setting.folder("splink" + source);
            Commands.linkage(
                    folder,
                    "--seed",
                    "1",
                    "--source-rows",
                    String.valueOf(source),
                    "--target-rows",
                    String.valueOf(10 * source));
            JsonNode theirs = setting.peer(setting.splink(), "splink_link.py", folder.toString());
            if (theirs == null) {
                out.accept(new Line("Splink", "", "left out: --splink names no Python that has it"));
                return;
            }
            Commands.linkage(
                    folder, "score", "truth.csv", "links.csv", "--candidates", "candidates.csv", "-o", "score");
            JsonNode ours = JsonMapper.shared()
                    .readTree(folder.resolve("score").resolve("score.json").toFile());
            out.accept(line(source, theirs, ours));
            Setting.delete(folder);
        }
    }

    private static Line line(int source, JsonNode theirs, JsonNode ours) {
        JsonNode accuracy = theirs.path("splink_accuracy");
        JsonNode pairs = ours.path("pairs");
        double both = pairs.path("both").asDouble();
        double worst = Math.max(
                Math.abs(accuracy.path("tp").asDouble() - both),
                Math.max(
                        Math.abs(accuracy.path("fp").asDouble()
                                - (pairs.path("predicted").asDouble() - both)),
                        Math.abs(accuracy.path("fn").asDouble()
                                - (pairs.path("actual").asDouble() - both))));
        worst = Math.max(worst, difference(theirs, "b3", ours, "bCubedByCluster"));
        worst = Math.max(worst, difference(theirs, "cluster", ours, "exact"));
        return new Line(
                String.format(
                        Locale.ROOT,
                        "Splink %s links a standard set of %,d x %,d rows; its evaluation and er-evaluation %s beside ours",
                        theirs.path("splink").asString(),
                        source,
                        10 * source,
                        theirs.path("clusters").path("er_evaluation").asString()),
                "agree",
                String.format(
                        Locale.ROOT,
                        "%s: %d true, %d false, %d missed pairs; precision %.3f, recall %.3f, F1 %.3f; pairs completeness %.3f",
                        worst < EQUAL ? "agree" : "DIFFER by " + worst,
                        (long) both,
                        pairs.path("predicted").asLong() - (long) both,
                        pairs.path("actual").asLong() - (long) both,
                        pairs.path("precision").asDouble(),
                        pairs.path("recall").asDouble(),
                        pairs.path("f1").asDouble(),
                        ours.path("candidates")
                                .path(0)
                                .path("pairsCompleteness")
                                .asDouble()));
    }

    private static double difference(JsonNode theirs, String name, JsonNode ours, String other) {
        JsonNode two = theirs.path("clusters").path(name);
        JsonNode rates = ours.path("clusters").path(other);
        return Math.max(
                Math.abs(two.path(0).asDouble() - rates.path("precision").asDouble()),
                Math.abs(two.path(1).asDouble() - rates.path("recall").asDouble()));
    }
}
