package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.conditional.Conditionals;
import org.semblance.conditional.Given;
import org.semblance.conditional.Predictors;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Whether methods can draw their columns at all: each learns once, from a row of each of the first labels and predictors
 * that are made up, so that a method for numbers on labels, a missing cluster or a wrong option is told before anything is
 * drawn.
 */
final class Suited {
    /** Three labels tell two from more. */
    private static final int MOST = 3;

    private Suited() {}

    static List<Problem> problems(Table data, Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (int c = 0; c < data.width(); c++) {
            String name = data.schema().field(c).name();
            String method = plan.methods().get(c);
            boolean calculated =
                    method.equals(Plan.PASSIVE) && plan.formulas().passive().containsKey(name);
            if (method.isEmpty()
                    || calculated
                    || plan.where().count(c) == 0
                    || plan.formulas().models().containsKey(name)) {
                continue;
            }
            try {
                Column y = firsts(data.column(c));
                Conditionals.ALL
                        .find(method)
                        .make(plan.options().get(c))
                        .fit(
                                new Given(
                                        predictors(data, plan.predictors()[c], y.size()),
                                        data.schema().field(c),
                                        y,
                                        plan.ordered().contains(name),
                                        Given.Events.NONE),
                                Run.of(0));
            } catch (ProblemException e) {
                e.problems().forEach(problem -> problems.add(Chain.placed(problem, name, method)));
            }
        }
        return problems;
    }

    /** The first value of each of the first labels, or the first numbers. */
    private static Column firsts(Column column) {
        int[] rows = IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .toArray();
        if (!(column instanceof CodeColumn codes)) {
            return column.take(Arrays.copyOf(rows, Math.min(MOST, rows.length)));
        }
        boolean[] seen = new boolean[codes.labels().size()];
        int[] firsts = Arrays.stream(rows)
                .filter(row -> {
                    boolean first = !seen[codes.code(row)];
                    seen[codes.code(row)] = true;
                    return first;
                })
                .limit(MOST)
                .toArray();
        return column.take(firsts);
    }

    private static Predictors predictors(Table data, int[] codes, int rows) {
        int[] places =
                IntStream.range(0, codes.length).filter(c -> codes[c] != 0).toArray();
        if (places.length == 0) {
            return Predictors.none(rows);
        }
        List<Column> columns = Arrays.stream(places)
                .mapToObj(c -> (Column)
                        (data.column(c) instanceof CodeColumn of
                                ? CodeColumn.of(new int[rows], of.labels().isEmpty() ? List.of("") : of.labels())
                                : NumberColumn.of(IntStream.range(0, rows)
                                        .mapToDouble(i -> i)
                                        .toArray())))
                .toList();
        List<Predictors.Role> roles = Arrays.stream(places)
                .mapToObj(c -> Predictors.Role.of(codes[c]))
                .toList();
        return new Predictors(Table.of(data.schema().select(places), columns), roles, new int[0]);
    }
}
