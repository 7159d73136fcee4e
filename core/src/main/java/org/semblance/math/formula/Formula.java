package org.semblance.math.formula;

import java.util.Collection;
import java.util.List;

/**
 * A model as R writes it: {@code log(y) ~ age + sex + age:sex + I(age^2)}.
 *
 * <p>{@code +} adds terms, {@code -} takes them away, {@code a:b} is an interaction, {@code a*b} is {@code a + b + a:b},
 * {@code a/b} is {@code a + a:b}, {@code (a + b)^2} has all interactions of two, {@code .} stands for all other columns,
 * {@code -1} or {@code 0} leaves the intercept out. Arithmetic stands inside {@code I()}; functions are log, log2,
 * log10, log1p, exp, sqrt, abs, poly(x, degree), factor(x), ordered(x, "low", "high"), offset(x). {@code (1 + x | g)} gives
 * each group that the column g says an intercept and a slope of x of its own, as in lme4.
 *
 * @param text as it was written
 * @param response left of {@code ~}
 * @param variables what the terms are made of, in order of appearance
 * @param terms each the ascending positions of its variables; terms of fewer variables first
 * @param intercept whether there is one
 * @param offsets parts that are added with no coefficient
 * @param effects what differs by group
 */
public record Formula(
        String text,
        Expression response,
        List<Expression> variables,
        List<List<Integer>> terms,
        boolean intercept,
        List<Expression> offsets,
        List<Effects> effects) {
    /**
     * What each group has of its own.
     *
     * @param terms as those of a model with the same response
     * @param group the column that says the group
     */
    public record Effects(Formula terms, Expression.Name group) {}

    public Formula {
        variables = List.copyOf(variables);
        terms = List.copyOf(terms);
        offsets = List.copyOf(offsets);
        effects = List.copyOf(effects);
    }

    /** @throws org.semblance.plugin.ProblemException where something differs by group */
    public Formula withoutGroups() {
        if (!effects.isEmpty()) {
            throw Mistake.at(
                    Parser.MODEL,
                    text,
                    effects.get(0).group().at(),
                    "effects of groups are modelled by semblance pool alone",
                    "Leave the bracket with the bar out, or take "
                            + effects.get(0).group().name() + " as labels: factor("
                            + effects.get(0).group().name() + ").");
        }
        return this;
    }

    /**
     * Reads a formula.
     *
     * @param columns the names that it may use
     * @param others names of columns that there are, but that it may not use
     * @throws org.semblance.plugin.ProblemException with the place of what cannot be read, and for unknown columns the
     *     nearest name
     */
    public static Formula parse(String text, Collection<String> columns, Collection<String> others) {
        Parser.Sides sides = Parser.parse(text, columns, others);
        return Terms.of(text, sides, columns);
    }

    public static Formula parse(String text, Collection<String> columns) {
        return parse(text, columns, List.of());
    }

    /** A term as it is printed. */
    public String name(List<Integer> term) {
        return String.join(
                " : ", term.stream().map(v -> variables.get(v).text()).toList());
    }

    /**
     * Whether a factor in a term has one column per label, and not one fewer: where no earlier term holds the others of
     * the term, as R has it; without an intercept the very first factor has them all.
     */
    public boolean full(int term, int variable, boolean firstFactor) {
        if (firstFactor && !intercept) {
            return true;
        }
        List<Integer> others =
                terms.get(term).stream().filter(v -> v != variable).toList();
        if (others.isEmpty()) {
            return false;
        }
        return terms.subList(0, term).stream().noneMatch(earlier -> earlier.containsAll(others));
    }
}
