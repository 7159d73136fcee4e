package org.semblance.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Listed;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Format;
import org.semblance.table.Kind;

/** Reads a schema file token by token, so that every problem has its line. */
final class SchemaParser {
    private static final List<String> KEYS = List.of(
            "kind", "decimals", "decimal-sign", "group-sign", "prefix", "suffix", "pattern", "missing", "maker");
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::word).toList();
    private static final Pattern DECIMALS = Pattern.compile("(up to )?([0-9]{1,2})|free");

    private static final List<String> TOP = List.of("version", "columns", "constraints");

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, SchemaOverrides.Column> columns = new LinkedHashMap<>();
    private @Nullable Listed constraints;

    /** One entry of a column: the texts of its value and where it stands. */
    private record Entry(int line, List<String> values) {
        String value() {
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    SchemaParser(String file) {
        this.file = file;
    }

    SchemaOverrides parse(String text) {
        return parse(Yaml.parse(text, file));
    }

    SchemaOverrides parse(Yaml.Node root) {
        if (root instanceof Yaml.Members top) {
            top(top);
        } else {
            problem(1, "a schema file begins with \"columns:\".", "semblance inspect DATA --schema prints one.");
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return new SchemaOverrides(file, columns, constraints);
    }

    private void problem(int line, String what, String fix) {
        problems.add(Problem.of(what).at(Yaml.place(file, line)).fix(fix));
    }

    private void top(Yaml.Members top) {
        top.nodes().forEach((name, node) -> {
            int line = top.line(name);
            if (name.equals("version")) {
                if (!(node instanceof Yaml.Scalar version) || !version.text().equals("1")) {
                    problem(line, "the version is " + node.word() + ", but only 1 is known.", "");
                }
            } else if (name.equals("constraints")) {
                constraints(node);
            } else if (!name.equals("columns")) {
                problem(line, "there is no key \"" + name + "\".", Nearest.hint(name, TOP));
            } else if (node instanceof Yaml.Members members) {
                members.nodes().forEach((column, value) -> column(column, members.line(column), value));
            } else {
                problem(line, "under \"columns\" there must be a line for each column.", "Such as  age: {kind: whole}");
            }
        });
        if (!top.nodes().containsKey("columns") && !top.nodes().containsKey("constraints")) {
            problem(1, "there is no \"columns:\".", "semblance inspect DATA --schema prints a schema file.");
        }
    }

    private void constraints(Yaml.Node node) {
        try {
            constraints = ConstraintLines.read(node, file);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    private void column(String column, int line, Yaml.Node node) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (node instanceof Yaml.Scalar kind && !kind.isNull()) {
            entries.put("kind", new Entry(line, List.of(kind.text())));
        } else if (node instanceof Yaml.Members members) {
            entries(column, members, entries);
        } else {
            problem(line, column + ": what the column is must be in braces.", "Such as  " + column + ": {kind: whole}");
        }
        columns.put(column, column(column, line, entries));
    }

    private void entries(String column, Yaml.Members members, Map<String, Entry> entries) {
        members.nodes().forEach((key, node) -> {
            int line = members.line(key);
            if (!KEYS.contains(key)) {
                String hint = Nearest.hint(key, KEYS);
                problem(
                        line,
                        column + ": there is no key \"" + key + "\".",
                        hint.isEmpty() ? "Known: " + String.join(", ", KEYS) + "." : hint);
            } else if (node instanceof Yaml.Scalar scalar) {
                entries.put(key, new Entry(line, List.of(scalar.text())));
            } else if (node instanceof Yaml.Items items && key.equals("missing")) {
                List<String> texts = new ArrayList<>();
                items.nodes().forEach(item -> texts.add(item instanceof Yaml.Scalar scalar ? scalar.text() : ""));
                entries.put(key, new Entry(line, texts));
            } else {
                problem(line, column + ": " + key + " takes one value, but is " + node.word() + ".", "");
            }
        });
    }

    private SchemaOverrides.Column column(String name, int line, Map<String, Entry> entries) {
        Entry kind = entries.get("kind");
        Kind chosen = null;
        if (kind != null) {
            int at = KINDS.indexOf(kind.value());
            chosen = at < 0 ? null : Kind.values()[at];
            if (at < 0) {
                String hint = Nearest.hint(kind.value(), KINDS);
                problem(
                        kind.line(),
                        name + ": there is no kind \"" + kind.value() + "\".",
                        hint.isEmpty() ? "Known: " + String.join(", ", KINDS) + "." : hint);
            }
        }
        Entry missing = entries.get("missing");
        return new SchemaOverrides.Column(
                line,
                chosen,
                decimals(name, entries.get("decimals")),
                sign(name, "decimal-sign", entries.get("decimal-sign")),
                sign(name, "group-sign", entries.get("group-sign")),
                text(entries.get("prefix")),
                text(entries.get("suffix")),
                pattern(name, chosen, entries.get("pattern")),
                missing == null ? null : missing.values(),
                text(entries.get("maker")));
    }

    private static @Nullable String text(@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }

    private @Nullable Integer decimals(String name, @Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        Matcher matcher = DECIMALS.matcher(entry.value());
        if (!matcher.matches()) {
            problem(
                    entry.line(),
                    name + ": decimals is \"" + entry.value()
                            + "\", but must be a number, \"up to\" a number, or free.",
                    "");
            return null;
        }
        if (matcher.group(2) == null) {
            return -1;
        }
        int digits = Integer.parseInt(matcher.group(2));
        if (digits > 15) {
            problem(entry.line(), name + ": decimals is " + digits + ", but must be at most 15.", "");
        }
        return matcher.group(1) == null ? digits : Format.PLAIN.atMost(digits).decimals();
    }

    private @Nullable String sign(String name, String key, @Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        if (entry.value().length() > 1
                || (key.equals("decimal-sign") && !entry.value().matches("[.,]"))) {
            problem(
                    entry.line(),
                    name + ": " + key + " is \"" + entry.value() + "\", but must be one sign"
                            + (key.equals("decimal-sign") ? ", . or ," : "") + ".",
                    "");
        }
        return entry.value();
    }

    private @Nullable String pattern(String name, @Nullable Kind kind, @Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        try {
            Kind fits = DatePattern.of(entry.value()).kind();
            boolean dated = kind == Kind.DATE || kind == Kind.TIME || kind == Kind.DATETIME;
            if (kind != null && (!dated || fits != kind)) {
                problem(
                        entry.line(),
                        name + ": a pattern of a " + fits.word() + " does not go with kind " + kind.word() + ".",
                        "");
            }
        } catch (IllegalArgumentException e) {
            problem(
                    entry.line(),
                    name + ": pattern is \"" + entry.value() + "\": " + e.getMessage() + ".",
                    "Letters: yyyy MM dd HH mm ss SSS a; other text in single quotes.");
        }
        return entry.value();
    }
}
