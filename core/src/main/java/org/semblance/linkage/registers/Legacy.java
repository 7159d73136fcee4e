package org.semblance.linkage.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.io.Faults;
import org.semblance.io.Yaml;

/**
 * What e2elink's files of parameters have and ours write otherwise: blocks as lists of groups with one key each, names of
 * keys, and values by another name.
 */
final class Legacy {
    static final Map<String, String> NAMES = Map.of(
            "exp_linkage_rate", "expected_rate",
            "expected_linkage_rate", "expected_rate",
            "linkage_rate", "expected_rate",
            "clinvar", "clinical_variable",
            "duplicates_prop", "dupl",
            "average_visits", "visits");

    private Legacy() {}

    static String name(String key) {
        String plain = Keys.snake(key);
        return NAMES.getOrDefault(plain, plain);
    }

    /** A block as a group of keys; null with a fault where it is something else, an empty group where it is nothing. */
    static Yaml.Members block(String owner, Yaml.Node node, Faults faults) {
        if (node instanceof Yaml.Members members) {
            return named(owner, members, faults);
        }
        Map<String, Yaml.Node> nodes = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        if (node instanceof Yaml.Items items) {
            for (Yaml.Node item : items.nodes()) {
                if (!(item instanceof Yaml.Members one)) {
                    faults.add(
                            item.line(),
                            owner + " must be keys with values, but here is " + item.word() + ".",
                            "Write - size: 100");
                    continue;
                }
                Yaml.Members renamed = named(owner, one, faults);
                renamed.nodes()
                        .forEach((key, value) -> put(owner, key, value, renamed.line(key), nodes, lines, faults));
            }
        } else if (!(node instanceof Yaml.Scalar scalar && scalar.isNull())) {
            faults.add(node.line(), owner + " must be a group of keys, but is " + node.word() + ".", "");
        }
        return new Yaml.Members(nodes, lines, node.line());
    }

    private static Yaml.Members named(String owner, Yaml.Members members, Faults faults) {
        Map<String, Yaml.Node> nodes = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        members.nodes().forEach((key, value) -> {
            if (name(key).equals("header")) {
                header(value, members.line(key), nodes, lines, faults);
            } else {
                put(owner, name(key), value(name(key), value), members.line(key), nodes, lines, faults);
            }
        });
        return new Yaml.Members(nodes, lines, members.line());
    }

    private static void put(
            String owner,
            String key,
            Yaml.Node value,
            int line,
            Map<String, Yaml.Node> nodes,
            Map<String, Integer> lines,
            Faults faults) {
        Integer first = lines.putIfAbsent(key, line);
        if (first != null) {
            faults.add(
                    line,
                    owner + ": \"" + key + "\" stands here a second time.",
                    "The first is in line " + first + "; remove one.");
            return;
        }
        nodes.put(key, value);
    }

    /** A value by the name that ours has. */
    private static Yaml.Node value(String key, Yaml.Node node) {
        if (!(node instanceof Yaml.Scalar scalar)) {
            return node;
        }
        String text = scalar.text();
        String ours = switch (key) {
            case "split_full_name" ->
                text.equals("true") || text.equals("split") ? "first+last" : text.equals("false") ? "full" : text;
            case "name_misspelling_type", "name_format", "sex_format", "age_format" ->
                text.toLowerCase(java.util.Locale.ROOT);
            case "address" -> text.equals("true") ? "one" : text.equals("false") ? "none" : text;
            case "sort_by_date", "shuffle_columns", "hide_identifier" -> text.toLowerCase(java.util.Locale.ROOT);
            default -> text;
        };
        return ours.equals(text) ? node : new Yaml.Scalar(ours, true, scalar.line());
    }

    /** A header as e2elink says it: a word, or the numbers of a style of letters and of a synonym. */
    private static void header(
            Yaml.Node node, int line, Map<String, Yaml.Node> nodes, Map<String, Integer> lines, Faults faults) {
        String style = null;
        String synonym = null;
        List<String> styles = List.of("snake", "lower", "title", "upper");
        if (node instanceof Yaml.Items items && items.nodes().size() == 2) {
            style = items.nodes().get(0) instanceof Yaml.Scalar s ? s.text() : "";
            synonym = items.nodes().get(1) instanceof Yaml.Scalar s ? s.text() : "";
            style = style.matches("[0-3]") ? styles.get(Integer.parseInt(style)) : style;
        } else if (node instanceof Yaml.Scalar scalar) {
            boolean random = scalar.isNull() || scalar.text().equalsIgnoreCase("random");
            style = random ? "random" : scalar.text().equalsIgnoreCase("standard") ? "snake" : null;
            synonym = random ? "-1" : "0";
        }
        if (style == null || synonym == null) {
            faults.add(
                    line,
                    "header must be standard, random, or the style of its letters and the number of a synonym, but is "
                            + node.word() + ".",
                    "Write header: [title, 1]");
            return;
        }
        put("header", "header_style", new Yaml.Scalar(style, true, line), line, nodes, lines, faults);
        put("header", "header_synonym", new Yaml.Scalar(synonym, false, line), line, nodes, lines, faults);
    }
}
