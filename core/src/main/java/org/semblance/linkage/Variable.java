package org.semblance.linkage;

import java.util.List;

/**
 * A column of a register.
 *
 * @param name its header, which rates, conditions and the log go by
 * @param pattern how dates are written, of {@link java.time.format.DateTimeFormatter}'s letters y, M and d
 *     ("yyyy-MM-dd", "d MMM yyyy"); empty where they are ISO dates or the column has none
 * @param options the texts a cell may have where it is picked from a list; empty where there is no list
 */
public record Variable(String name, Role role, String pattern, List<String> options) {
    public Variable {
        options = List.copyOf(options);
    }

    public Variable(String name, Role role) {
        this(name, role, "", List.of());
    }

    public Variable pattern(String dates) {
        return new Variable(name, role, dates, options);
    }

    public Variable options(List<String> texts) {
        return new Variable(name, role, pattern, texts);
    }
}
