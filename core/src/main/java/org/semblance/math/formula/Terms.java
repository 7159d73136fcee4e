package org.semblance.math.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.semblance.math.formula.Expression.Apply;
import org.semblance.math.formula.Expression.Name;
import org.semblance.math.formula.Expression.Text;

/** Works out the right side of a formula: which terms there are (Wilkinson and Rogers 1973, doi:10.2307/2346786). */
final class Terms {
    /** More terms than this are a mistake. */
    private static final int MOST = 2_000;

    private final String formula;
    private final Collection<String> columns;
    private final Set<String> inResponse = new TreeSet<>();
    private final List<Expression> variables = new ArrayList<>();
    private final List<Expression> offsets = new ArrayList<>();
    private final List<Formula.Effects> effects = new ArrayList<>();
    private boolean intercept = true;

    private Terms(String formula, Collection<String> columns) {
        this.formula = formula;
        this.columns = columns;
    }

    static Formula of(String formula, Parser.Sides sides, Collection<String> columns) {
        Terms terms = new Terms(formula, columns);
        sides.response().names(name -> terms.inResponse.add(name.name()));
        if (terms.inResponse.isEmpty() || terms.inResponse.contains(".")) {
            throw Mistake.at(Parser.MODEL, formula, 0, "left of ~ there should be a column", "");
        }
        return terms.formula(sides.response(), sides.terms());
    }

    private Formula formula(Expression response, Expression right) {
        List<Expression> parts = new ArrayList<>();
        summands(right, parts);
        Set<List<Integer>> found = new LinkedHashSet<>();
        for (Expression part : parts) {
            if (part instanceof Apply apply && apply.function().equals(Parser.GIVEN)) {
                effects.add(effects(response, apply));
            } else if (part instanceof Apply less && less.function().equals("-")) {
                found = without(found, less.arguments().get(0));
            } else {
                found = union(found, expand(part));
            }
        }
        List<List<Integer>> ordered = new ArrayList<>(found);
        ordered.remove(List.<Integer>of());
        ordered.sort(Comparator.comparingInt(List::size));
        return new Formula(formula, response, variables, ordered, intercept, offsets, effects);
    }

    /** What is added, from left to right; what is taken away with a sign before it. */
    private static void summands(Expression node, List<Expression> out) {
        if (node instanceof Apply apply
                && apply.function().equals("+")
                && apply.arguments().size() == 2) {
            summands(apply.arguments().get(0), out);
            summands(apply.arguments().get(1), out);
        } else if (node instanceof Apply apply
                && apply.function().equals("-")
                && apply.arguments().size() == 2) {
            summands(apply.arguments().get(0), out);
            out.add(new Apply("-", List.of(apply.arguments().get(1)), apply.at()));
        } else {
            out.add(node);
        }
    }

    private Formula.Effects effects(Expression response, Apply given) {
        if (!(given.arguments().get(1) instanceof Name group) || group.name().equals(".")) {
            throw refuse(
                    given.arguments().get(1),
                    "behind the bar there should be one column, which says the group",
                    "Write it as (1 | school); groups within groups are not modelled.");
        }
        Terms own = new Terms(formula, columns);
        own.inResponse.addAll(inResponse);
        return new Formula.Effects(own.formula(response, given.arguments().get(0)), group);
    }

