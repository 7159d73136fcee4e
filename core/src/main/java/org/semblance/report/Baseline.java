package org.semblance.report;

import java.util.Map;
import org.semblance.evaluate.Finding;

/** What a measure of the synthetic table is held against, where the metric itself measured it. */
final class Baseline {
    /** Per metric the part that holds it. */
    private static final Map<String, String> PARTS = Map.of(
            "usefulness", "trained on real",
            "analysis", "expected of fresh rows");

    private Baseline() {}

    /** What fresh real rows score, or NaN. */
    static double of(Finding finding) {
        double fresh = finding.freshValue();
        String part = PARTS.getOrDefault(finding.synthetic().metric(), "");
        return Double.isNaN(fresh) ? finding.synthetic().parts().getOrDefault(part, Double.NaN) : fresh;
    }
}
