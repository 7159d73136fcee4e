package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;

/**
 * What goes wrong where nothing else is asked for: the usual errors of {@link Errors#defaults}, but for those that have a
 * key of their own (coverage, and the slips of names). Columns are words of roles.
 */
final class StandardErrors {
    /** The kinds of misspelling that {@code misspell_full_name} is made of. */
    static final Set<String> MISSPELLING = Set.of("phonetic", "edit", "ocr", "typo");

    private static final Set<String> MOVING = Set.of("token-swap", "field-swap", "initial");
    private static final Set<Role> NAMES = Set.of(Role.FULL_NAME, Role.FIRST_NAME, Role.LAST_NAME);
    private static final Set<Role> KEPT_WHOLE = Set.of(Role.MIDDLE_NAME, Role.TITLE);
    private static final Set<Role> OTHERS = Set.of(Role.TEXT, Role.NUMBER, Role.DATE, Role.CATEGORY);

    /** Columns that say nothing of a person but what they look like have the errors of such looks. */
    private static final List<Variable> LOOKS = List.of(
            new Variable(Role.NUMBER.word(), Role.NUMBER),
            new Variable(Role.DATE.word(), Role.DATE),
            new Variable(Role.CATEGORY.word(), Role.CATEGORY));

    private StandardErrors() {}

    static List<Rate> of(String locale) {
        List<Variable> variables = Arrays.stream(Role.values())
                .filter(role -> !OTHERS.contains(role))
                .map(role -> new Variable(role.word(), role))
                .toList();
        return Errors.defaults(variables, locale).stream()
                .filter(rate -> {
                    Role role = Role.of(rate.variable());
                    boolean slip = NAMES.contains(role)
                            && (MOVING.contains(rate.corruption()) || MISSPELLING.contains(rate.corruption()));
                    return !slip && (!rate.corruption().equals("missing") || KEPT_WHOLE.contains(role));
                })
                .toList();
    }

    /** The same for a table of the user's own, by the names of its columns. */
    static List<Rate> of(String locale, List<Variable> own) {
        List<Rate> all = new ArrayList<>(of(locale));
        Errors.defaults(LOOKS, locale).stream()
                .filter(rate -> !rate.corruption().equals("missing"))
                .forEach(all::add);
        List<Rate> out = new ArrayList<>();
        for (Rate rate : all) {
            for (Variable variable : own) {
                if (variable.role().word().equals(rate.variable())) {
                    out.add(rate.variable(variable.name()));
                }
            }
        }
        return out;
    }

    /** The usual misspellings of a full name, by their kinds. */
    static List<Rate> misspelling(String locale) {
        List<Variable> name = List.of(new Variable(Role.FULL_NAME.word(), Role.FULL_NAME));
        return Errors.defaults(name, locale).stream()
                .filter(rate -> MISSPELLING.contains(rate.corruption()))
                .toList();
    }
}
