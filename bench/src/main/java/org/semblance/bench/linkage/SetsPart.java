package org.semblance.bench.linkage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.semblance.bench.Line;
import tools.jackson.databind.JsonNode;

/** Whole sets by the command: the sizes that e2elink was measured at, and everything switched on beside pseudopeople. */
final class SetsPart implements Part {
    private static final String HEAP = "2g";
    private static final String FULL = """
            %s:
              size: %d
              split_full_name: first+last
              middle_name: true
              national_id: true
              address: parts
              phone: true
              email: true
            """;

    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        sized(setting, 10_000, "1 s (e2elink 40.5 s)", out);
        sized(setting, 100_000, "5 s (e2elink about 54 min)", out);
        full(setting, out);
        pseudopeople(setting, out);
    }

    private static void sized(Setting setting, long source, String asked, Consumer<Line> out) throws Exception {
        Path folder = setting.folder("sized" + source);
        Files.writeString(
                folder.resolve("asked.yml"),
                String.format(Locale.ROOT, "seed: 1%nsrc:%n  size: %d%ntrg:%n  size: %d%n", source, 10 * source));
        JsonNode ours = setting.command(HEAP, folder, "linkage", "--params", "asked.yml");
        out.accept(new Line(
                String.format(
                        Locale.ROOT, "`linkage`, a standard set of %,d x %,d rows, after start", source, 10 * source),
                asked,
                String.format(
                        Locale.ROOT,
                        "%.2f s (processors %.2f s), %d MB of files, heap peak %d MB",
                        ours.path("seconds").asDouble(),
                        ours.path("processor").asDouble(),
                        Setting.bytes(folder) / 1_000_000,
                        ours.path("heap").asLong())));
        Setting.delete(folder);
    }

    private static void full(Setting setting, Consumer<Line> out) throws Exception {
        Path folder = setting.folder("full");
        long source = Math.max(1, setting.rows() / 10);
        String asked = String.format(Locale.ROOT, FULL, "src", source)
                + String.format(Locale.ROOT, FULL, "trg", setting.rows());
        Files.writeString(folder.resolve("asked.yml"), "seed: 1\n" + asked);
        JsonNode ours = setting.command(HEAP, folder, "linkage", "--params", "asked.yml", "--log");
        String header;
        try (var lines = Files.lines(folder.resolve("target.csv"))) {
            header = lines.findFirst().orElse("");
        }
        out.accept(new Line(
                String.format(
                        Locale.ROOT,
                        "`linkage --log` with households, %d columns: %,d x %,d rows as they were and with errors,"
                                + " all changes, who is who; after start",
                        header.split(",").length,
                        source,
                        setting.rows()),
                "300,000 rows/s",
                GermanPart.rate(source + setting.rows(), ours.path("seconds").asDouble())
                        + String.format(
                                Locale.ROOT,
                                ", processors %.1f s, %d MB of files, heap peak %d MB",
                                ours.path("processor").asDouble(),
                                Setting.bytes(folder) / 1_000_000,
                                ours.path("heap").asLong())));
        Setting.delete(folder);
    }

    private static void pseudopeople(Setting setting, Consumer<Line> out) throws Exception {
        Path folder = setting.folder("pseudopeople");
        List<String> options =
                new ArrayList<>(List.of("--rows", String.valueOf(setting.rows()), "--out", folder.toString()));
        JsonNode theirs =
                setting.peer(setting.pseudopeople(), "pseudopeople_census.py", options.toArray(String[]::new));
        if (theirs == null) {
            out.accept(new Line("pseudopeople", "", "left out: --pseudopeople names no Python that has it"));
            return;
        }
        out.accept(new Line(
                String.format(
                        Locale.ROOT,
                        "pseudopeople %s: errors in %,d rows x %d columns of its sample census, one CSV file",
                        theirs.path("version").asString(),
                        setting.rows(),
                        theirs.path("columns").asInt()),
                "",
                GermanPart.rate(setting.rows(), theirs.path("seconds").asDouble())
                        + String.format(
                                Locale.ROOT,
                                ", processor %.1f s",
                                theirs.path("cpu").asDouble())));
        Setting.delete(folder);
    }
}
