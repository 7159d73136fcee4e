package org.semblance.constraint;

import java.util.List;

/**
 * Constraints as a file lists them, before anybody looked at a table.
 *
 * @param file for problems
 */
public record Listed(String file, List<Line> lines) {
    /**
     * One of them.
     *
     * @param form its word
     * @param value a text, number, flag, list or map of these
     * @param line where it stands
     */
    public record Line(String form, Object value, int line) {}

    public Listed {
        lines = List.copyOf(lines);
    }

    String place(Line line) {
        return file + ", line " + line.line();
    }
}
