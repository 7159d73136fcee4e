package org.semblance.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Constraints as lines of YAML, which are read before anybody knows the table and written after.
 *
 * <pre>{@code
 * constraints:
 *   - order: [arrival, leaving]
 *   - sum: {total: [food, drinks]}
 *   - formula: "paid = round(price * pieces, 2)"
 * }</pre>
 */
public final class ConstraintLines {
    /** Counts of fewer rows are not told. */
    private static final int FEW = 10;

    private ConstraintLines() {}

    /**
     * The value of the key {@code constraints}; an empty list keeps none.
     *
     * @throws ProblemException with every line that is no constraint
     */
    public static Listed read(Yaml.Node node, String file) {
        List<Problem> problems = new ArrayList<>();
        List<Listed.Line> lines = new ArrayList<>();
        boolean none = node instanceof Yaml.Scalar scalar && scalar.isNull();
        if (node instanceof Yaml.Items items) {
            for (Yaml.Node item : items.nodes()) {
                if (item instanceof Yaml.Members members && members.nodes().size() == 1) {
                    members.nodes()
                            .forEach((form, value) ->
                                    lines.add(new Listed.Line(form, plain(value), members.line(form))));
                } else {
                    problems.add(problem(item, file, "this is no constraint."));
                }
            }
        } else if (!none) {
            problems.add(problem(node, file, "under \"constraints\" there must be a list."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return new Listed(file, lines);
    }

    private static Problem problem(Yaml.Node node, String file, String what) {
        return Problem.of(what).at(Yaml.place(file, node.line())).fix("Such as  - order: [arrival, leaving]");
    }

    private static Object plain(Yaml.Node node) {
        if (node instanceof Yaml.Items items) {
            return items.nodes().stream().map(ConstraintLines::plain).toList();
        }
        if (node instanceof Yaml.Members members) {
            Map<String, Object> out = new LinkedHashMap<>();
            members.nodes().forEach((name, value) -> out.put(name, plain(value)));
            return out;
        }
        return ((Yaml.Scalar) node).value();
    }

    /** What was found, those that some rows break as comments; empty where there is nothing. */
    public static String write(List<Constraints.Found> found) {
        if (found.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("# What new rows will keep; lines may be taken out, changed or added.\n");
        out.append("constraints:\n");
        if (found.stream().noneMatch(Constraints.Found::holds)) {
            out.setLength(out.length() - 1);
            out.append(" []\n");
        }
        for (Constraints.Found one : found) {
            String line = line(one.constraint().form(), one.constraint().value());
            String words = one.constraint().words().replaceAll("[\\s\\p{Cntrl}]+", " ");
            out.append(one.holds() ? "  - " + line + "  # " + words : "  # - " + line + "  # " + nearly(one));
            out.append('\n');
        }
        return out.toString();
    }

    /** How nearly it holds, without counting out a few rows. */
    public static String nearly(Constraints.Found one) {
        return (one.broken() < FEW
                        ? "fewer than " + FEW + " rows break it"
                        : String.format(
                                Locale.ROOT,
                                "holds in %.2f %% of the rows",
                                100.0 * (one.rows() - one.broken()) / one.rows()))
                + ", so it is not kept unless listed";
    }

    /** Those of a file, as they stood there. */
    public static String write(Listed listed) {
        StringBuilder out = new StringBuilder(listed.lines().isEmpty() ? "constraints: []\n" : "constraints:\n");
        listed.lines()
                .forEach(line -> out.append("  - ")
                        .append(line(line.form(), line.value()))
                        .append('\n'));
        return out.toString();
    }

    private static String line(String form, Object value) {
        return form + ": " + yaml(value);
    }

    private static String yaml(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, member) -> members.add(YamlText.of(String.valueOf(key)) + ": " + yaml(member)));
            return "{" + String.join(", ", members) + "}";
        }
        if (value instanceof List<?> list) {
            return "["
                    + String.join(", ", list.stream().map(ConstraintLines::yaml).toList()) + "]";
        }
        if (value instanceof Number number) {
            double given = number.doubleValue();
            boolean whole = given == Math.rint(given) && Math.abs(given) < 1e15;
            return whole ? Long.toString((long) given) : Double.toString(given);
        }
        return value instanceof Boolean ? String.valueOf(value) : YamlText.of(String.valueOf(value));
    }
}
