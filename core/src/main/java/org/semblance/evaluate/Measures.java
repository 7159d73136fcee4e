package org.semblance.evaluate;

import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Measure.Beside;

/** What an evaluation measures by default, in the order of the report. */
public final class Measures {
    public static final List<Measure> DEFAULT = List.of(
            Measure.of("structure", "structure", Beside.ALONE),
            Measure.of("values", "validity", Beside.ALL),
            Measure.of("keys", "key-uniqueness", Beside.ALONE),
            Measure.of("columns", "column-shapes", Beside.EQUAL),
            new Measure("effects", "column-tests", Beside.EQUAL, question -> Map.of("shown", 20)),
            Measure.of("missing", "missing-pattern", Beside.EQUAL),
            Measure.of("pairs", "pair-trends", Beside.EQUAL),
            Measure.of("detection", "detection", Beside.EQUAL),
            new Measure(
                    "prediction",
                    "usefulness",
                    Beside.ALONE,
                    question -> question.target().isEmpty() ? null : Map.of("target", question.target())),
            Measure.of("copies", "exact-copies", Beside.ALL),
            Measure.of("copy-check", "dcr-share", Beside.HALVES));

    private Measures() {}
}
