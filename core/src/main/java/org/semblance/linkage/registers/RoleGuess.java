package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.NameLists;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;

/**
 * What the columns of a table are: by their headers, as far as the first cells do not contradict, and where those say
 * nothing, by what the cells look like. Dates get the pattern that most of them are written in, columns of few words
 * their words.
 */
public final class RoleGuess {
    private static final int LOOKED_AT = 10_000;
    private static final int FEW = 20;

    /** Half of the dates must be of one form to be dates of it where the header says that they are. */
    private static final double SAID_TO_BE = 0.5;

    /** Days of birth lie further apart than days of anything else in a register: a choice. */
    private static final int LIVES = 25;

    /** Share of rows in which a name holds the other one, for it to be the whole. */
    private static final double WHOLE = 0.8;

    private final Records table;
    private final Map<String, Role> said;
    private final String locale;
    private @Nullable NameLists lists;

    private RoleGuess(Records table, Map<String, Role> said, String locale) {
        this.table = table;
        this.said = said;
        this.locale = locale;
    }

    /**
     * The table with a role for each column.
     *
     * @param said roles by column that are not to be guessed
     * @param locale whose lists tell names
     */
    public static Records of(Records table, Map<String, Role> said, String locale) {
        return new RoleGuess(table, said, locale).all();
    }

    private Records all() {
        List<Variable> out = new ArrayList<>();
        for (int c = 0; c < table.variables().size(); c++) {
            out.add(one(c));
        }
        wholeNames(out);
        birthDate(out);
        return new Records(out, table.columns(), table.rows());
    }

    private List<String> cells(int column) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < table.rows() && out.size() < LOOKED_AT; i++) {
            String cell = table.cell(i, column);
            if (cell != null && !cell.isEmpty()) {
                out.add(cell);
            }
        }
        return out;
    }

    private Variable one(int column) {
        Variable variable = table.variables().get(column);
        Role own = said.get(variable.name());
        List<String> cells = cells(column);
        Looks looks = new Looks(cells);
        Role role = own != null ? own : looks.fit(variable.role()) ? variable.role() : Role.TEXT;
        Variable known = new Variable(variable.name(), role);
        if (role.isDate()) {
            return known.pattern(looks.pattern(SAID_TO_BE));
        }
        if (role.isOption()) {
            return options(known, cells);
        }
        return role == Role.TEXT && own == null && !cells.isEmpty() ? open(known, cells, looks) : known;
    }

    /** A column of which nothing is said. */
    private Variable open(Variable variable, List<String> cells, Looks looks) {
        String name = variable.name();
        String pattern = looks.pattern(Looks.MOST);
        if (!pattern.isEmpty()) {
            return new Variable(name, Role.DATE).pattern(pattern);
        }
        NameLists names = lists == null ? NameLists.of(locale) : lists;
        lists = names;
        Role role = looks.role(names);
        if (role != null) {
            Variable known = new Variable(name, role);
            return role.isOption() ? options(known, cells) : known;
        }
        Variable few = options(new Variable(name, Role.CATEGORY), cells);
        if (few.options().size() <= FEW && cells.size() >= 5 * few.options().size()) {
            return few;
        }
        if (looks.numbered()) {
            return new Variable(name, Role.IDENTIFIER);
        }
        boolean numbers = looks.share(cell -> cell.matches("-?\\d+([.,]\\d+)?")) >= Looks.MOST;
        return numbers ? new Variable(name, Role.NUMBER) : variable;
    }

    private static Variable options(Variable variable, List<String> cells) {
        Set<String> words = new LinkedHashSet<>();
        for (String cell : cells) {
            if (words.size() <= FEW) {
                words.add(cell);
            }
        }
        return variable.options(List.copyOf(words));
    }

    /** A column of given names or surnames that holds the other one too, row by row, is one of whole names. */
    private void wholeNames(List<Variable> variables) {
        for (int c = 0; c < variables.size(); c++) {
            Variable variable = variables.get(c);
            Role other = variable.role() == Role.FIRST_NAME
                    ? Role.LAST_NAME
                    : variable.role() == Role.LAST_NAME ? Role.FIRST_NAME : Role.TEXT;
            for (int d = 0; d < variables.size() && other != Role.TEXT; d++) {
                if (variables.get(d).role() == other && !said.containsKey(variable.name()) && holds(c, d)) {
                    variables.set(c, new Variable(variable.name(), Role.FULL_NAME));
                }
            }
        }
    }

    private boolean holds(int whole, int part) {
        int both = 0;
        int held = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, table.rows()); i++) {
            String name = table.cell(i, whole);
            String word = table.cell(i, part);
            if (name != null && word != null) {
                both++;
                held += name.length() > word.length() && name.contains(word) ? 1 : 0;
            }
        }
        return both > 0 && held >= WHOLE * both;
    }

    /** Where no column says when people were born, it is the dates that lie a lifetime apart. */
    private void birthDate(List<Variable> variables) {
        if (variables.stream()
                .anyMatch(variable -> variable.role() == Role.BIRTH_DATE
                        || variable.role() == Role.BIRTH_YEAR
                        || variable.role() == Role.AGE)) {
            return;
        }
        int best = -1;
        int most = LIVES - 1;
        for (int c = 0; c < variables.size(); c++) {
            Variable variable = variables.get(c);
            boolean open = variable.role() == Role.DATE && !said.containsKey(variable.name());
            int years = open ? new Looks(cells(c)).years(variable.pattern()) : 0;
            if (years > most) {
                best = c;
                most = years;
            }
        }
        if (best >= 0) {
            Variable dates = variables.get(best);
            variables.set(best, new Variable(dates.name(), Role.BIRTH_DATE).pattern(dates.pattern()));
        }
    }
}
