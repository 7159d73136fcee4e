package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/** Columns of a table that a user has named. */
final class Chosen {
    private Chosen() {}

    /** Their positions, in the order given. */
    static int[] positions(Table table, List<String> names, String metric) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            if (table.schema().find(name) < 0) {
                problems.add(Problem.of(metric + ": there is no column \"" + name + "\" among those compared.")
                        .fix(Nearest.hint(name, table.schema().names())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return names.stream().mapToInt(table.schema()::find).distinct().toArray();
    }

    /** The positions that are not among the given ones, ascending. */
    static int[] others(Table table, int[] positions) {
        return IntStream.range(0, table.width())
                .filter(c -> IntStream.of(positions).noneMatch(p -> p == c))
                .toArray();
    }
}
