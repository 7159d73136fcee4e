package org.semblance.evaluate;

import org.semblance.run.Run;

/** Compares a synthetic table with a real one. Copes with 0 rows and 0 columns: its value is then NaN. */
public interface Metric {
    Score measure(Comparison c, Run run);

    /** Whether real rows are needed that the synthesizer has not seen. */
    default boolean needsHoldout() {
        return false;
    }
}
