package org.semblance.math.formula;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** What is wrong with a formula, and at which character. */
final class Mistake {
    private Mistake() {}

    static ProblemException at(String formula, int at, String what, String fix) {
        return ProblemException.usage(problem(formula, at, what, fix));
    }

    static Problem problem(String formula, int at, String what, String fix) {
        String where = at < formula.length() ? "character " + (at + 1) : "the end";
        return Problem.of(what + ".").at("model \"" + formula + "\", " + where).fix(fix);
    }
}
