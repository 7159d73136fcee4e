package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.DateText;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;

/**
 * What the columns of a table are: by their headers, and where those say nothing, by what the first cells look like. Dates
 * get the pattern that most of them are written in, columns of few words their words.
 */
public final class RoleGuess {
    private static final int LOOKED_AT = 10_000;
    private static final int FEW = 20;
    private static final double MOST = 0.9;
    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd",
            "yyyyMMdd",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "dd.MM.yyyy",
            "dd-MM-yyyy",
            "yyyy/MM/dd",
            "d MMM yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "d.M.yyyy",
            "dd/MM/yy",
            "MM/dd/yy");

    private RoleGuess() {}

    /**
     * The table with a role for each column.
     *
     * @param said roles by column that are not to be guessed
     */
    public static Records of(Records table, Map<String, Role> said) {
        List<Variable> out = new ArrayList<>();
        for (int c = 0; c < table.variables().size(); c++) {
            Variable variable = table.variables().get(c);
            Role own = said.get(variable.name());
            List<String> cells = cells(table.columns().get(c));
            out.add(of(own == null ? variable : new Variable(variable.name(), own), own != null, cells));
        }
        return new Records(out, table.columns(), table.rows());
    }

    private static List<String> cells(@Nullable String[] column) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < column.length && out.size() < LOOKED_AT; i++) {
            String cell = column[i];
            if (cell != null && !cell.isEmpty()) {
                out.add(cell);
            }
        }
        return out;
    }

    private static Variable of(Variable variable, boolean said, List<String> cells) {
        Role role = variable.role();
        if (role.isOption()) {
            return options(variable, cells);
        }
        boolean open = role == Role.TEXT && !said;
        if (!role.isDate() && !open || cells.isEmpty()) {
            return variable;
        }
        for (String pattern : PATTERNS) {
            DateText dates = new DateText(pattern);
            if (share(cells, cell -> dates.day(cell) != DateText.NONE) >= (open ? MOST : 0.5)) {
                return new Variable(variable.name(), open ? Role.DATE : role).pattern(pattern);
            }
        }
        if (!open) {
            return variable;
        }
        if (share(cells, cell -> cell.indexOf('@') > 0) >= MOST) {
            return new Variable(variable.name(), Role.EMAIL);
        }
        Variable few = options(new Variable(variable.name(), Role.CATEGORY), cells);
        if (few.options().size() <= FEW && cells.size() >= 5 * few.options().size()) {
            return few;
        }
        boolean numbers = share(cells, cell -> cell.chars().allMatch(Character::isDigit)) >= MOST;
        return numbers ? new Variable(variable.name(), Role.NUMBER) : variable;
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

    private static double share(List<String> cells, java.util.function.Predicate<String> test) {
        return cells.stream().filter(test).count() / (double) cells.size();
    }
}
