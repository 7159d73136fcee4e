package org.semblance.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.Bench;
import org.semblance.bench.judge.Other;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What parts are measured with.
 *
 * @param work an empty folder to write in
 * @param scripts of the peers
 * @param gecko Python with gecko, or null; likewise the others
 * @param tables gecko's tables, or null
 * @param data the folder of real data, or null
 * @param locale of the German example: another one tells how it does elsewhere
 */
record Setting(
        Path work,
        Path scripts,
        @Nullable Path gecko,
        @Nullable Path pseudopeople,
        @Nullable Path splink,
        @Nullable Path tables,
        @Nullable Path data,
        String locale,
        long rows,
        long largeRows,
        int records,
        int threads) {
    /** A new folder for one part. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(work.resolve(name));
    }

    /** What one of our hidden commands prints, in a JVM of its own. */
    JsonNode ours(String heap, List<String> command) throws IOException, InterruptedException {
        return last(Other.java(Bench.class, heap, command));
    }

    /** One command of semblance, timed in a JVM of its own. */
    JsonNode command(String heap, Path folder, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("linkage-command-once", "--in", folder.toString(), "--"));
        all.addAll(List.of(words));
        all.addAll(List.of("--threads", String.valueOf(threads), "--quiet"));
        return ours(heap, all);
    }

    /** What a peer's script prints in its last line; null where there is no such Python. */
    @Nullable
    JsonNode peer(@Nullable Path python, String script, String... options) throws IOException, InterruptedException {
        if (python == null || !Files.exists(python)) {
            return null;
        }
        List<String> words = new ArrayList<>(
                List.of(python.toString(), scripts.resolve(script).toString()));
        words.addAll(List.of(options));
        return last(Other.run(words));
    }

    private static JsonNode last(List<String> lines) {
        return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
    }

    /** All files of a folder with their sizes summed. */
    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
