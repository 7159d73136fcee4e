package org.semblance.math.formula;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** What is wrong with a text that names columns, and at which character. */
public final class Mistake {
    private Mistake() {}

    /** @param kind of text: "model" */
    public static ProblemException at(String kind, String formula, int at, String what, String fix) {
        return ProblemException.usage(problem(kind, formula, at, what, fix));
    }

    public static Problem problem(String kind, String formula, int at, String what, String fix) {
        String where = at < formula.length() ? "character " + (at + 1) : "the end";
        return Problem.of(what + ".")
                .at(kind + " \"" + formula + "\", " + where)
                .fix(fix);
    }
}
