package org.semblance.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * A file that says which controls to apply, in order:
 *
 * <pre>{@code
 * version: 1
 * keys: [age, sex, region]        # for those that look at keys
 * controls:
 *   - remove-replicated-uniques
 *   - top-coding: {columns: [age], at: 90}
 *   - micro-aggregation:
 *       columns: [age, income]
 *       size: 3
 * }</pre>
 */
public final class ControlsFile {
    /** Of the format. */
    public static final int VERSION = 1;

    private static final List<String> KEYS = List.of("version", "keys", "controls");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    private ControlsFile(String name) {
        this.name = name;
    }

    /** @throws ProblemException with every problem of the file and its line */
    public static Steps read(Source source) {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(Yaml.LENGTH + 1);
        } catch (IOException e) {
            throw ProblemException.data(Problem.of("this file cannot be read (" + e.getMessage() + ").")
                    .at(source.name()));
        }
        return new ControlsFile(source.name()).steps(new String(bytes, StandardCharsets.UTF_8));
    }

    private Steps steps(String text) {
        Yaml.Node root = Yaml.parse(text, name);
        if (!(root instanceof Yaml.Members members)) {
            throw ProblemException.data(
                    Problem.of("this says no controls: it must be keys and values, version: 1 first.")
                            .at(name)
                            .fix("For example controls: [{top-coding: {columns: [age], at: 90}}]"));
        }
        for (String key : members.nodes().keySet()) {
            if (!KEYS.contains(key)) {
                problem(members.line(key), "the key \"" + key + "\" is unknown.", Nearest.hint(key, KEYS));
            }
        }
        Object version = value(members.nodes().get("version"));
        if (!version.equals((long) VERSION)) {
            problem(members.line("version"), "version is \"" + version + "\", but must be 1.", "");
        }
        List<String> keys = new ArrayList<>();
        Object given = value(members.nodes().get("keys"));
        if (given instanceof List<?> list) {
            list.forEach(key -> keys.add(String.valueOf(key)));
        } else if (!given.equals("")) {
            keys.add(String.valueOf(given));
        }
        List<Step> steps = new ArrayList<>();
        Yaml.Node controls = members.nodes().get("controls");
        if (controls instanceof Yaml.Items items) {
            items.nodes().forEach(item -> add(item, keys, steps));
        } else {
            problem(
                    controls == null ? members.line() : controls.line(),
                    controls == null ? "controls is missing." : "controls must be a list.",
                    "For example controls: [{top-coding: {columns: [age], at: 90}}]");
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return new Steps(steps);
    }

    private void add(Yaml.Node item, List<String> keys, List<Step> steps) {
        String control;
        Map<String, Object> options = new LinkedHashMap<>();
        if (item instanceof Yaml.Scalar scalar) {
            control = String.valueOf(scalar.value());
        } else if (item instanceof Yaml.Members members && members.nodes().size() == 1) {
            control = members.nodes().keySet().iterator().next();
            Yaml.Node settings = members.nodes().get(control);
            if (settings instanceof Yaml.Members some) {
                some.nodes().forEach((option, value) -> options.put(option, value(value)));
            } else if (!value(settings).equals("")) {
                problem(item.line(), "the options of " + control + " must be names and values.", "");
                return;
            }
        } else {
            problem(
                    item.line(),
                    "a control is expected here: its name, or its name with its options.",
                    "For example - top-coding: {columns: [age], at: 90}");
            return;
        }
        try {
            steps.add(Step.of(control, options).keys(keys));
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.at(Yaml.place(name, item.line()))));
        }
    }

    /** A value, a list of values, or an empty text for nothing. */
    private Object value(Yaml.@Nullable Node node) {
        if (node == null) {
            return "";
        }
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.value();
        }
        if (node instanceof Yaml.Items items) {
            return items.nodes().stream().map(this::value).toList();
        }
        problem(node.line(), "a value is expected here, not " + node.word() + ".", "");
        return "";
    }

    private void problem(int line, String what, String fix) {
        problems.add(Problem.of(what).at(Yaml.place(name, line)).fix(fix));
    }
}
