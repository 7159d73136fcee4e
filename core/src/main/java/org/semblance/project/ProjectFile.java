package org.semblance.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** project.yaml: reading a {@link Project}, all its problems at once with their lines, and writing one to be edited. */
public final class ProjectFile {
    /** Of the format. */
    public static final int VERSION = 1;

    private static final List<String> OWN = List.of("version", "data", "sha256", "seed", "options", "columns");

    /** More than this is no project: a page of text is a few kilobytes, 10,000 columns are a megabyte. */
    private static final int MOST_BYTES = 16 << 20;

    private final String name;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    private ProjectFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** @throws ProblemException with every problem of the file */
    public static Project read(Source source) {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw ProblemException.data(
                    Problem.of("this file cannot be read (" + e.getMessage() + ").").at(source.name()));
        }
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.data(Problem.of("this file is too large for a project.")
                    .at(source.name())
                    .fix("Give the data itself, or a project.yaml."));
        }
        return new ProjectFile(source.name(), new String(bytes, StandardCharsets.UTF_8)).parse();
    }

    private Project parse() {
        JsonNode root = tree();
        List<String> settings = Options.describe(Project.Settings.DEFAULT).stream()
                .map(Options.Description::name)
                .toList();
        TreeSet<String> known = new TreeSet<>(OWN);
        known.addAll(settings);
        Map<String, Object> given = new LinkedHashMap<>();
        root.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                problem(entry.getKey(), "the key \"" + entry.getKey() + "\" is unknown.", Nearest.hint(entry.getKey(), known));
            } else if (settings.contains(entry.getKey())) {
                given.put(entry.getKey(), plain(entry.getValue()));
            }
        });
        if (root.path("version").asInt(0) != VERSION) {
            problem("version", "version is " + root.path("version").asString("missing") + ", but must be 1.", "");
        }
        String data = text(root, "data");
        if (data.isEmpty()) {
            problem("data", "data is missing: the path of the table.", "For example data: ../patients.csv");
        }
        JsonNode seed = root.path("seed");
        if (!seed.isMissingNode() && !seed.isNull() && !seed.isIntegralNumber()) {
            problem("seed", "seed is \"" + seed.asString("") + "\", but must be a whole number.", "");
        }
        Project.Settings bound = settings(given);
        Map<String, Object> options = options(root.path("options"));
        SchemaOverrides columns = root.has("columns") && !root.path("columns").isEmpty() ? columns() : null;
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        Long drawn = seed.isIntegralNumber() ? (Long) seed.asLong() : null;
        return new Project(data, text(root, "sha256"), drawn, bound, options, columns);
    }

    private JsonNode tree() {
        try {
            JsonNode root = YAMLMapper.shared().readTree(text);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw ProblemException.data(Problem.of("this is no YAML: " + reason + ".")
                    .at(name + " line " + Math.max(1, line))
                    .fix("A project is written by semblance run DATA."));
        }
        throw ProblemException.data(Problem.of("this is no project: it must be keys and values, beginning with version: 1.")
                .at(name)
                .fix("A project is written by semblance run DATA."));
    }

    private Project.Settings settings(Map<String, Object> given) {
        Project.Settings bound = Project.Settings.DEFAULT;
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            try {
                bound = Options.bind(bound, Map.of(entry.getKey(), entry.getValue()), "a project");
            } catch (ProblemException e) {
                e.problems().forEach(problem -> problems.add(problem.at(place(entry.getKey()))));
            }
        }
        return bound;
    }

    private Map<String, Object> options(JsonNode node) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            problem("options", "options must be names and values.", "For example options: {min-leaf: 50}");
            return out;
        }
        node.properties().forEach(entry -> out.put(entry.getKey(), plain(entry.getValue())));
        return out;
    }

    /** The block below {@code columns:} is a schema file; every other line is left empty, so that line numbers hold. */
    private @Nullable SchemaOverrides columns() {
        StringBuilder block = new StringBuilder("version: 1");
        boolean inside = false;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("#")) {
                inside = line.matches("columns\\s*:.*");
            }
            block.append(inside ? line : "").append("\n");
        }
        try {
            byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
            return SchemaFile.read(Source.of(new ByteArrayInputStream(bytes), name));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private static Object plain(JsonNode node) {
        if (node.isArray()) {
            List<Object> out = new ArrayList<>();
            node.forEach(element -> out.add(plain(element)));
            return out;
        }
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asString("");
    }

    private static String text(JsonNode root, String key) {
        return root.path(key).asString("");
    }

    private void problem(String key, String what, String fix) {
        problems.add(Problem.of(what).at(place(key)).fix(fix));
    }

    private String place(String key) {
        Matcher line = Pattern.compile("(?m)^\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*:").matcher(text);
        if (!line.find()) {
            return name;
        }
        long before = text.substring(0, line.end()).chars().filter(c -> c == '\n').count();
        return name + " line " + (before + 1);
    }

    /** The file's text, with the meaning of every key beside it. */
    public static String write(Project project) {
        StringBuilder out = new StringBuilder();
        out.append("# What this run did. Change it and run it again: semblance run project.yaml -o another-folder\n");
        out.append("# All keys with their meaning: semblance schema project\n");
        line(out, "version", VERSION, "");
        line(out, "data", project.data(), "relative to this file");
        line(out, "sha256", project.sha256(), "of the data this was written for");
        Long seed = project.seed();
        if (seed != null) {
            line(out, "seed", seed, "same data, same seed: same bytes");
        }
        Map<String, Object> values = Options.values(project.settings());
        for (Options.Description option : Options.describe(Project.Settings.DEFAULT)) {
            Object value = values.get(option.name());
            line(out, option.name(), value == null ? "" : value, option.doc());
            if (option.name().equals("method")) {
                options(out, project);
            }
        }
        return out.toString();
    }

    private static void options(StringBuilder out, Project project) {
        if (project.options().isEmpty()) {
            line(out, "options", Map.of(), "all of them: semblance list synthesizers " + project.settings().method());
            return;
        }
        out.append("options:\n");
        project.options().forEach((name, value) -> line(out.append("  "), name, value, ""));
    }

    /** JSON values are YAML values: quoting and escapes need no second thought. */
    private static void line(StringBuilder out, String key, Object value, String comment) {
        String written = value instanceof String text && text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !reserved(text)
                ? text
                : JsonMapper.shared().writeValueAsString(value);
        String pair = key + ": " + written;
        out.append(comment.isEmpty() ? pair : String.format(java.util.Locale.ROOT, "%-28s # %s", pair, comment));
        out.append("\n");
    }

    /** Words that YAML reads as something else than text. */
    private static boolean reserved(String text) {
        return text.matches("(?i)true|false|yes|no|on|off|null|y|n|inf|nan");
    }
}
