package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The diagnostic report of SDMetrics for databases as one number: the mean of data validity (ranges, labels and keys of
 * all columns together), data structure, and relationship validity (referential integrity and cardinality bounds of all
 * relationships together; left out where there are none). Cost: that of its parts, one pass each. SDMetrics 0.29; later
 * ones also check the formats of dates and identifiers.
 */
public final class DiagnosticReport implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "diagnostic",
            "The mean of the validity of values and keys, of structure, and of relationships; 1 is all valid.",
            new Plugin.NoOptions(),
            options -> new DiagnosticReport());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean of Data Validity, Data Structure and Relationship Validity.",
                "SDMetrics 0.29, multi-table Diagnostic Report.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Score values = Pooled.VALIDITY.make().measure(c, run);
        parts.put("Data Validity", both(values, new KeyUniqueness().measure(c, run)));
        parts.put("Data Structure", new Structure().measure(c, run).value());
        Score integrity = new ReferentialIntegrity().measure(c, run);
        parts.put("Relationship Validity", both(integrity, new CardinalityBounds().measure(c, run)));
        return Score.mean("diagnostic", parts);
    }

    /** The mean over the parts of two scores together. */
    private static double both(Score first, Score second) {
        Map<String, Double> parts = new LinkedHashMap<>();
        first.parts().forEach((part, score) -> parts.put("first " + part, score));
        second.parts().forEach((part, score) -> parts.put("second " + part, score));
        return Score.mean("both", parts).value();
    }
}
