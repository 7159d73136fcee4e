package org.semblance.evaluate;

import org.semblance.run.Run;

/**
 * Compares a synthetic table with a real one. Copes with 0 rows and 0 columns: its value is then NaN. Stateless; the
 * same on any number of threads.
 */
public interface Metric {
    Score measure(Comparison c, Run run);

    /** What it measures, which values are good, and where it is from. */
    About about();

    /** Whether real rows are needed that the synthesizer has not seen. */
    default boolean needsHoldout() {
        return false;
    }
}
