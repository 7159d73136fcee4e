package org.semblance.bench.related;

import java.util.List;
import java.util.Locale;
import org.semblance.bench.Bench;
import org.semblance.bench.judge.Other;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seconds and heap of large databases, each in a JVM of its own. */
final class SpeedPart implements Relational.Part {
    @Override
    public void measure(Relational.Setting setting, Relational.Lines out) throws Exception {
        JsonNode wide = once(setting, "2g", "shops:1000:5.019:40");
        out.add(
                "1,000 parents, 5,000 children of 40 columns: fit and sample, in a new JVM",
                "3 s (HMA of SDV 1.38: 128 CPU s)",
                String.format(
                        Locale.ROOT,
                        "%.1f s (and %.1f s to find what rows keep; %.1f CPU s with the start of the JVM), heap %d MB",
                        wide.path("fit").asDouble() + wide.path("sample").asDouble(),
                        wide.path("rules").asDouble(),
                        wide.path("processor").asDouble(),
                        wide.path("heap").asLong()));
        JsonNode million = once(setting, "2g", "shops:200000:5:4:1000");
        out.add("1,000,000 children with two parents: rules, fit and sample, in a new JVM", "60 s", large(million));
        JsonNode clinic = once(setting, "2g", setting.clinic().toString(), "--scale", "100");
        out.add("the clinic 100 times: rules, fit and sample into nothing, in a new JVM", "60 s, 2 GB", large(clinic));
    }

    private static String large(JsonNode json) {
        return String.format(
                Locale.ROOT,
                "%.1f s (rules %.1f, fit %.1f, sample %.1f; %.1f CPU s), %,d rows, heap %d MB",
                json.path("rules").asDouble()
                        + json.path("fit").asDouble()
                        + json.path("sample").asDouble(),
                json.path("rules").asDouble(),
                json.path("fit").asDouble(),
                json.path("sample").asDouble(),
                json.path("processor").asDouble(),
                json.path("rows").asLong(),
                json.path("heap").asLong());
    }

    private static JsonNode once(Relational.Setting setting, String heap, String... words) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("relational-once"));
        all.addAll(List.of(words));
        all.addAll(List.of("--threads", String.valueOf(setting.threads())));
        List<String> lines = Other.java(Bench.class, heap, all);
        return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
    }
}
