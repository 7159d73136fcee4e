package org.semblance.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads a YAML file of keys and values key by key, and gathers everything that is wrong with it, by line. */
public final class SettingsReader {
    private final String name;
    private final Yaml.Members root;
    private final List<Problem> problems = new ArrayList<>();

    private SettingsReader(String name, Yaml.Members root) {
        this.name = name;
        this.root = root;
    }

    /** @throws ProblemException where it is no file of keys and values */
    public static SettingsReader open(Source source) {
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
        return new SettingsReader(name, root);
    }

    public String name() {
        return name;
    }

    public boolean has(String key) {
        return root.nodes().containsKey(key);
    }

    /** Every key that is none of these is a problem. */
    public void known(Collection<String> keys) {
        for (String key : root.nodes().keySet()) {
            if (!keys.contains(key)) {
                problem(key, "the key \"" + key + "\" is unknown.", Nearest.hint(key, keys));
            }
        }
    }

    public void version(int version) {
        if (!value("version", "").equals((long) version)) {
            problem("version", "version is \"" + value("version", "missing") + "\", but must be " + version + ".", "");
        }
    }

    public @Nullable Long seed() {
        Object seed = value("seed", "");
        if (!(seed instanceof Long) && !seed.equals("")) {
            problem("seed", "seed is \"" + seed + "\", but must be a whole number.", "");
        }
        return seed instanceof Long number ? number : null;
    }

    /** The settings that are named, over the defaults. */
    public <R extends Record> R settings(R defaults) {
        R bound = defaults;
        for (String key : Options.values(defaults).keySet()) {
            if (has(key)) {
                try {
                    bound = Options.bind(bound, Map.of(key, value(key, "")), "a project");
                } catch (ProblemException e) {
                    e.problems().forEach(problem -> problems.add(problem.at(place(root.line(key)))));
                }
            }
        }
        return bound;
    }

    /** The options of a method, by name. */
    public Map<String, Object> options() {
        Map<String, Object> out = new LinkedHashMap<>();
        Yaml.Node node = root.nodes().get("options");
        if (node instanceof Yaml.Members members) {
            members.nodes().forEach((option, value) -> out.put(option, Yaml.plain(value)));
        } else if (node != null && !isNull(node)) {
            problem("options", "options must be names and values.", "For example options: {min-leaf: 50}");
        }
        return out;
    }

    /** What is behind a key, or null where nothing is. */
    public Yaml.@Nullable Node node(String key) {
        Yaml.Node node = root.nodes().get(key);
        return node == null || isNull(node) ? null : node;
    }

    private static boolean isNull(Yaml.Node node) {
        return node instanceof Yaml.Scalar scalar && scalar.isNull();
    }

    /** The value of a key that has one value or a list of them; groups are problems. */
    public Object value(String key, String otherwise) {
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

    public void problem(String key, String what, String fix) {
        problems.add(Problem.of(what).at(place(root.line(key))).fix(fix));
    }

    /** The problems that somebody else found in the options of a method, each with the line of what it names. */
    public void addOptions(List<Problem> others) {
        for (Problem problem : others) {
            int line = root.line("options");
            if (root.nodes().get("options") instanceof Yaml.Members members) {
                for (String option : members.nodes().keySet()) {
                    boolean named = problem.what().matches("(?s)" + java.util.regex.Pattern.quote(option) + "\\b.*")
                            || problem.what().contains('"' + option + '"')
                            || problem.where().matches("(?s)" + java.util.regex.Pattern.quote(option) + "\\b.*");
                    line = named ? members.line(option) : line;
                }
            }
            String where = problem.where().isEmpty() ? "" : ", " + problem.where();
            problems.add(problem.at(place(line) + where));
        }
    }

    /** Problems that somebody else found in the file. */
    public void add(List<Problem> others) {
        problems.addAll(others);
    }

    /** The problems of a key that somebody else found, with its line. */
    public void add(String key, List<Problem> others) {
        others.forEach(problem -> problems.add(problem.at(place(root.line(key)))));
    }

    private String place(int line) {
        return Yaml.place(name, line);
    }

    /** @throws ProblemException with all of them */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
    }
}
