package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.math.OrthogonalPolynomial;
import org.semblance.math.formula.Expression;
import org.semblance.math.formula.Expression.Apply;
import org.semblance.math.formula.Expression.Name;
import org.semblance.math.formula.Expression.Text;
import org.semblance.table.CodeColumn;
import org.semblance.table.Table;

/**
 * One variable of a formula, as the real table has it: a number, a polynomial of a number, or a factor whose levels are
 * those of the real rows, so that every table gets the same columns.
 */
final class Variable {
    /** A factor of more levels is a mistake more often than a model. */
    private static final int MOST_LEVELS = 200;
    /** Fewer rows than this are not spoken of. */
    static final int FEW = 10;

    private final String formula;
    private final Expression expression;
    private final boolean factor;
    private final List<String> levels;
    private final @Nullable OrthogonalPolynomial polynomial;

    private Variable(
            String formula,
            Expression expression,
            @Nullable List<String> levels,
            @Nullable OrthogonalPolynomial polynomial) {
        this.formula = formula;
        this.expression = expression;
        this.factor = levels != null;
        this.levels = levels == null ? List.of() : levels;
        this.polynomial = polynomial;
    }

    /** Learns levels and polynomials from the real table. */
    static Variable of(String formula, Expression expression, Table real) {
        Arithmetic arithmetic = new Arithmetic(formula, real);
        arithmetic.checkLabels(expression);
        if (expression instanceof Apply apply && apply.function().equals("poly")) {
            return polynomial(arithmetic, apply);
        }
        if (!called(expression) && labels(expression, real) == null) {
            Variable number = new Variable(formula, expression, null, null);
            number.values(real);
            return number;
        }
        List<String> found = found(arithmetic, expression);
        List<String> given = given(expression);
        List<String> levels =
                given.isEmpty() ? found : given.stream().filter(found::contains).toList();
        if (levels.size() > MOST_LEVELS) {
            throw arithmetic.refuse(
                    expression,
                    expression.text() + " has " + levels.size() + " levels, and at most " + MOST_LEVELS
                            + " can be modelled",
                    "Leave it out, or compare it with the labels that matter.");
        }
        return new Variable(formula, expression, levels, null);
    }

    private static Variable polynomial(Arithmetic arithmetic, Apply apply) {
        if (!(apply.arguments().get(1) instanceof Expression.Number degree)
                || degree.value() < 1
                || degree.value() > 9
                || degree.value() != Math.rint(degree.value())) {
            throw arithmetic.refuse(apply, "poly(x, degree) takes a whole degree from 1 to 9", "");
        }
        double[] values = arithmetic.numbers(apply.arguments().get(0));
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        OrthogonalPolynomial fitted = OrthogonalPolynomial.of(known, (int) degree.value());
        return new Variable(arithmetic.formula(), apply, null, fitted);
    }

    private static boolean called(Expression expression) {
        return expression instanceof Apply apply
                && (apply.function().equals("factor") || apply.function().equals("ordered"));
    }

    /** What a factor is made of. */
    private static Expression inside(Expression expression) {
        return called(expression) ? ((Apply) expression).arguments().get(0) : expression;
    }

    private static @Nullable CodeColumn labels(Expression expression, Table table) {
        return inside(expression) instanceof Name name && table.column(name.name()) instanceof CodeColumn codes
                ? codes
                : null;
    }

    /** The levels that occur, numbers by size. */
    private static List<String> found(Arithmetic arithmetic, Expression expression) {
        CodeColumn codes = labels(expression, arithmetic.table());
        if (codes != null) {
            return labels(codes);
        }
        TreeSet<Double> numbers = new TreeSet<>(Comparator.naturalOrder());
        Arrays.stream(arithmetic.numbers(inside(expression)))
                .filter(v -> !Double.isNaN(v))
                .forEach(v -> numbers.add(v + 0.0));
        return numbers.stream().map(Variable::text).toList();
    }

    /** By text; a first one of few rows, which the others would be compared with, changes places with one of more. */
    private static List<String> labels(CodeColumn codes) {
        int[] counts = new int[codes.labels().size()];
        Arrays.stream(codes.toArray()).filter(code -> code >= 0).forEach(code -> counts[code]++);
        List<Integer> sorted = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparing(codes.labels()::get))
                .collect(Collectors.toCollection(ArrayList::new));
        int first = 0;
        while (first < sorted.size() && counts[sorted.get(first)] < FEW) {
            first++;
        }
        if (first > 0 && first < sorted.size()) {
            sorted.add(0, sorted.remove(first));
        }
        return sorted.stream().map(codes.labels()::get).toList();
    }

    private static String text(double number) {
        return new Expression.Number(number, 0).text();
    }

    /** The levels that {@code ordered(x, "low", "high")} names, in that order. */
    private static List<String> given(Expression expression) {
        return expression instanceof Apply apply && apply.function().equals("ordered")
                ? apply.arguments().stream()
                        .skip(1)
                        .map(level -> level instanceof Text text ? text.value() : level.text())
                        .toList()
                : List.of();
    }

    /** The column that it is, or empty where something is made of it. */
    String column() {
        return expression instanceof Name name ? name.name() : "";
    }

    List<String> levels() {
        return levels;
    }

    boolean factor() {
        return factor;
    }

    /** Per row the number, or the position of the level; NaN where it is missing or of no known level. */
    double[] values(Table table) {
        Arithmetic arithmetic = new Arithmetic(formula, table);
        if (polynomial != null) {
            return arithmetic.numbers(((Apply) expression).arguments().get(0));
        }
        if (!factor) {
            return arithmetic.numbers(expression);
        }
        Map<String, Double> places = new HashMap<>();
        levels.forEach(level -> places.put(level, (double) places.size()));
        CodeColumn codes = labels(expression, table);
        if (codes == null) {
            return Arrays.stream(arithmetic.numbers(inside(expression)))
                    .map(v -> places.getOrDefault(text(v + 0.0), Double.NaN))
                    .toArray();
        }
        double[] ofCode = codes.labels().stream()
                .mapToDouble(label -> places.getOrDefault(label, Double.NaN))
                .toArray();
        return IntStream.range(0, table.rows())
                .mapToDouble(i -> codes.isMissing(i) ? Double.NaN : ofCode[codes.code(i)])
                .toArray();
    }

    /** How many columns it makes: without all its levels, a factor lacks the first. */
    int width(boolean full) {
        if (polynomial != null) {
            return polynomial.degree();
        }
        return factor ? Math.max(0, levels.size() - (full ? 0 : 1)) : 1;
    }

    String name(int column, boolean full) {
        if (polynomial != null) {
            return expression.text() + " " + (column + 1);
        }
        if (!factor) {
            return expression.text();
        }
        Expression base = given(expression).isEmpty() ? expression : inside(expression);
        return base.text() + " " + levels.get(column + (full ? 0 : 1));
    }

    /** What a value is in one of the columns. */
    double cell(double value, int column, boolean full) {
        if (polynomial != null) {
            return polynomial.value(value, column + 1);
        }
        return factor ? (value == column + (full ? 0 : 1) ? 1 : 0) : value;
    }
}
