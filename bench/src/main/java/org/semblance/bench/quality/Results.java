package org.semblance.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Outcomes in a file of JSON lines, written as they come, so that a run that was stopped goes on where it was. */
final class Results {
    private final Path file;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Results(Path file) {
        this.file = file;
    }

    static Results in(Path file) {
        Results results = new Results(file);
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    results.outcomes.add(outcome(JsonMapper.shared().readTree(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    List<Outcome> all() {
        return List.copyOf(outcomes);
    }

    boolean has(String table, String method, int seed) {
        return outcomes.stream().anyMatch(outcome -> outcome.isOf(table, method, seed));
    }

    /** Forgets what is known of these methods. */
    void drop(List<String> methods) {
        outcomes.removeIf(outcome -> methods.contains(outcome.method()));
        write(String.join("", outcomes.stream().map(Results::line).toList()), StandardOpenOption.TRUNCATE_EXISTING);
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
        write(line(outcome), StandardOpenOption.APPEND);
    }

    private void write(String text, StandardOpenOption how) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Outcome outcome) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("table", outcome.table());
        node.put("method", outcome.method());
        node.put("seed", outcome.seed());
        ObjectNode scores = node.putObject("scores");
        outcome.scores().forEach((name, value) -> {
            if (!value.isNaN()) {
                scores.put(name, value);
            }
        });
        node.put("failure", outcome.failure());
        return node + "\n";
    }

    private static Outcome outcome(JsonNode node) {
        Map<String, Double> scores = new LinkedHashMap<>();
        node.path("scores")
                .properties()
                .forEach(entry -> scores.put(entry.getKey(), entry.getValue().asDouble()));
        return new Outcome(
                node.path("table").asString(),
                node.path("method").asString(),
                node.path("seed").asInt(),
                scores,
                node.path("failure").asString());
    }
}
