package org.semblance.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.distribution.Law;
import org.semblance.distribution.Laws;
import org.semblance.generate.Makers;
import org.semblance.io.Faults;
import org.semblance.io.Yaml;
import org.semblance.plugin.Option;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads one column of a model written by hand; what is wrong with it goes to {@link Faults} with its line. */
final class ColumnParser {
    /** Keys of every column. */
    record Common(
            @Option("What makes the values") String make,

            @Option(value = "Share of rows without a value", min = 0, max = 1)
            double missing) {}

    static final Common COMMON = new Common("", 0);

    /** Words of the full vocabulary that this version does not know yet. */
    private static final Set<String> LATER = Set.of("given", "from", "key", "rules", "formula", "edge");

    private final Faults faults;
    private final String name;
    private final Yaml.Members members;

    ColumnParser(Faults faults, String name, Yaml.Members members) {
        this.faults = faults;
        this.name = name;
        this.members = members;
    }

    /** The column, or null where something is wrong with it. */
    @Nullable
    HandColumn parse() {
        int before = faults.count();
        Plugin<?> plugin = plugin();
        if (plugin == null) {
            return null;
        }
        boolean law = Makes.isLaw(plugin.name());
        Map<String, Object> values = values();
        Set<String> known = new LinkedHashSet<>(Options.values(COMMON).keySet());
        known.addAll(Options.values(plugin.defaults()).keySet());
        if (law) {
            known.addAll(Options.values(Numbers.PLAIN).keySet());
        }
        for (String key : members.nodes().keySet()) {
            if (!known.contains(key)) {
                unknown(key, known);
            }
        }
        Common common = bind(COMMON, values);
        Numbers.Options bounds = law ? bind(Numbers.PLAIN, values) : Numbers.PLAIN;
        Make make = make(plugin, values, bounds == null ? Numbers.PLAIN : bounds);
        return faults.count() > before || common == null || make == null
                ? null
                : new HandColumn(name, make, common.missing());
    }

    private @Nullable Plugin<?> plugin() {
        Yaml.Node make = members.nodes().get("make");
        if (!(make instanceof Yaml.Scalar scalar) || scalar.isNull()) {
            String found = make == null ? "" : ", but is " + make.word();
            faults.add(
                    make == null ? members.line() : make.line(),
                    name + ": make must name what makes the values" + found + ".",
                    "Write make: and one of " + String.join(", ", Makes.names()) + ".");
            return null;
        }
        for (Plugin<?> plugin : Makes.plugins()) {
            if (plugin.name().equals(scalar.text())) {
                return plugin;
            }
        }
        faults.unknown(make.line(), name + ": make \"" + scalar.text() + "\"", scalar.text(), Makes.names());
        return null;
    }

    private void unknown(String key, Set<String> known) {
        if (LATER.contains(key)) {
            faults.add(
                    members.line(key),
                    name + ": " + key + " is not supported yet.",
                    "In this version columns are independent: remove it.");
        } else {
            faults.unknown(members.line(key), name + ": " + key, key, known);
        }
    }

    /** The column's keys as {@link Options} takes them. */
    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        members.nodes().forEach((key, node) -> {
            if (node instanceof Yaml.Scalar scalar) {
                values.put(key, scalar.text());
            } else if (node instanceof Yaml.Items items) {
                values.put(key, texts(key, items.nodes()));
            } else if (node instanceof Yaml.Members weighted && key.equals("values")) {
                values.put(key, List.copyOf(weighted.nodes().keySet()));
                values.put("weights", texts(key, List.copyOf(weighted.nodes().values())));
            } else {
                faults.add(node.line(), name + ": " + key + " must be a value, but is " + node.word() + ".", "");
            }
        });
        if (members.nodes().get("values") instanceof Yaml.Members
                && members.nodes().containsKey("weights")) {
            faults.add(
                    members.line("weights"),
                    name + ": values already have weights.",
                    "Remove weights, or make values a list.");
        }
        return values;
    }

    private List<String> texts(String key, List<Yaml.Node> nodes) {
        List<String> texts = new ArrayList<>();
        for (Yaml.Node node : nodes) {
            if (node instanceof Yaml.Scalar scalar) {
                texts.add(scalar.isNull() ? "" : scalar.text());
            } else {
                faults.add(node.line(), name + ": " + key + " holds " + node.word() + " where a value should be.", "");
            }
        }
        return texts;
    }

    private @Nullable Make make(Plugin<?> plugin, Map<String, Object> values, Numbers.Options bounds) {
        Map<String, Object> own = own(plugin.defaults(), values);
        Record options = bind(plugin.defaults(), values);
        if (options == null) {
            return null;
        }
        try {
            if (Makes.isLaw(plugin.name())) {
                Law law = Laws.ALL.find(plugin.name()).make(own);
                return new Numbers(law, bounds);
            }
            return Makes.ALL.names().contains(plugin.name())
                    ? Makes.ALL.find(plugin.name()).make(own)
                    : new MadeAnew(Makers.ALL.find(plugin.name()).make(own));
        } catch (ProblemException e) {
            e.problems().forEach(this::tell);
            return null;
        }
    }

    private static Map<String, Object> own(Record defaults, Map<String, Object> values) {
        Map<String, Object> own = new LinkedHashMap<>(values);
        own.keySet().retainAll(Options.values(defaults).keySet());
        return own;
    }

    /** The record with what the file says of it, or null where that is wrong. */
    private <R extends Record> @Nullable R bind(R defaults, Map<String, Object> values) {
        try {
            return Options.bind(defaults, own(defaults, values), name);
        } catch (ProblemException e) {
            e.problems().forEach(this::tell);
            return null;
        }
    }

    /** A problem whose first word is the key it is about, where it is about one. */
    private void tell(Problem problem) {
        String key = problem.what().split(" ", 2)[0];
        faults.add(
                members.lines().containsKey(key) ? members.line(key) : members.line(),
                name + ": " + problem.what(),
                problem.fix());
    }
}
