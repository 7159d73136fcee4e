package org.semblance.model;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** The problem of a model file that does not hold what it should. */
public final class Corrupt {
    private Corrupt() {}

    public static ProblemException because(String reason) {
        return ProblemException.data(Problem.of("this is not a usable model file: " + reason + ".")
                .fix("Fit the model again, or copy the file again from where it came."));
    }
}