    private Set<List<Integer>> expand(Expression node) {
        if (node instanceof Expression.Number number) {
            if (number.value() != 0 && number.value() != 1) {
                throw refuse(node, "the number " + number.text() + " is no term", "Write arithmetic inside I().");
            }
            intercept = number.value() == 1;
            return new LinkedHashSet<>();
        }
        if (node instanceof Text) {
            throw refuse(node, "a label is no term", "Compare a column with it: I(sex == \"Male\").");
        }
        if (node instanceof Name name) {
            return name.name().equals(".") ? all(name) : one(name);
        }
        Apply apply = (Apply) node;
        Expression first = apply.arguments().get(0);
        if (!apply.operator()) {
            if (apply.function().equals("offset")) {
                offsets.add(first);
                return new LinkedHashSet<>();
            }
            return one(apply);
        }
        if (apply.arguments().size() == 1) {
            return switch (apply.function()) {
                case "-" -> without(new LinkedHashSet<>(), first);
                default -> expand(first);
            };
        }
        Expression second = apply.arguments().get(1);
        return switch (apply.function()) {
            case "+" -> union(expand(first), expand(second));
            case "-" -> without(expand(first), second);
            case ":" -> products(expand(first), expand(second));
            case "*" -> crossed(expand(first), expand(second));
            case "/" -> nested(expand(first), expand(second));
            case "^" -> power(apply, expand(first), second);
            case Parser.GIVEN ->
                throw refuse(node, "effects of groups are no part of another term", "Add them: ... + (1 | school).");
            default -> throw refuse(node, "a comparison is no term", "Write it inside I().");
        };
    }

    private Set<List<Integer>> one(Expression variable) {
        int known = 0;
        while (known < variables.size() && !variables.get(known).text().equals(variable.text())) {
            known++;
        }
        if (known == variables.size()) {
            variables.add(variable);
        }
        Set<List<Integer>> out = new LinkedHashSet<>();
        out.add(List.of(known));
        return out;
    }

    private Set<List<Integer>> all(Name dot) {
        Set<List<Integer>> out = new LinkedHashSet<>();
        for (String column : columns) {
            if (!inResponse.contains(column)) {
                out.addAll(one(new Name(column, dot.at())));
            }
        }
        return out;
    }

    private static Set<List<Integer>> union(Set<List<Integer>> a, Set<List<Integer>> b) {
        Set<List<Integer>> out = new LinkedHashSet<>(a);
        out.addAll(b);
        return out;
    }

    private Set<List<Integer>> without(Set<List<Integer>> from, Expression what) {
        if (what instanceof Expression.Number number) {
            intercept = number.value() == 0;
            return from;
        }
        Set<List<Integer>> out = new LinkedHashSet<>(from);
        out.removeAll(expand(what));
        return out;
    }

    private Set<List<Integer>> products(Set<List<Integer>> a, Set<List<Integer>> b) {
        Set<List<Integer>> out = new LinkedHashSet<>();
        for (List<Integer> left : a) {
            for (List<Integer> right : b) {
                TreeSet<Integer> both = new TreeSet<>(left);
                both.addAll(right);
                out.add(List.copyOf(both));
            }
        }
        if (out.size() > MOST) {
            throw Mistake.at(
                    Parser.MODEL, formula, 0, "the formula has more than " + MOST + " terms", "Name fewer columns.");
        }
        return out;
    }

    private Set<List<Integer>> crossed(Set<List<Integer>> a, Set<List<Integer>> b) {
        return union(union(a, b), products(a, b));
    }

    /** {@code a / b}: a, and b within all of a. */
    private Set<List<Integer>> nested(Set<List<Integer>> a, Set<List<Integer>> b) {
        TreeSet<Integer> whole = new TreeSet<>();
        a.forEach(whole::addAll);
        Set<List<Integer>> within = new LinkedHashSet<>();
        within.add(List.copyOf(whole));
        return union(a, products(within, b));
    }

    private Set<List<Integer>> power(Apply node, Set<List<Integer>> base, Expression exponent) {
        if (!(exponent instanceof Expression.Number number)
                || number.value() < 1
                || number.value() > 9
                || number.value() != Math.rint(number.value())) {
            throw refuse(node, "terms are raised to a whole number from 1 to 9", "Write powers of numbers as I(x^2).");
        }
        Set<List<Integer>> out = base;
        for (int k = 1; k < number.value(); k++) {
            out = crossed(out, base);
        }
        return out;
    }

    private org.semblance.plugin.ProblemException refuse(Expression node, String what, String fix) {
        return Mistake.at(Parser.MODEL, formula, node.at(), what, fix);
    }
}
