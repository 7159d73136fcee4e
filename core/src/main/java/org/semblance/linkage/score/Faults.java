package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** What is wrong in one file: the first of it in words, all of it counted. */
final class Faults {
    private static final int SHOWN = 10;

    private final List<Problem> problems = new ArrayList<>();
    private long count;

    void add(Problem problem) {
        count++;
        if (problems.size() < SHOWN) {
            problems.add(problem);
        }
    }

    void stopIfAny(String file) {
        if (count == 0) {
            return;
        }
        if (count > problems.size()) {
            problems.add(
                    Problem.of((count - problems.size()) + " more like these.").at(file));
        }
        throw new ProblemException(ProblemException.Kind.DATA, problems);
    }
}
