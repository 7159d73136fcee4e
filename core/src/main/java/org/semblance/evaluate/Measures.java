package org.semblance.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Measure.Beside;

/** What an evaluation measures by default, in the order of the report. */
public final class Measures {
    public static final List<Measure> DEFAULT = List.of(
            Measure.of("structure", "structure", Beside.ALONE),
            Measure.of("values", "validity", Beside.ALL),
            Measure.of("keys", "key-uniqueness", Beside.ALONE),
            Measure.of("rules", "rules", Beside.ALL),
            Measure.of("columns", "column-shapes", Beside.EQUAL),
            new Measure("effects", "column-tests", Beside.EQUAL, question -> Map.of("shown", 20)),
            Measure.of("missing", "missing-pattern", Beside.EQUAL),
            Measure.of("pairs", "pair-trends", Beside.EQUAL),
            Measure.of("associations", "associations", Beside.EQUAL),
            Measure.of("triples", "triples", Beside.EQUAL),
            Measure.of("detection", "detection", Beside.EQUAL),
            // Twenty permutations instead of synthpop's fifty: the ratio is known to a few percent, and it is the
            // dearest.
            new Measure("propensity", "propensity", Beside.EQUAL, question -> Map.of("permutations", 20)),
            new Measure(
                    "prediction",
                    "usefulness",
                    Beside.ALONE,
                    question -> question.target().isEmpty() ? null : Map.of("target", question.target())),
            new Measure(
                    "model",
                    "analysis",
                    Beside.ALONE,
                    question -> question.model().isEmpty() ? null : Map.of("model", question.model())),
            new Measure(
                    "importance",
                    "importance-agreement",
                    Beside.EQUAL,
                    question -> question.target().isEmpty() ? null : Map.of("target", question.target())),
            new Measure("group-gaps", "group-gaps", Beside.ALL, Measures::groups),
            new Measure("model-fairness", "model-fairness", Beside.ALONE, Measures::groups),
            Measure.of("copies", "exact-copies", Beside.ALL),
            Measure.of("near-copies", "near-copies", Beside.ALL),
            Measure.of("identifier-copies", "identifier-copies", Beside.ALL),
            new Measure(
                    "key-copies",
                    "combination-copies",
                    Beside.ALL,
                    question -> question.keys().isEmpty() ? null : Map.of("columns", question.keys())),
            new Measure(
                    "copy-check",
                    "dcr-share",
                    Beside.HALVES,
                    question -> question.exact() ? Map.of("rows", 0, "among", 0) : Map.of()),
            new Measure(
                    "membership",
                    "membership",
                    Beside.HALVES,
                    question -> question.exact() ? Map.of("rows", 0) : Map.of()),
            Measure.of("singling-out", "singling-out", Beside.HALVES),
            new Measure("linkability", "linkability", Beside.HALVES, question -> knowing("first", question)),
            new Measure(
                    "attribute-inference",
                    "attribute-inference",
                    Beside.HALVES,
                    question -> knowing("known", question)),
            new Measure("disclosure", "disclosure", Beside.ALONE, Measures::disclosure),
            new Measure(
                    "k-anonymity",
                    "k-anonymity",
                    Beside.ALONE,
                    question -> question.keys().isEmpty() ? null : Map.of("keys", question.keys())));

    /** Numbers are told where one of 20 groups of equally many rows is: an exact number seldom is, and need not be. */
    private static final int NUMBER_GROUPS = 20;

    private Measures() {}

    /** What the report and bounds call a metric of the default evaluation ({@code private.copies}); else empty. */
    public static String onPage(String metric) {
        return DEFAULT.stream()
                .filter(measure -> measure.metric().equals(metric))
                .map(measure -> Metrics.ALL.find(metric).make().about().aspect().word() + "." + measure.name())
                .findFirst()
                .orElse("");
    }

    /** Groups, and what they may differ in. */
    private static @Nullable Map<String, ?> groups(Question question) {
        return question.sensitive().isEmpty()
                ? null
                : Map.of("sensitive", question.sensitive(), "target", question.target());
    }

    /** What the keys tell of the target, else of every other column. */
    private static @Nullable Map<String, ?> disclosure(Question question) {
        if (question.keys().isEmpty()) {
            return null;
        }
        boolean known = question.keys().contains(question.target());
        return Map.of(
                "keys", question.keys(), "target", known ? "" : question.target(), "target-groups", NUMBER_GROUPS);
    }

    /** The keys as what an attacker knows, where they are given. */
    private static Map<String, ?> knowing(String option, Question question) {
        Map<String, Object> options = new HashMap<>();
        if (!question.keys().isEmpty()) {
            options.put(option, question.keys());
        }
        if (question.exact()) {
            options.put("rows", 0);
        }
        return options;
    }
}
