package org.semblance.evaluate.related;

import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Measure;
import org.semblance.evaluate.Measure.Beside;
import org.semblance.evaluate.Requirement;

/** What an evaluation of a database measures by default, in the order of the report. */
public final class RelatedMeasures {
    public static final List<Measure> DEFAULT = List.of(
            of("structure", "structure", Beside.ALONE),
            of("values", "validity", Beside.ALL),
            of("keys", "key-uniqueness", Beside.ALONE),
            of("references", "referential-integrity", Beside.REAL),
            of("orphans", "orphans", Beside.REAL),
            of("rules", "rules", Beside.ALL),
            of("children-bounds", "cardinality-bounds", Beside.ALL),
            of("columns", "column-shapes", Beside.ALL),
            of("pairs", "pair-trends", Beside.ALL),
            of("children", "cardinality-shape", Beside.ALL),
            of("children-trends", "cardinality-trends", Beside.ALL),
            of("between-tables", "intertable-trends", Beside.ALL),
            of("grandparents", "grandparent-trends", Beside.ALL),
            of("coparents", "coparent-trends", Beside.ALL),
            of("siblings", "sibling-trends", Beside.ALL),
            of("lengths", "sequence-lengths", Beside.ALL),
            of("timing", "sequence-timing", Beside.ALL),
            of("sequences", "per-sequence-statistics", Beside.ALL),
            of("changes", "row-differences", Beside.ALL),
            of("autocorrelation", "autocorrelation", Beside.ALL),
            of("cross-correlation", "cross-correlation", Beside.ALL),
            of("transitions", "transitions", Beside.ALL),
            of("entity-copies", "entity-copies", Beside.ALL),
            of("entity-overlap", "entity-overlap", Beside.ALL));

    private RelatedMeasures() {}

    /** Refuses a bound that no evaluation of a database can answer. */
    public static Requirement check(Requirement requirement) {
        return requirement.checkAgainst(
                DEFAULT,
                metric -> RelatedMetrics.ALL.find(metric).make().about().aspect());
    }

    private static Measure of(String name, String metric, Beside beside) {
        return new Measure(name, metric, beside, question -> Map.of());
    }
}
