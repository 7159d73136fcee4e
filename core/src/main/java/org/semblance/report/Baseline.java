package org.semblance.report;

import java.util.List;
import java.util.Set;
import org.semblance.evaluate.Finding;

/** What a measure of the synthetic table is held against, where the metric itself measured it. */
final class Baseline {
    /** The parts that hold it. */
    private static final List<String> PARTS = List.of("trained on real", "fresh real rows");

    /** What is held against the real database itself. */
    private static final Set<String> REAL = Set.of("referential-integrity", "orphans");

    private Baseline() {}

    /** What the number of {@link #of} is: "trained on real" of predictions, mostly "fresh real rows". */
    static String word(Finding finding) {
        if (REAL.contains(finding.synthetic().metric())) {
            return "the real database";
        }
        boolean own = Double.isNaN(finding.freshValue())
                && finding.synthetic().parts().containsKey(PARTS.get(0));
        return own ? PARTS.get(0) : PARTS.get(1);
    }

    /** What fresh real rows score, or NaN. */
    static double of(Finding finding) {
        double fresh = finding.freshValue();
        for (String part : PARTS) {
            fresh = Double.isNaN(fresh) ? finding.synthetic().parts().getOrDefault(part, Double.NaN) : fresh;
        }
        return fresh;
    }
}
