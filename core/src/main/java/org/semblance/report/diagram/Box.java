package org.semblance.report.diagram;

import java.util.List;

/**
 * A table as a diagram shows it.
 *
 * @param rows how many it has
 * @param lines its key columns, primary keys first
 * @param others how many more columns it has
 */
record Box(String name, long rows, List<Line> lines, int others) {
    /** A column of a key: whether it is part of the primary key, and of a foreign key. */
    record Line(String column, boolean primary, boolean foreign) {}

    static final double HEAD = 26;
    static final double LINE = 18;
    private static final double BOLD = 1.15;
    private static final double AROUND = 54;
    private static final double LEAST = 130;

    Box {
        lines = List.copyOf(lines);
    }

    double height() {
        return HEAD + LINE * (lines.size() + (others > 0 ? 1 : 0)) + 6;
    }

    double width() {
        double width = BOLD * length(DiagramSvg.shown(name)) + length(DiagramSvg.count(rows)) + 32;
        for (Line line : lines) {
            width = Math.max(width, length(DiagramSvg.shown(line.column())) + AROUND);
        }
        return Math.max(LEAST, Math.ceil(width));
    }

    /** About, in 12 pixels: nobody measures letters here. */
    private static double length(String text) {
        return text.chars()
                .mapToDouble(c -> c > 0x2E80 ? 12 : Character.isUpperCase(c) || c == 'm' || c == 'w' ? 8.7 : 6.6)
                .sum();
    }

    /** How far below its top the middle of a column's line is; the head's where it has none. */
    double middle(String column) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).column().equals(column)) {
                return HEAD + LINE * (i + 0.5) + 2;
            }
        }
        return HEAD / 2;
    }
}
