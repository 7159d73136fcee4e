package org.semblance.bench.related;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.semblance.project.database.SdvMetadataText;
import org.semblance.run.Run;
import org.semblance.table.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SDV's HMA on a database: the same rows and our metadata, on one thread of numpy, ended after some seconds.
 *
 * @param python that has it, or null
 * @param script bench/peers/relational/hma.py
 * @param limit seconds of fitting and sampling together, reading included
 * @param work a folder for files
 */
record Hma(@Nullable Path python, Path script, int limit, Path work) {
    /**
     * What came of it.
     *
     * @param drawn the database, or null
     * @param words why there is none, or how long it took
     */
    record Outcome(@Nullable Database drawn, String words, double seconds) {}

    Outcome make(String name, Database real, Run run) throws IOException, InterruptedException {
        if (python == null || !Files.exists(python)) {
            return new Outcome(null, "HMA left out: --sdv names no Python that has it", Double.NaN);
        }
        Path folder = Files.createDirectories(work.resolve(name));
        Folders.write(real, folder.resolve("real"), run);
        Path metadata = folder.resolve("metadata.json");
        Files.writeString(metadata, SdvMetadataText.of(real).json().toString());
        Path out = folder.resolve("hma");
        Path answer = folder.resolve("answer.txt");
        List<String> words = new ArrayList<>(List.of(python.toString(), script.toString()));
        words.addAll(List.of(folder.resolve("real").toString(), metadata.toString(), out.toString()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(answer.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        if (!process.waitFor(limit, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return new Outcome(null, "HMA cut after " + limit + " s", limit);
        }
        List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
        if (process.exitValue() != 0 || lines.isEmpty()) {
            return new Outcome(null, "HMA ended with " + process.exitValue(), Double.NaN);
        }
        JsonNode json = JsonMapper.shared().readTree(lines.get(lines.size() - 1));
        String version = "HMA (SDV " + json.path("sdv").asString("?") + ")";
        if (json.has("refused")) {
            return new Outcome(
                    null, version + " refuses: " + first(json.path("refused").asString("")), Double.NaN);
        }
        double seconds = json.path("fit").asDouble() + json.path("sample").asDouble();
        return new Outcome(Folders.read(out, real, run), version, seconds);
    }

    /** The first sentence, without what could be mistaken for a column of the table. */
    private static String first(String words) {
        int end = words.indexOf(". ");
        return (end < 0 ? words : words.substring(0, end)).replace("|", "/");
    }
}
