package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.When;

/**
 * All rates of one file by the names of its columns: what is asked for under {@code errors}, the slips that have a key of
 * their own, and the cells that coverage takes away. Coverage comes last.
 */
final class Mistakes {
    /** Languages in which the surname stands in front. */
    private static final List<String> SURNAME_FIRST = List.of("ja", "ko", "zh");

    private final List<Variable> variables;
    private final List<Rate> rates = new ArrayList<>();
    private final String locale;

    private Mistakes(List<Variable> variables, String locale) {
        this.variables = variables;
        this.locale = locale;
    }

    /**
     * @param errors whose columns are words of roles; those of roles that the file does not have are left out
     */
    static List<Rate> of(Parameters parameters, Asked asked, List<Variable> variables, List<Rate> errors) {
        Mistakes all = new Mistakes(variables, parameters.people().locale());
        double scale = parameters.general().errorScale();
        all.slips(asked);
        errors.forEach(all::add);
        all.coverage(asked.coverage());
        return Errors.scaled(all.rates, scale);
    }

    /** One rate, for the column of its role. */
    private void add(Rate rate) {
        When when = rate.when();
        if (when != null) {
            List<Variable> other = named(when.variable());
            if (other.isEmpty()) {
                return;
            }
            when = new When(other.get(0).name(), when.is(), when.from(), when.below());
        }
        for (Variable variable : named(rate.variable())) {
            rates.add(new Rate(variable.name(), rate.corruption(), rate.options(), rate.rate(), when));
        }
    }

    /** The column of that name, or else those of that role. */
    private List<Variable> named(String word) {
        for (Variable variable : variables) {
            if (variable.name().equals(word)) {
                return List.of(variable);
            }
        }
        return variables.stream()
                .filter(variable -> variable.role().word().equals(word))
                .toList();
    }

    private void slips(Asked asked) {
        Asked.Slips slips = asked.slips();
        boolean split = variables.stream().anyMatch(variable -> variable.role() == Role.LAST_NAME);
        String order = asked.formats().nameOrder();
        boolean lastFirst = order.equals("usual")
                ? SURNAME_FIRST.contains(locale.replaceFirst("[-_].*", ""))
                : !order.equals("first-last");
        if (split) {
            one(Role.FIRST_NAME, "field-swap", Map.of("with", "last_name"), slips.swapFullName());
            one(Role.FIRST_NAME, "initial", Map.of(), slips.abbreviateFullName());
        } else {
            one(Role.FULL_NAME, "token-swap", Map.of(), slips.swapFullName());
            one(Role.FULL_NAME, "initial", Map.of("word", lastFirst ? "last" : "first"), slips.abbreviateFullName());
        }
        List<Role> names = split ? List.of(Role.FIRST_NAME, Role.LAST_NAME) : List.of(Role.FULL_NAME);
        for (Role name : names) {
            misspelling(name, part(slips.misspellFullName(), names.size()), slips.nameMisspellingType());
            one(name, "casing", Map.of(), slips.nameMissformat());
        }
        one(Role.VISIT_DATE, "date-format", Map.of(), slips.dateMissformat());
        one(Role.BIRTH_DATE, "date-format", Map.of(), slips.ageMissformat());
    }

    /** So many names or kinds with so large a part each are, taken together, wrong as often as asked. */
    private static double part(double rate, double parts) {
        return parts == 1 || rate >= 1 ? rate : -StrictMath.expm1(StrictMath.log1p(-rate) / parts);
    }

    /** By the usual kinds in their usual shares: slips of the keyboard only, or as it sounds and looks too. */
    private void misspelling(Role name, double rate, String type) {
        List<Rate> kinds = StandardErrors.misspelling(locale).stream()
                .filter(kind -> type.equals("accurate")
                        || kind.corruption().equals("edit")
                        || kind.corruption().equals("typo"))
                .toList();
        double sum = kinds.stream().mapToDouble(Rate::rate).sum();
        for (Rate kind : kinds) {
            one(name, kind.corruption(), kind.options(), part(rate, sum / kind.rate()));
        }
    }

    private void coverage(Asked.Coverage coverage) {
        Map<Role, Double> shares = new LinkedHashMap<>();
        List.of(Role.FULL_NAME, Role.FIRST_NAME, Role.LAST_NAME)
                .forEach(role -> shares.put(role, coverage.nameCoverage()));
        shares.put(Role.SEX, coverage.sexCoverage());
        List.of(Role.BIRTH_DATE, Role.BIRTH_YEAR, Role.AGE).forEach(role -> shares.put(role, coverage.ageCoverage()));
        shares.put(Role.VISIT_DATE, coverage.dateCoverage());
        shares.put(Role.ENTRY_DATE, coverage.entryCoverage());
        shares.put(Role.CLINICAL_VARIABLE, coverage.clinicalCoverage());
        List.of(Role.STREET, Role.HOUSE_NUMBER, Role.ADDRESS, Role.POSTCODE, Role.CITY, Role.REGION)
                .forEach(role -> shares.put(role, coverage.addressCoverage()));
        shares.put(Role.PHONE, coverage.phoneCoverage());
        shares.put(Role.EMAIL, coverage.emailCoverage());
        shares.forEach((role, share) -> one(role, "missing", Map.of(), 1 - share));
    }

    private void one(Role role, String corruption, Map<String, ?> options, double rate) {
        for (Variable variable : variables) {
            if (variable.role() == role && rate > 0) {
                rates.add(new Rate(variable.name(), corruption, options, rate, null));
            }
        }
    }
}
