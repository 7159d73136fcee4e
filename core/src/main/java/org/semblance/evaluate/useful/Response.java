package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.math.formula.Expression;
import org.semblance.math.formula.Expression.Apply;
import org.semblance.math.formula.Expression.Text;
import org.semblance.math.formula.Formula;
import org.semblance.table.Table;

/**
 * The outcome of a model: which kind of regression it asks for, and its values in a table.
 *
 * @param family the regression
 * @param variable the outcome, with its levels where it has any; the event of a logistic regression is the second
 * @param note how levels were ordered where nobody said, else empty
 */
record Response(Family family, Variable variable, String note) {
    private static final int MOST_LEVELS = 20;
    private static final int MOST_CLASSES = 50;
    private static final Pattern LEADING_NUMBER = Pattern.compile("([<>]?)=?\\s*(-?\\d+(\\.\\d+)?).*");

    /**
     * @param asked auto, linear, logistic, poisson, ordinal or multinomial
     * @param order the levels from low to high, or empty
     * @throws org.semblance.plugin.ProblemException where the family does not suit the outcome
     */
    static Response of(Formula formula, String asked, List<String> order, Table real) {
        Expression expression = formula.response();
        Arithmetic arithmetic = new Arithmetic(formula.text(), real);
        if (!order.isEmpty()) {
            expression = ordered(expression, order);
        }
        Variable variable = Variable.of(formula.text(), expression, real);
        if ((asked.equals("ordinal") || asked.equals("multinomial")) && !variable.factor()) {
            expression = new Apply("factor", List.of(expression), expression.at());
            variable = Variable.of(formula.text(), expression, real);
        }
        int levels = variable.levels().size();
        boolean called = expression instanceof Apply apply && apply.function().equals("ordered");
        Family family = switch (asked) {
            case "linear" -> Family.LINEAR;
            case "logistic" -> Family.LOGISTIC;
            case "poisson" -> Family.POISSON;
            case "ordinal" -> Family.ORDINAL;
            case "multinomial" -> Family.MULTINOMIAL;
            default -> guess(variable, real);
        };
        String name = formula.response().text();
        if ((family == Family.LINEAR || family == Family.POISSON) && variable.factor()) {
            throw arithmetic.refuse(
                    formula.response(),
                    name + " holds labels, and a " + family.word() + " model needs numbers",
                    "Choose family logistic, ordinal or multinomial.");
        }
        if (family == Family.LOGISTIC && (variable.factor() ? levels > 2 : !zeroOrOne(variable, real))) {
            throw arithmetic.refuse(
                    formula.response(),
                    name + " has more than two values, and a logistic model tells two apart",
                    "Compare it with one of them: " + name + " == \"...\" ~ ..., or choose another family.");
        }
        if (family == Family.ORDINAL && levels > MOST_LEVELS) {
            throw arithmetic.refuse(
                    formula.response(),
                    name + " has " + levels + " levels, and a proportional odds model takes at most " + MOST_LEVELS,
                    "Compare it with one of them: " + name + " == \"...\" ~ ..., or join some.");
        }
        if (family == Family.MULTINOMIAL && levels > MOST_CLASSES) {
            throw arithmetic.refuse(
                    formula.response(),
                    name + " has " + levels + " levels, and a multinomial model takes at most " + MOST_CLASSES,
                    "Compare it with one of them: " + name + " == \"...\" ~ ..., or join some.");
        }
        if (family == Family.POISSON && !counts(variable, real)) {
            throw arithmetic.refuse(
                    formula.response(), name + " is no count: it is negative or not whole", "Choose family linear.");
        }
        if (family != Family.ORDINAL || called) {
            return new Response(family, variable, "");
        }
        List<String> byNumber = byNumber(variable.levels());
        Variable sorted =
                byNumber.isEmpty() ? variable : Variable.of(formula.text(), ordered(expression, byNumber), real);
        String words =
                "The levels of " + name + " were taken in the order " + String.join(" < ", sorted.levels()) + ".";
        return new Response(family, sorted, words);
    }

    private static Expression ordered(Expression expression, List<String> levels) {
        boolean factor = expression instanceof Apply apply
                && (apply.function().equals("factor") || apply.function().equals("ordered"));
        List<Expression> arguments = new ArrayList<>();
        arguments.add(factor ? ((Apply) expression).arguments().get(0) : expression);
        levels.forEach(level -> arguments.add(new Text(level, expression.at())));
        return new Apply("ordered", arguments, expression.at());
    }

    private static Family guess(Variable variable, Table real) {
        if (variable.factor()) {
            return variable.levels().size() <= 2 ? Family.LOGISTIC : Family.ORDINAL;
        }
        return zeroOrOne(variable, real) ? Family.LOGISTIC : Family.LINEAR;
    }

    private static boolean zeroOrOne(Variable variable, Table real) {
        return Arrays.stream(variable.values(real)).allMatch(v -> Double.isNaN(v) || v == 0 || v == 1);
    }

    private static boolean counts(Variable variable, Table real) {
        return Arrays.stream(variable.values(real)).allMatch(v -> Double.isNaN(v) || v >= 0 && v == Math.rint(v));
    }

    /** Levels that all begin with a number ("0-10", ">= 3"), by it; empty where one does not. */
    private static List<String> byNumber(List<String> levels) {
        List<double[]> keyed = new ArrayList<>();
        for (int k = 0; k < levels.size(); k++) {
            Matcher matcher = LEADING_NUMBER.matcher(levels.get(k));
            if (!matcher.matches()) {
                return List.of();
            }
            int side = matcher.group(1).equals("<") ? -1 : matcher.group(1).equals(">") ? 1 : 0;
            keyed.add(new double[] {Double.parseDouble(matcher.group(2)), side, k});
        }
        keyed.sort(Comparator.comparingDouble((double[] key) -> key[0]).thenComparingDouble(key -> key[1]));
        return keyed.stream().map(key -> levels.get((int) key[2])).toList();
    }

    /** The outcome of every row; NaN where it is missing or cannot be one of this family. */
    double[] values(Table table) {
        double[] values = variable.values(table);
        for (int i = 0; i < values.length; i++) {
            boolean impossible = family == Family.POISSON && values[i] < 0
                    || family == Family.LOGISTIC && values[i] != 0 && values[i] != 1;
            values[i] = impossible ? Double.NaN : values[i];
        }
        return values;
    }
}
