package org.semblance.synthesize;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;

/**
 * Looks at the columns that methods name in their options (what a passive one is calculated of, what a nested one is drawn
 * within): they must be there, and be drawn before the column that names them.
 *
 * @param place of a column in the order in which they are drawn
 * @param from by column, what it is drawn from instead of all before it
 */
record SequentialNames(
        SequentialMethods methods,
        Schema schema,
        IntUnaryOperator place,
        Map<Integer, Set<Integer>> from,
        List<Problem> problems) {
    /** By method, the option that names one column. */
    private static final Map<String, String> NAMES = Map.of("nested", "within", "collinear", "of");

    private static final String FORMULA = "formula";

    void check(int column) {
        String name = schema.field(column).name();
        String method = methods.wanted(name);
        Map<String, Object> options = methods.optionsOf(name);
        if (method.equals("passive") && methods.names(name)) {
            formula(column, String.valueOf(options.getOrDefault(FORMULA, "")));
        }
        String option = NAMES.getOrDefault(method, "");
        String other = String.valueOf(options.getOrDefault(option, ""));
        if (!other.isEmpty()) {
            String at = "methods, " + name + ", " + option;
            int found = schema.find(other);
            problems.addAll(
                    found < 0 ? List.of(SequentialPlan.unknown(other, schema).at(at)) : late(column, found, at));
        }
    }

    private void formula(int column, String text) {
        String at = "methods, " + schema.field(column).name() + ", " + FORMULA;
        if (text.isBlank()) {
            problems.add(Problem.of("the formula is empty.")
                    .at(at)
                    .fix("Write it of columns drawn before this one, such as: weight / (height / 100) ^ 2"));
            return;
        }
        try {
            Expression formula = Expression.parse(text, schema);
            Sort wanted = Sort.of(schema.field(column).kind());
            if (formula.sort() != wanted && formula.sort() != Sort.ANY) {
                problems.add(Problem.of("the formula yields another sort of value than the column holds.")
                        .at(at)
                        .fix("Its values must be of the kind "
                                + schema.field(column).kind().word() + "."));
            }
            formula.columns().forEach(other -> problems.addAll(late(column, schema.index(other), at)));
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.within(at)));
        }
    }

    /** That another column is not there yet when one is drawn; nothing where it is. */
    private List<Problem> late(int column, int other, String at) {
        String name = schema.field(column).name();
        String named = schema.field(other).name();
        if (other == column) {
            return List.of(Problem.of("it names the column itself.").at(at).fix("Name columns drawn before this one."));
        }
        if (place.applyAsInt(other) > place.applyAsInt(column)) {
            return List.of(Problem.of("column \"" + named + "\" is drawn later.")
                    .at(at)
                    .fix("Name it earlier in order: order: [" + named + ", " + name + "]"));
        }
        @Nullable Set<Integer> given = from.get(column);
        return given == null || given.contains(other)
                ? List.of()
                : List.of(Problem.of("column \"" + named + "\" is not among what the column is drawn from.")
                        .at(at)
                        .fix("Name it in from, " + name + ", or leave that out."));
    }
}
