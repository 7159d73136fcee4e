package org.semblance.distribution;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Checks of parameters that a closed range cannot say. */
final class Parameters {
    /** Bound of locations and scales: beyond it draws could overflow. */
    static final double HUGE = 1e100;

    private Parameters() {}

    static void positive(String name, double value) {
        // The words are made only where they are said: samplers make laws by the million.
        if (!(value > 0)) {
            require(false, name + " is " + value + ", but must be above 0.");
        }
    }

    /** @throws ProblemException if {@code holds} is false */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw ProblemException.usage(Problem.of(message));
        }
    }
}
