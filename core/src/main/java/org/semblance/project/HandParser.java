package org.semblance.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Faults;
import org.semblance.io.Yaml;
import org.semblance.plugin.Option;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads a model written by hand: all that is wrong with it at once, each with its line. */
final class HandParser {
    /** Keys of the file. */
    record Root(
            @Option(value = "Version of this format", min = 1, max = 1)
            int version,

            @Option(value = "Seed of the randomness, where none is given otherwise", min = -9e15, max = 9e15)
            long seed) {}

    /** Keys of a table. */
    record TableKeys(
            @Option(value = "How many rows, where nobody says how many", min = 0, max = 1e12)
            long rows) {}

    static final Root ROOT = new Root(1, 0);
    static final TableKeys TABLE = new TableKeys(1_000);

    private static final List<String> ROOT_KEYS = List.of("version", "seed", "tables");
    private static final List<String> TABLE_KEYS = List.of("rows", "columns");

    /** Words of the full vocabulary that this version does not know yet. */
    private static final Set<String> LATER = Set.of("rules", "given", "keys", "link", "sequence");

    private final Faults faults;

    HandParser(String file) {
        faults = new Faults(file);
    }

    /** @throws ProblemException with everything that is wrong */
    HandModel parse(Yaml.Node root) {
        HandModel model = root(root);
        faults.throwIfAny();
        if (model == null) {
            throw new IllegalStateException("no model and no fault");
        }
        return model;
    }

    private @Nullable HandModel root(Yaml.Node node) {
        if (!(node instanceof Yaml.Members root)) {
            faults.add(
                    node.line(),
                    "a model must begin with version: 1 and tables:, but this is " + node.word() + ".",
                    "");
            return null;
        }
        keys("", root, ROOT_KEYS);
        if (!root.nodes().containsKey("version")) {
            faults.add(root.line(), "version is missing.", "Write version: 1 at the top.");
        }
        Long seed = root.nodes().containsKey("seed") ? whole("", root, "seed", ROOT) : null;
        whole("", root, "version", ROOT);
        if (!(root.nodes().get("tables") instanceof Yaml.Members tables)
                || tables.nodes().isEmpty()) {
            faults.add(root.line("tables"), "tables must hold a table: its name, and below that its columns.", "");
            return null;
        }
        if (tables.nodes().size() > 1) {
            String second = List.copyOf(tables.nodes().keySet()).get(1);
            faults.add(
                    tables.line(second),
                    second + ": several tables are not supported yet.",
                    "Put each table into a file of its own.");
        }
        HandModel model = null;
        for (Map.Entry<String, Yaml.Node> table : tables.nodes().entrySet()) {
            HandModel read = table(table.getKey(), table.getValue(), seed, root);
            model = model == null ? read : model;
        }
        return model;
    }

    private @Nullable HandModel table(String name, Yaml.Node node, @Nullable Long seed, Yaml.Members root) {
        if (!(node instanceof Yaml.Members table)
                || !(table.nodes().get("columns") instanceof Yaml.Members columns)
                || columns.nodes().isEmpty()) {
            faults.add(node.line(), name + ": columns must hold at least one column.", "");
            return null;
        }
        keys(name + ": ", table, TABLE_KEYS);
        Long rows = TABLE.rows();
        if (table.nodes().get("rows") instanceof Yaml.Members per) {
            faults.add(per.line(), name + ": rows per another table are not supported yet.", "Write a number.");
        } else if (table.nodes().containsKey("rows")) {
            rows = whole(name + ": ", table, "rows", TABLE);
        }
        List<HandColumn> parsed = new ArrayList<>();
        columns.nodes().forEach((column, keys) -> {
            if (column.isEmpty()) {
                faults.add(columns.line(column), "a column has no name.", "");
            } else if (keys instanceof Yaml.Members members) {
                HandColumn one = new ColumnParser(faults, column, members).parse();
                if (one != null) {
                    parsed.add(one);
                }
            } else {
                faults.add(
                        columns.line(column),
                        column + ": this must be a group of keys, but is " + keys.word() + ".",
                        "Write " + column + ": {make: ...}.");
            }
        });
        return rows == null ? null : new HandModel(name, rows, seed, parsed, root);
    }

    private void keys(String owner, Yaml.Members members, List<String> known) {
        for (String key : members.nodes().keySet()) {
            if (LATER.contains(key)) {
                faults.add(members.line(key), owner + key + " is not supported yet.", "Remove it.");
            } else if (!known.contains(key)) {
                faults.unknown(members.line(key), owner + key, key, known);
            }
        }
    }

    /** A whole number among the options of a record, or null where it is none. */
    private @Nullable Long whole(String owner, Yaml.Members members, String key, Record defaults) {
        Yaml.Node node = members.nodes().get(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Yaml.Scalar scalar)) {
            faults.add(node.line(), owner + key + " must be a whole number, but is " + node.word() + ".", "");
            return null;
        }
        Map<String, Object> given = new LinkedHashMap<>();
        given.put(key, scalar.text());
        try {
            Record bound = Options.bind(defaults, given, key);
            return ((Number) Options.values(bound).getOrDefault(key, 0)).longValue();
        } catch (ProblemException e) {
            for (Problem problem : e.problems()) {
                faults.add(node.line(), owner + problem.what(), problem.fix());
            }
            return null;
        }
    }
}
