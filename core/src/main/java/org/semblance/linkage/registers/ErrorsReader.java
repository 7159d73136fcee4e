package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Faults;
import org.semblance.io.Yaml;
import org.semblance.linkage.Corruption;
import org.semblance.linkage.Corruptions;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.When;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Reads the {@code errors} of a block: by column, corruptions by name with a rate, or with a rate, options and a condition.
 * <pre>{@code
 * errors:
 *   full_name:
 *     - typo: 0.05
 *     - nickname: {rate: 0.02, when: {column: sex, is: [f]}}
 *   visit_date: none
 *   others: none
 * }</pre>
 * Columns are words of roles, or names of columns where the table is the user's own; a name is stronger than its role.
 */
final class ErrorsReader {
    private static final List<String> CONDITION = List.of("column", "is", "from", "below");

    /** All columns that are not named. */
    static final String OTHERS = "others";

    private final Faults faults;
    private final List<Variable> own;
    private final List<String> columns;
    private final Map<String, List<Rate>> absent = new LinkedHashMap<>();

    /** @param own the columns of a table of the user's own; empty for registers, whose columns are words of roles */
    ErrorsReader(Faults faults, List<Variable> own) {
        this.faults = faults;
        this.own = own;
        List<String> known = new ArrayList<>();
        own.forEach(variable -> known.add(variable.name()));
        Arrays.stream(Role.values()).map(Role::word).forEach(known::add);
        columns = known;
    }

    /** The rates of a block: those of columns that it names, and for the others those it would have without. */
    List<Rate> read(Yaml.Members block, List<Rate> otherwise) {
        Yaml.Node node = block.nodes().get(Keys.ERRORS);
        if (node == null || is(node, "standard")) {
            return otherwise;
        }
        if (is(node, "none")) {
            return List.of();
        }
        if (!(node instanceof Yaml.Members named)) {
            faults.add(
                    block.line(Keys.ERRORS),
                    "errors must be columns with what goes wrong in them, standard, or none, but is " + node.word()
                            + ".",
                    "");
            return otherwise;
        }
        boolean alone = named.nodes().containsKey(OTHERS) && !columns(OTHERS, own);
        Map<String, List<Rate>> said = new LinkedHashMap<>();
        Map<String, List<Rate>> byRole = new LinkedHashMap<>();
        named.nodes().forEach((column, errors) -> {
            if (alone && column.equals(OTHERS)) {
                others(errors, named.line(column));
                return;
            }
            String word = column.replace('-', '_').replace(' ', '_');
            String name = columns.contains(column) ? column : word;
            if (!columns.contains(name)) {
                faults.unknown(named.line(column), "errors: the column \"" + column + "\"", column, columns);
                return;
            }
            List<Rate> rates = column(name, errors, named.line(column));
            if (own.isEmpty() || columns(name, own)) {
                said.put(name, rates);
            } else if (own.stream().noneMatch(variable -> variable.role().word().equals(name))) {
                absent.put(name, rates);
            } else {
                own.stream()
                        .filter(variable -> variable.role().word().equals(name))
                        .forEach(variable -> byRole.put(variable.name(), named(variable.name(), rates)));
            }
        });
        byRole.forEach(said::putIfAbsent);
        List<Rate> out = new ArrayList<>();
        boolean none = alone && is(named.nodes().get(OTHERS), "none");
        otherwise.stream()
                .filter(rate -> !none && !said.containsKey(rate.variable()))
                .forEach(out::add);
        said.values().forEach(out::addAll);
        return out;
    }

    /** The errors of roles that no column of the user's own table has; of registers there are none. */
    List<Rate> absent() {
        return absent.values().stream().flatMap(List::stream).toList();
    }

    private static boolean columns(String name, List<Variable> own) {
        return own.stream().anyMatch(variable -> variable.name().equals(name));
    }

    private static List<Rate> named(String name, List<Rate> rates) {
        return rates.stream().map(rate -> rate.variable(name)).toList();
    }

    private void others(Yaml.Node node, int line) {
        if (!is(node, "none") && !is(node, "standard")) {
            faults.add(line, "errors: others must be none or standard, but is " + node.word() + ".", "");
        }
    }

    private static boolean is(Yaml.@Nullable Node node, String word) {
        return node instanceof Yaml.Scalar scalar && scalar.text().equals(word);
    }

    private List<Rate> column(String column, Yaml.Node node, int line) {
        List<Rate> out = new ArrayList<>();
        if (node instanceof Yaml.Items items) {
            for (Yaml.Node item : items.nodes()) {
                if (item instanceof Yaml.Members members) {
                    members.nodes().forEach((name, value) -> add(column, name, value, members.line(name), out));
                } else {
                    faults.add(
                            item.line(),
                            column + ": an error must have a rate, but here is " + item.word() + ".",
                            "Write - typo: 0.05");
                }
            }
        } else if (node instanceof Yaml.Members members) {
            members.nodes().forEach((name, value) -> add(column, name, value, members.line(name), out));
        } else if (!is(node, "none") && !(node instanceof Yaml.Scalar scalar && scalar.isNull())) {
            faults.add(
                    line,
                    column + " must be a list of errors with their rates, or none, but is " + node.word() + ".",
                    "");
        }
        return out;
    }

