package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Conditionals;
import org.semblance.conditional.Given;
import org.semblance.conditional.Predictors;
import org.semblance.evaluate.useful.FormulaTerms;
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

    /** It looks at whole columns, of which one goes here before anything is drawn. */
    private static final String REPEATS = "collinear";

    private Suited() {}

    static List<Problem> problems(Table data, Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (int c = 0; c < data.width(); c++) {
            String name = data.schema().field(c).name();
            String method = plan.methods().get(c);
            boolean calculated =
                    method.equals(Plan.PASSIVE) && plan.formulas().passive().containsKey(name);
            boolean drawn = !method.isEmpty() && !calculated && plan.where().count(c) > 0;
            String model = plan.formulas().models().get(name);
            if (drawn && method.equals(REPEATS)) {
                problems.add(Chain.placed(
                        Problem.of("it is for new rows; here a column that repeats another is left out.")
                                .fix("To fill it from the other, write what it follows of: passive."),
                        name,
                        method));
                continue;
            }
            if (!drawn && model == null) {
                continue;
            }
            try {
                Column y = firsts(data.column(c));
                Predictors x = model == null
                        ? predictors(data, plan.predictors()[c], y.size())
                        : terms(data, Formulas.whole(name, model), y.size());
                if (drawn) {
                    Given few = given(data, plan, c, x, y);
                    Conditional conditional =
                            Conditionals.ALL.find(method).make(plan.options().get(c));
                    conditional.fit(few, Run.of(0));
                    conditional.check(whole(data, plan, c, few.x()));
                }
            } catch (ProblemException e) {
                e.problems().forEach(problem -> problems.add(Chain.placed(problem, name, method)));
            }
        }
        return problems;
    }

    private static Given given(Table data, Plan plan, int column, Predictors x, Column y) {
        boolean ordered = plan.ordered().contains(data.schema().field(column).name());
        return new Given(x, data.schema().field(column), y, ordered, Given.Events.NONE);
    }

    /** Of all rows that are learnt from, with what stands in the table itself of the columns that made-up rows have. */
    private static Given whole(Table data, Plan plan, int column, Predictors like) {
        boolean[] known = plan.ignored().clone();
        for (int row = 0; row < known.length; row++) {
            known[row] = !known[row];
        }
        List<Integer> kept = IntStream.range(0, like.table().width())
                .filter(c -> data.schema().find(like.schema().field(c).name()) >= 0)
                .boxed()
                .toList();
        int[] places = kept.stream()
                .mapToInt(c -> data.schema().index(like.schema().field(c).name()))
                .toArray();
        Predictors x = places.length == 0
                ? Predictors.none(data.rows())
                : new Predictors(
                        data.select(places),
                        kept.stream().map(like.roles()::get).toList(),
                        new int[0]);
        return given(data, plan, column, x, Filled.only(data.column(column), known));
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
        List<Predictors.Role> roles = Arrays.stream(places)
                .mapToObj(c -> Predictors.Role.of(codes[c]))
                .toList();
        return madeUp(data.select(places), roles, rows);
    }

    /** What names labels and functions is tried on all rows. */
    private static Predictors terms(Table data, String model, int rows) {
        FormulaTerms terms = FormulaTerms.of(model, Formulas.usable(data.schema()), data);
        return terms.columns().width() == 0
                ? Predictors.none(rows)
                : madeUp(terms.columns(), Formulas.roles(terms), rows);
    }

    /** Rows that could be ones of a table. */
    private static Predictors madeUp(Table like, List<Predictors.Role> roles, int rows) {
        List<Column> columns = IntStream.range(0, like.width())
                .mapToObj(like::column)
                .<Column>map(column -> (column instanceof CodeColumn of
                        ? CodeColumn.of(new int[rows], of.labels().isEmpty() ? List.of("") : of.labels())
                        : NumberColumn.of(
                                IntStream.range(0, rows).mapToDouble(i -> i).toArray())))
                .toList();
        return new Predictors(Table.of(like.schema(), columns), roles, new int[0]);
    }
}
