package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.RecordStream;
import org.semblance.io.Source;
import org.semblance.linkage.Headers;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;

/**
 * The rows of one file as texts, by column; an empty or null text is missing.
 *
 * @param variables the columns
 * @param columns the cells of each, all of the same length
 * @param rows how many there are
 */
public record Records(List<Variable> variables, List<@Nullable String[]> columns, int rows) {
    public Records {
        variables = List.copyOf(variables);
        columns = List.copyOf(columns);
    }

    /** All rows of a file, kept as texts in memory; columns whose name says no role are TEXT. */
    public static Records read(Source source) {
        return read(source, new ArrayList<>());
    }

    /**
     * All rows of a file, and what was odd about it. Columns at the end without name and cells, as spreadsheets leave
     * them, are left out.
     *
     * @param notes takes what to tell
     * @throws ProblemException where rows have more cells than the header: what stands where is then not known
     */
    public static Records read(Source source, List<String> notes) {
        try (RecordStream file = RecordStream.open(source)) {
            List<Variable> variables = new ArrayList<>();
            List<List<@Nullable String>> cells = new ArrayList<>();
            List<@Nullable Role> roles = Headers.roles(file.header());
            for (int c = 0; c < roles.size(); c++) {
                Role role = roles.get(c);
                variables.add(new Variable(file.header().get(c), role == null ? Role.TEXT : role));
                cells.add(new ArrayList<>());
            }
            RowWidths widths = new RowWidths(file);
            int rows = 0;
            while (file.next()) {
                widths.row();
                for (int c = 0; c < cells.size(); c++) {
                    cells.get(c).add(file.empty(c) ? null : file.text(c));
                }
                rows++;
            }
            widths.tell(notes);
            int width = cells.size();
            while (width > 1
                    && variables.get(width - 1).name().isBlank()
                    && cells.get(width - 1).stream().allMatch(Objects::isNull)) {
                width--;
            }
            if (width < cells.size()) {
                int away = cells.size() - width;
                notes.add((away == 1 ? "the last column has" : "the last " + away + " columns have")
                        + " neither name nor cells and " + (away == 1 ? "is" : "are") + " left out");
            }
            List<@Nullable String[]> columns = new ArrayList<>();
            for (List<@Nullable String> column : cells.subList(0, width)) {
                columns.add(column.toArray(new @Nullable String[0]));
            }
            return new Records(variables.subList(0, width), columns, rows);
        }
    }

    /** The same without rows that have no cell at all. */
    public Records withoutBlankRows(List<String> notes) {
        int[] kept = IntStream.range(0, rows)
                .filter(row -> columns.stream().anyMatch(cells -> cells[row] != null && !cells[row].isBlank()))
                .toArray();
        if (kept.length == rows) {
            return this;
        }
        notes.add((rows - kept.length) + (rows - kept.length == 1 ? " row" : " rows")
                + " without any cell left out; rows are counted without");
        List<@Nullable String[]> cells = new ArrayList<>();
        for (@Nullable String[] column : columns) {
            @Nullable String[] some = new @Nullable String[kept.length];
            Arrays.setAll(some, i -> column[kept[i]]);
            cells.add(some);
        }
        return new Records(variables, cells, kept.length);
    }

    /** What the ids of one person's rows have in common: of FEBRL's rec-12-org and rec-12-dup-0 what both begin with. */
    public static String person(String id) {
        return id.replaceFirst("-(org|dup(-\\d+)?)$", "");
    }

    public List<String> names() {
        return variables.stream().map(Variable::name).toList();
    }

    /** The same rows without some columns. */
    public Records without(List<String> names) {
        List<Variable> kept = new ArrayList<>();
        List<@Nullable String[]> cells = new ArrayList<>();
        for (int c = 0; c < variables.size(); c++) {
            if (!names.contains(variables.get(c).name())) {
                kept.add(variables.get(c));
                cells.add(columns.get(c));
            }
        }
        return new Records(kept, cells, rows);
    }

    /** The place of the first column of that role, or -1. */
    public int find(Role role) {
        for (int c = 0; c < variables.size(); c++) {
            if (variables.get(c).role() == role) {
                return c;
            }
        }
        return -1;
    }

    /** The place of the column of that name, or -1. */
    public int find(String name) {
        for (int c = 0; c < variables.size(); c++) {
            if (variables.get(c).name().equals(name)) {
                return c;
            }
        }
        return -1;
    }

    /** The cell, or null where it is missing or there is no such column (-1). */
    public @Nullable String cell(int row, int column) {
        return column < 0 ? null : columns.get(column)[row];
    }
}
