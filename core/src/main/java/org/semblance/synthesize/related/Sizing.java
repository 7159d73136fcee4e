package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Which tables of a plan may be asked for a number of rows: those that are drawn under no other, and are not kept. */
final class Sizing {
    private Sizing() {}

    /**
     * Refuses what may not.
     *
     * @param kept by name of a table
     * @param asked tables; those that the plan does not have are somebody else's
     * @throws ProblemException (usage) with all of them
     */
    static void check(Blueprint plan, Predicate<String> kept, Collection<String> asked) {
        List<Problem> problems = new ArrayList<>();
        for (Part part : plan.parts()) {
            if (!asked.contains(part.name())) {
                continue;
            }
            if (kept.test(part.name())) {
                problems.add(Problem.of("table " + part.name() + " is kept as it is, with the rows that it has.")
                        .fix("Leave out its rows, or do not keep it."));
            } else if (part.owned()) {
                problems.add(Problem.of("rows of " + part.name() + " follow from those of "
                                + plan.parts().get(part.ownerPart()).name() + ", each of which draws how many it has.")
                        .fix("Give the rows of " + plan.parts().get(part.root()).name() + ", or --scale."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
    }
}
