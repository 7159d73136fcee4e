package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Measures;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Requirement;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.ProblemText;
import org.semblance.table.Table;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of the rows beyond the tables themselves, shared by {@code run} and {@code evaluate}. */
final class Asked {
    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "The column whose prediction measures usefulness (one is looked for).")
    @Nullable
    String target;

    @Option(
            names = "--model",
            paramLabel = "FORMULA",
            description = "Your own model, fitted on both, like 'income ~ age + sex'.")
    @Nullable
    String model;

    @Option(
            names = "--sensitive",
            paramLabel = "COLUMNS",
            description = "Columns whose groups fairness looks at, with commas between.")
    @Nullable
    String sensitive;

    @Option(
            names = "--keys",
            paramLabel = "COLUMNS",
            description = {
                "What an attacker may know of a person, with commas between.",
                "A name with a comma in it stands in double quotes."
            })
    @Nullable
    String keys;

    @Option(
            names = "--require",
            paramLabel = "BOUND",
            description = {
                "A bound to keep, or exit code 4; may be repeated.",
                "MEASURE.min=NUMBER or MEASURE.max=NUMBER, like columns.min=0.9,",
                "columns.age.min=0.8, columns.worst.min=0.7."
            })
    List<String> require = new ArrayList<>();

    /** The settings of a project that were given. */
    Map<String, Object> settings() {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "target", target);
        put(out, "model", model);
        put(out, "sensitive", sensitive == null ? null : columns(sensitive));
        put(out, "keys", keys == null ? null : columns(keys));
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    Question question(boolean exact) {
        return new Question(
                target == null ? "" : target,
                model == null ? "" : model,
                sensitive == null ? List.of() : columns(sensitive),
                keys == null ? List.of() : columns(keys),
                exact);
    }

    /** Names with commas between; what stands in double quotes is one name, and two quotes in it are one. */
    static List<String> columns(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                name.append(letter);
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                out.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(letter);
            }
        }
        out.add(name.toString().strip());
        out.removeIf(String::isEmpty);
        return out;
    }

    /** The same as one text again. */
    static String text(List<String> columns) {
        return columns.stream()
                .map(column -> column.matches(".*[,\"].*") ? '"' + column.replace("\"", "\"\"") + '"' : column)
                .collect(Collectors.joining(","));
    }

    /** @throws ProblemException naming every one that no evaluation can answer */
    List<Requirement> requirements() {
        return requirements(requirement -> requirement.checkAgainst(Measures.DEFAULT));
    }

    /** The same of another evaluation, whose check refuses what it cannot answer. */
    List<Requirement> requirements(UnaryOperator<Requirement> check) {
        return all(ProblemException.Kind.USAGE, require, text -> check.apply(Requirement.parse(text)));
    }

    /** @throws ProblemException naming every one about a part that the real table cannot have, before the work */
    static void check(List<Requirement> requirements, Table real) {
        all(
                ProblemException.Kind.DATA,
                requirements,
                requirement -> requirement.checkAgainst(Measures.DEFAULT, real.schema()));
    }

    /** What is made of each, or all problems at once. */
    private static <T> List<Requirement> all(ProblemException.Kind kind, List<T> given, Function<T, Requirement> made) {
        List<Problem> problems = new ArrayList<>();
        List<Requirement> out = new ArrayList<>();
        for (T one : given) {
            try {
                out.add(made.apply(one));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(kind, problems);
        }
        return out;
    }

    /**
     * Which bounds were kept, said; and the exit code of it. A bound on a part that was not measured is bad data, but by
     * then the report is written: nothing is thrown.
     */
    static int gate(Console console, List<Requirement> requirements, Findings findings) {
        int code = Cli.DONE;
        for (Requirement requirement : requirements) {
            try {
                Requirement.Verdict verdict = requirement.check(findings);
                if (verdict.met()) {
                    console.say("  " + verdict.line());
                } else {
                    console.warn("  " + verdict.line());
                    code = code == Cli.DONE ? Cli.GATE : code;
                }
            } catch (ProblemException e) {
                console.warn("semblance: " + ProblemText.of(e.problems()) + " The report is written all the same.");
                code = Cli.DATA;
            }
        }
        return code;
    }

    /** The same for machines. */
    static void gate(ObjectNode node, List<Requirement> requirements, Findings findings) {
        if (requirements.isEmpty()) {
            return;
        }
        ArrayNode required = node.putArray("required");
        for (Requirement requirement : requirements) {
            ObjectNode one = required.addObject().put("require", requirement.text());
            try {
                Requirement.Verdict verdict = requirement.check(findings);
                if (Double.isFinite(verdict.value())) {
                    one.put("value", verdict.value());
                } else {
                    one.putNull("value");
                }
                one.put("met", verdict.met());
            } catch (ProblemException e) {
                one.putNull("value").put("met", false).put("problem", ProblemText.of(e.problems()));
            }
        }
    }
}
