package org.semblance.bench.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other processes: a class of ours in a JVM of its own, cold and with a heap of its own, or a script. */
public final class Other {
    private Other() {}

    /** What the main class prints. */
    public static List<String> java(Class<?> main, String heap, List<String> command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(command);
        return run(words);
    }

    /** What any command prints to its standard output; fails where the command does. */
    public static List<String> run(List<String> words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(words.get(0) + " ... " + words.get(words.size() - 1) + " ended with " + exit);
        }
        return lines;
    }
}
