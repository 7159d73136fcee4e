package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The overall score of SDMetrics' Diagnostic Report for databases, to be compared with scores published elsewhere: the
 * mean of Data Validity (ranges, labels and keys of all columns together), Data Structure, and Relationship Validity
 * (referential integrity and cardinality bounds of all relationships together; left out where there are none), which are
 * the parts. Cost: that of its parts, one pass each. Same figures as SDMetrics 0.29; later ones also check the formats of
 * dates and identifiers where metadata gives them.
 */
public final class SdMetricsDiagnostic implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "sdmetrics-diagnostic",
            "The overall score of SDMetrics' Diagnostic Report for databases, in its exact form; 1 is all valid.",
            new Plugin.NoOptions(),
            options -> new SdMetricsDiagnostic());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean of Data Validity, Data Structure and Relationship Validity.",
                "SDMetrics 0.29, multi-table DiagnosticReport.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Score values = Pooled.VALIDITY.make().measure(c, run);
        parts.put("Data Validity", both(values, new DatabaseKeys().measure(c, run)));
        parts.put("Data Structure", new DatabaseStructure().measure(c, run).value());
        Score integrity = new ReferentialIntegrity().measure(c, run);
        parts.put("Relationship Validity", both(integrity, new CardinalityBounds().measure(c, run)));
        return Score.mean("sdmetrics-diagnostic", parts);
    }

    /** The mean over the parts of two scores together. */
    private static double both(Score first, Score second) {
        Map<String, Double> parts = new LinkedHashMap<>();
        first.parts().forEach((part, score) -> parts.put("first " + part, score));
        second.parts().forEach((part, score) -> parts.put("second " + part, score));
        return Score.mean("both", parts).value();
    }
}
