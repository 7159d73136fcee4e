package org.semblance.report;

import java.util.List;
import org.semblance.evaluate.Finding;

/** What a measure of the synthetic table is held against, where the metric itself measured it. */
final class Baseline {
    /** The parts that hold it. */
    private static final List<String> PARTS = List.of("trained on real", "fresh real rows");

    private Baseline() {}

    /** What the number of {@link #of} is: "trained on real" of predictions, otherwise "fresh real rows". */
    static String word(Finding finding) {
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
