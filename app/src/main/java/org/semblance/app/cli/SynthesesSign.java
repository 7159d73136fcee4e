package org.semblance.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small JSON file beside the syntheses that {@code sample -m} wrote, such as fake-syntheses.json: their names alone do not
 * tell {@code pool} what they are.
 *
 * @param files the syntheses, in order
 * @param model name of the file they were drawn from, without its folder
 * @param learnt how many real rows that was learnt from; 0 where it is not known
 */
record SynthesesSign(List<String> files, String model, int learnt, long seed) {
    private static final String ENDING = "-syntheses.json";
    private static final String FORMAT = "semblance-syntheses";
    private static final int VERSION = 1;

    /** What the file is called. */
    static String name(String stem) {
        return stem + ENDING;
    }

    void write(Outputs out, String name) throws IOException {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("kind", "synthetic");
        files.forEach(json.putArray("files")::add);
        json.put("model", model).put("seed", seed);
        if (learnt > 0) {
            json.put("learnt", learnt);
        }
        try (var file = out.open(name)) {
            file.write(Reports.text(json).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The one beside a file that names it; null where there is none. */
    static @Nullable SynthesesSign of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String stem = name.replaceFirst("(?i)(\\.[a-z]+)?(\\.gz)?$", "");
        Set<String> stems = new LinkedHashSet<>(List.of(stem.replaceFirst("-\\d+$", ""), stem));
        for (String one : stems) {
            SynthesesSign sign = read(file.toAbsolutePath().resolveSibling(name(one)));
            if (sign != null && sign.files.contains(name)) {
                return sign;
            }
        }
        return null;
    }

    /** Those in a folder, by their names. */
    static List<SynthesesSign> in(Path folder) throws IOException {
        List<SynthesesSign> out = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                SynthesesSign sign = read(file);
                if (sign != null) {
                    out.add(sign);
                }
            }
        }
        return out;
    }

    private static @Nullable SynthesesSign read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            List<String> files = new ArrayList<>();
            json.path("files").forEach(one -> files.add(one.asString("")));
            return json.path("format").asString("").equals(FORMAT)
                    ? new SynthesesSign(
                            files,
                            json.path("model").asString(""),
                            json.path("learnt").asInt(0),
                            json.path("seed").asLong(0))
                    : null;
        } catch (JacksonException e) {
            return null; // Some other program's: as if there were none.
        }
    }
}
