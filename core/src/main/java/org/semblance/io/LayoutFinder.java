package org.semblance.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Finds title lines before the table, the header, and the names of the columns.
 *
 * <p>A first row is a header where its cells are words over columns of numbers or dates, or words that do not occur again
 * below it; a row of numbers is one only where it counts years upwards.
 */
final class LayoutFinder {
    /** With fewer rows of words below it, a first row of words is a header. */
    private static final int ENOUGH_ROWS = 5;

    private final HeadRows head;
    private final String file;
    private final List<String> notes = new ArrayList<>();

    private LayoutFinder(HeadRows head, String file) {
        this.head = head;
        this.file = file;
    }

    static Layout find(HeadRows head, @Nullable Boolean headerGiven, String file) {
        return new LayoutFinder(head, file).find(headerGiven);
    }

    private Layout find(@Nullable Boolean headerGiven) {
        int first = firstRow();
        if (first < 0) {
            throw ProblemException.data(Problem.of("there is nothing in this file.")
                    .at(file)
                    .fix("Give a file with a header and at least one row."));
        }
        HeadRows.Row candidate = head.rows.get(first);
        if (first > 0) {
            int lines = candidate.line() - 1;
            notes.add("the first " + (lines == 1 ? "line is" : lines + " lines are")
                    + " a title or blank and left out; the table begins at line " + candidate.line() + ".");
        }
        List<HeadRows.Row> body = head.rows.subList(first + 1, head.rows.size());
        boolean header = headerGiven == null ? header(candidate, body) : headerGiven;
        int width = Math.max(candidate.cells().length, header ? 0 : head.modalWidth());
        if (!header) {
            return nameless(width, candidate);
        }
        refuseSecondHeading(candidate, body);
        boolean rowNames = rowNames(candidate, body);
        List<String> raw = new ArrayList<>();
        if (rowNames) {
            raw.add("");
            notes.add(
                    "the header has one name less than the rows have cells: the first column is taken for row names.");
        }
        for (int c = 0; c < width; c++) {
            raw.add(candidate.cell(c).replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        }
        return named(raw, candidate.next());
    }

    private Layout nameless(int width, HeadRows.Row candidate) {
        List<String> names = new ArrayList<>();
        for (int c = 1; c <= width; c++) {
            names.add("column_" + c);
        }
        notes.add("there is no header (the first row looks like the others): the columns are called column_1"
                + (width > 1 ? " to column_" + width : "") + ".");
        boolean[] named = new boolean[width];
        java.util.Arrays.fill(named, true);
        return new Layout(names, named, false, candidate.start(), notes);
    }

    private Layout named(List<String> raw, int bodyStart) {
        Set<String> used = new HashSet<>(raw);
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        boolean[] named = new boolean[raw.size()];
        List<String> renamed = new ArrayList<>();
        for (int c = 0; c < raw.size(); c++) {
            String name = raw.get(c);
            named[c] = !name.isEmpty();
            String wanted = named[c] ? name : "column_" + (c + 1);
            String free = wanted;
            for (int k = 2; seen.contains(free) || (!free.equals(name) && used.contains(free)); k++) {
                free = wanted + "_" + k;
            }
            if (named[c] && !free.equals(name)) {
                renamed.add(free);
            }
            seen.add(free);
            names.add(free);
        }
        if (!renamed.isEmpty()) {
            notes.add("names that occur twice in the header were changed: " + some(renamed) + ".");
        }
        return new Layout(names, named, true, bodyStart, notes);
    }

    static String some(List<String> words) {
        return words.size() <= 5
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, 5)) + " and " + (words.size() - 5) + " more";
    }

    /** The first record that is not a title: titles have one or two cells where rows have many, or no delimiter. */
    private int firstRow() {
        int median = head.medianFilled();
        int width = head.modalWidth();
        for (int i = 0; i < head.rows.size(); i++) {
            HeadRows.Row row = head.rows.get(i);
            int filled = row.filled();
            boolean blank = filled == 0;
            boolean title = (filled <= 2 && median >= 4) || (filled == 1 && width >= 3 && median >= 2);
            boolean bare = row.cells().length == 1 && width >= 2;
            if (!blank && !title && !bare) {
                return i;
            }
        }
        for (int i = 0; i < head.rows.size(); i++) {
            if (head.rows.get(i).filled() > 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean header(HeadRows.Row row, List<HeadRows.Row> body) {
        boolean years = years(row);
        int over = 0;
        int like = 0;
        int again = 0;
        int words = 0;
        for (int c = 0; c < row.cells().length; c++) {
            String cell = row.cell(c);
            if (cell.isEmpty() || (years && HeadRows.typed(cell))) {
                continue;
            }
            if (!HeadRows.typed(cell)) {
                words++;
                again += recurs(cell, c, body) ? 1 : 0;
                over += mostlyTyped(c, body) && !MissingTokens.known(cell) ? 1 : 0;
            } else {
                like++;
            }
        }
        if (over > 0 || like > 0) {
            return over > like;
        }
        // Words over words: no header where most of them are met again, and there are rows enough to tell.
        return body.size() < ENOUGH_ROWS || 2 * again < words || (years && words == 0);
    }

    private static boolean mostlyTyped(int column, List<HeadRows.Row> body) {
        int typed = 0;
        int words = 0;
        for (HeadRows.Row row : body) {
            String cell = row.cell(column);
            if (!cell.isEmpty() && !MissingTokens.known(cell)) {
                typed += HeadRows.typed(cell) ? 1 : 0;
                words += HeadRows.typed(cell) ? 0 : 1;
            }
        }
        return typed > words;
    }

    private static boolean recurs(String cell, int column, List<HeadRows.Row> body) {
        return body.stream().anyMatch(row -> row.cell(column).equals(cell));
    }

    /** Three or more cells that are years and rise, and otherwise words. */
    private static boolean years(HeadRows.Row row) {
        int count = 0;
        int last = 0;
        for (String text : row.cells()) {
            String cell = text.strip();
            if (HeadRows.typed(cell)) {
                if (!cell.matches("(1[5-9]|20|21)[0-9]{2}") || Integer.parseInt(cell) <= last) {
                    return false;
                }
                last = Integer.parseInt(cell);
                count++;
            }
        }
        return count >= 2;
    }

    /** A row of words directly below the header, over columns that hold numbers from then on. */
    private void refuseSecondHeading(HeadRows.Row header, List<HeadRows.Row> body) {
        int numeric = 0;
        int words = 0;
        if (body.size() < 4) {
            return;
        }
        HeadRows.Row second = body.get(0);
        for (int c = 0; c < header.cells().length; c++) {
            int typed = 0;
            int filled = 0;
            for (HeadRows.Row row : body.subList(Math.min(3, body.size() - 1), body.size())) {
                String cell = row.cell(c);
                filled += cell.isEmpty() || MissingTokens.known(cell) ? 0 : 1;
                typed += HeadRows.typed(cell) ? 1 : 0;
            }
            String below = second.cell(c);
            if (filled >= 2 && typed >= 0.8 * filled && !below.isEmpty() && !MissingTokens.known(below)) {
                numeric++;
                words += HeadRows.typed(below) || below.length() > 30 ? 0 : 1;
            }
        }
        if (numeric >= 2 && words > 0.7 * numeric) {
            throw ProblemException.data(Problem.of("the heading has several lines: line " + second.line()
                            + " holds words over columns of numbers, like line " + header.line() + ".")
                    .at(Yaml.place(file, header.line()))
                    .fix("Keep one line with one name for each column, and delete the others."));
        }
    }

    private static boolean rowNames(HeadRows.Row header, List<HeadRows.Row> body) {
        int wider = 0;
        boolean lastFilled = false;
        for (HeadRows.Row row : body) {
            if (row.cells().length == header.cells().length + 1) {
                wider++;
                lastFilled |= !row.cell(row.cells().length - 1).isEmpty();
            }
        }
        return wider >= 2 && wider == body.size() && lastFilled;
    }
}
