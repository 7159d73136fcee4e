package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.semblance.math.formula.Expression;
import org.semblance.math.formula.Expression.Apply;
import org.semblance.math.formula.Expression.Name;
import org.semblance.math.formula.Expression.Text;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Works out an expression of a formula for every row of a table; NaN where a value is missing or the function is not
 * defined there.
 *
 * @param formula the whole of it, for messages
 * @param table the rows
 */
record Arithmetic(String formula, Table table) {
    private static final Set<String> EQUALITY = Set.of("==", "!=");

    /** @throws ProblemException where labels are calculated with */
    double[] numbers(Expression expression) {
        if (expression instanceof Expression.Number number) {
            double[] out = new double[table.rows()];
            Arrays.fill(out, number.value());
            return out;
        }
        if (expression instanceof Name name) {
            if (table.column(name.name()) instanceof NumberColumn column) {
                return column.toArray();
            }
            throw refuse(
                    expression,
                    "\"" + name.name() + "\" holds labels, and numbers are needed",
                    "Compare it: " + name.name() + " == \"" + first(name.name()) + "\".");
        }
        if (expression instanceof Text) {
            throw refuse(expression, "a label stands where a number is needed", "");
        }
        Apply apply = (Apply) expression;
        List<Expression> arguments = apply.arguments();
        if (EQUALITY.contains(apply.function()) && (label(arguments.get(0)) || label(arguments.get(1)))) {
            return equality(apply);
        }
        if (Set.of(":", "factor", "ordered", "poly", "offset").contains(apply.function())) {
            throw refuse(
                    expression, apply.function() + " cannot stand inside arithmetic", "Make it a term of its own.");
        }
        double[] first = numbers(arguments.get(0));
        if (arguments.size() == 1) {
            for (int i = 0; i < first.length; i++) {
                first[i] = apply.function().equals("-") ? -first[i] : one(apply.function(), first[i]);
            }
            return first;
        }
        double[] second = numbers(arguments.get(1));
        for (int i = 0; i < first.length; i++) {
            first[i] = Expression.apply(apply.function(), first[i], second[i]);
        }
        return first;
    }

    private static double one(String function, double value) {
        return function.equals("+") ? value : Expression.apply(function, value, 0);
    }

    private boolean label(Expression expression) {
        return expression instanceof Text
                || expression instanceof Name name && table.column(name.name()) instanceof CodeColumn;
    }

    private double[] equality(Apply apply) {
        Expression left = apply.arguments().get(0);
        Expression right = apply.arguments().get(1);
        Expression column = left instanceof Name ? left : right;
        Expression text = column == left ? right : left;
        if (!(column instanceof Name name)
                || !(text instanceof Text label)
                || !(table.column(name.name()) instanceof CodeColumn codes)) {
            throw refuse(apply, "a column of labels is compared with a label in quotes", "");
        }
        int code = codes.labels().indexOf(label.value());
        double same = apply.function().equals("==") ? 1 : 0;
        double[] out = new double[table.rows()];
        for (int i = 0; i < out.length; i++) {
            out[i] = codes.isMissing(i) ? Double.NaN : codes.code(i) == code && code >= 0 ? same : 1 - same;
        }
        return out;
    }

    /** Refuses labels that the column does not have; for the real table only, another may lack some. */
    void checkLabels(Expression expression) {
        if (!(expression instanceof Apply apply)) {
            return;
        }
        apply.arguments().forEach(this::checkLabels);
        for (Expression a : apply.arguments()) {
            for (Expression b : apply.arguments()) {
                if (a instanceof Name name
                        && b instanceof Text text
                        && table.column(name.name()) instanceof CodeColumn codes
                        && !codes.labels().contains(text.value())) {
                    throw refuse(
                            text,
                            "\"" + name.name() + "\" has no label \"" + text.value() + "\"",
                            Nearest.hint(text.value(), codes.labels()));
                }
            }
        }
    }

    private String first(String column) {
        return table.column(column) instanceof CodeColumn codes
                        && !codes.labels().isEmpty()
                ? codes.labels().get(0)
                : "label";
    }

    ProblemException refuse(Expression where, String what, String fix) {
        return ProblemException.usage(Problem.of(what + ".")
                .at("model \"" + formula + "\", character " + (where.at() + 1))
                .fix(fix));
    }
}