    private void add(String column, String name, Yaml.Node value, int line, List<Rate> out) {
        Plugin<Corruption> plugin;
        try {
            plugin = Corruptions.ALL.find(name);
        } catch (ProblemException e) {
            told(column, line, e);
            return;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        Double rate = value instanceof Yaml.Scalar scalar ? number(scalar) : null;
        When when = null;
        if (value instanceof Yaml.Members members) {
            for (Map.Entry<String, Yaml.Node> entry : members.nodes().entrySet()) {
                switch (entry.getKey()) {
                    case "rate" -> rate = entry.getValue() instanceof Yaml.Scalar scalar ? number(scalar) : null;
                    case "when" -> when = when(column, entry.getValue());
                    default -> option(column, plugin, entry, members, options);
                }
            }
        }
        if (rate == null || !(rate >= 0 && rate <= 1)) {
            faults.add(
                    line,
                    column + ": the rate of " + name + " must be a number between 0 and 1"
                            + (rate == null ? "." : ", but is " + rate + "."),
                    rate == null ? "Write - " + name + ": 0.05" : "");
        }
        try {
            Corruption corruption = plugin.make(options);
            if (!fits(corruption, column)) {
                faults.add(
                        line,
                        column + ": " + name + " does not fit such a column.",
                        own.isEmpty() ? "" : "Take it out, or say what the column is: --role " + column + "=ROLE");
            }
        } catch (ProblemException e) {
            told(column, line, e);
        }
        out.add(new Rate(column, name, options, rate == null ? 0 : rate, when));
    }

    /** An option of the corruption; where it has none of that name, the nearest may be rate or when. */
    private void option(
            String column,
            Plugin<Corruption> plugin,
            Map.Entry<String, Yaml.Node> entry,
            Yaml.Members members,
            Map<String, Object> options) {
        String name = Keys.kebab(entry.getKey());
        List<String> known = new ArrayList<>(List.of("rate", "when"));
        Options.describe(plugin.defaults()).forEach(option -> known.add(option.name()));
        if (known.contains(name)) {
            options.put(name, plain(entry.getValue()));
        } else {
            faults.unknown(
                    members.line(entry.getKey()),
                    column + ": " + plugin.name() + ": the key \"" + entry.getKey() + "\"",
                    name,
                    known.stream().map(Keys::snake).toList());
        }
    }

    private boolean fits(Corruption corruption, String column) {
        for (Variable variable : own) {
            if (variable.name().equals(column)) {
                return corruption.fits(variable);
            }
        }
        for (Role role : Role.values()) {
            if (role.word().equals(column)) {
                List<String> options = role.isOption() ? List.of("a", "b") : List.of();
                return corruption.fits(new Variable(column, role).options(options));
            }
        }
        return true;
    }

    private @Nullable When when(String column, Yaml.Node node) {
        if (!(node instanceof Yaml.Members members)) {
            faults.add(
                    node.line(),
                    column + ": when must be a group of keys, but is " + node.word() + ".",
                    "Write when: {column: sex, is: [f]}");
            return null;
        }
        boolean misspelt = false;
        for (String key : members.nodes().keySet()) {
            if (!CONDITION.contains(key)) {
                misspelt = true;
                faults.unknown(members.line(key), column + ": when: the key \"" + key + "\"", key, CONDITION);
            }
        }
        Yaml.Node named = members.nodes().get("column");
        String on = named instanceof Yaml.Scalar scalar ? scalar.text() : "";
        if (named == null && !misspelt) {
            faults.add(members.line(), column + ": when must say a column.", "Write when: {column: sex, is: [f]}");
        } else if (named != null && !columns.contains(on)) {
            faults.unknown(members.line("column"), column + ": when: the column \"" + on + "\"", on, columns);
        }
        List<String> texts = new ArrayList<>();
        Yaml.Node is = members.nodes().get("is");
        if (is instanceof Yaml.Items items) {
            items.nodes().forEach(item -> texts.add(item instanceof Yaml.Scalar scalar ? scalar.text() : ""));
        } else if (is instanceof Yaml.Scalar scalar) {
            texts.add(scalar.text());
        }
        Double from = bound(members, "from");
        Double below = bound(members, "below");
        if (is == null && from == null && below == null && !misspelt) {
            faults.add(
                    members.line(),
                    column + ": when must say is, from or below.",
                    "Write when: {column: sex, is: [f]}");
        }
        return new When(
                on,
                texts,
                from == null ? Double.NEGATIVE_INFINITY : from,
                below == null ? Double.POSITIVE_INFINITY : below);
    }

    private @Nullable Double bound(Yaml.Members members, String key) {
        Yaml.Node node = members.nodes().get(key);
        if (node == null) {
            return null;
        }
        Double number = node instanceof Yaml.Scalar scalar ? number(scalar) : null;
        if (number == null) {
            faults.add(members.line(key), key + " must be a number, but is " + node.word() + ".", "");
        }
        return number;
    }

    private static @Nullable Double number(Yaml.Scalar scalar) {
        return scalar.isNumber() ? Double.valueOf(scalar.text()) : null;
    }

    private static Object plain(Yaml.Node node) {
        if (node instanceof Yaml.Items items) {
            return items.nodes().stream().map(ErrorsReader::plain).toList();
        }
        return node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    private void told(String column, int line, ProblemException e) {
        for (Problem problem : e.problems()) {
            faults.add(line, column + ": " + problem.what(), problem.fix());
        }
    }
}
