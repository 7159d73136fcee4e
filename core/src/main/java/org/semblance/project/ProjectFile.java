package org.semblance.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;
import tools.jackson.databind.json.JsonMapper;

/** project.yaml: reading a {@link Project}, all its problems at once with their lines, and writing one to be edited. */
public final class ProjectFile {
    /** Of the format. */
    public static final int VERSION = 1;

    /** Keys beside those of {@link Project.Settings}. */
    static final List<String> OWN = List.of("version", "data", "sha256", "seed", "options", "columns");

    private final String name;
    private final Yaml.Members root;
    private final List<Problem> problems = new ArrayList<>();

    private ProjectFile(String name, Yaml.Members root) {
        this.name = name;
        this.root = root;
    }

    /** @throws ProblemException with every problem of the file */
    public static Project read(Source source) {
        String name = source.name();
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(Yaml.LENGTH + 1);
        } catch (IOException e) {
            throw ProblemException.data(Problem.of("this file cannot be read (" + e.getMessage() + ").")
                    .at(name));
        }
        if (!(Yaml.parse(new String(bytes, StandardCharsets.UTF_8), name) instanceof Yaml.Members root)) {
            throw ProblemException.data(Problem.of("this is no project: it must be keys and values, version: 1 first.")
                    .at(name)
                    .fix("A project is written by semblance run DATA."));
        }
        return new ProjectFile(name, root).project();
    }

    private Project project() {
        Map<String, Object> settings = Options.values(Project.Settings.DEFAULT);
        TreeSet<String> known = new TreeSet<>(OWN);
        known.addAll(settings.keySet());
        for (String key : root.nodes().keySet()) {
            if (!known.contains(key)) {
                problem(key, "the key \"" + key + "\" is unknown.", Nearest.hint(key, known));
            }
        }
        if (!value("version", "").equals((long) VERSION)) {
            problem("version", "version is \"" + value("version", "missing") + "\", but must be 1.", "");
        }
        String data = String.valueOf(value("data", ""));
        if (data.isEmpty()) {
            problem("data", "data is missing: the path of the table.", "For example data: ../patients.csv");
        }
        Object seed = value("seed", "");
        if (!(seed instanceof Long) && !seed.equals("")) {
            problem("seed", "seed is \"" + seed + "\", but must be a whole number.", "");
        }
        Project.Settings bound = settings(settings.keySet());
        Map<String, Object> options = options();
        SchemaOverrides columns = columns();
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        Long given = seed instanceof Long number ? number : null;
        return new Project(data, String.valueOf(value("sha256", "")), given, bound, options, columns);
    }

    private Project.Settings settings(Iterable<String> keys) {
        Project.Settings bound = Project.Settings.DEFAULT;
        for (String key : keys) {
            if (!root.nodes().containsKey(key)) {
                continue;
            }
            try {
                bound = Options.bind(bound, Map.of(key, value(key, "")), "a project");
                Safeguards.of(key.equals("controls") ? bound : Project.Settings.DEFAULT);
            } catch (ProblemException e) {
                e.problems().forEach(problem -> problems.add(problem.at(place(root.line(key)))));
            }
        }
        return bound;
    }

    private Map<String, Object> options() {
        Map<String, Object> out = new LinkedHashMap<>();
        Yaml.Node node = root.nodes().get("options");
        if (node instanceof Yaml.Members members) {
            members.nodes().forEach((option, value) -> out.put(option, plain(value)));
        } else if (node != null && !(node instanceof Yaml.Scalar scalar && scalar.isNull())) {
            problem("options", "options must be names and values.", "For example options: {min-leaf: 50}");
        }
        return out;
    }

    private @Nullable SchemaOverrides columns() {
        Yaml.Node node = root.nodes().get("columns");
        if (node == null || (node instanceof Yaml.Scalar scalar && scalar.isNull())) {
            return null;
        }
        try {
            return SchemaFile.columns(node, name);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    /** The value of a key that has one value; lists and groups are problems elsewhere. */
    private Object value(String key, String otherwise) {
        Yaml.Node node = root.nodes().get(key);
        return node == null ? otherwise : plain(node);
    }

    private Object plain(Yaml.Node node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.value();
        }
        if (node instanceof Yaml.Items items) {
            return items.nodes().stream().map(this::plain).toList();
        }
        problems.add(
                Problem.of("a value is expected here, not " + node.word() + ".").at(place(node.line())));
        return "";
    }

    private void problem(String key, String what, String fix) {
        problems.add(Problem.of(what).at(place(root.line(key))).fix(fix));
    }

    private String place(int line) {
        return Yaml.place(name, line);
    }

    /**
     * The file's text, with the meaning of every key beside it.
     *
     * @param schema of the table as it was read; of columns that the project overrides it is written out
     */
    public static String write(Project project, Schema schema) {
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
        SchemaOverrides columns = project.columns();
        if (columns == null) {
            out.append(
                    "# columns: where a kind or format was guessed wrong; semblance inspect DATA --schema lists all\n");
        } else {
            String file = SchemaFile.write(schema.select(overridden(schema, columns)));
            out.append(file.substring(file.indexOf("columns:")));
        }
        return out.toString();
    }

    private static int[] overridden(Schema schema, SchemaOverrides columns) {
        return IntStream.range(0, schema.size())
                .filter(c -> columns.columns().containsKey(schema.field(c).name()))
                .toArray();
    }

    private static void options(StringBuilder out, Project project) {
        if (project.options().isEmpty()) {
            line(
                    out,
                    "options",
                    Map.of(),
                    "all of them: semblance list synthesizers "
                            + project.settings().method());
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
        out.append(comment.isEmpty() ? pair : String.format(Locale.ROOT, "%-28s # %s", pair, comment));
        out.append("\n");
    }

    /** Words that YAML reads as something else than text. */
    private static boolean reserved(String text) {
        return text.matches("(?i)true|false|yes|no|on|off|null|y|n|inf|nan");
    }
}
