package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.List;
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
        try (RecordStream file = RecordStream.open(source)) {
            List<Variable> variables = new ArrayList<>();
            List<List<@Nullable String>> cells = new ArrayList<>();
            List<@Nullable Role> roles = Headers.roles(file.header());
            for (int c = 0; c < roles.size(); c++) {
                Role role = roles.get(c);
                variables.add(new Variable(file.header().get(c), role == null ? Role.TEXT : role));
                cells.add(new ArrayList<>());
            }
            int rows = 0;
            while (file.next()) {
                for (int c = 0; c < cells.size(); c++) {
                    cells.get(c).add(file.empty(c) ? null : file.text(c));
                }
                rows++;
            }
            List<@Nullable String[]> columns = new ArrayList<>();
            for (List<@Nullable String> column : cells) {
                columns.add(column.toArray(new @Nullable String[0]));
            }
            return new Records(variables, columns, rows);
        }
    }

    /** What the ids of one person's rows have in common: of FEBRL's rec-12-org and rec-12-dup-0 what both begin with. */
    public static String person(String id) {
        return id.replaceFirst("-(org|dup(-\\d+)?)$", "");
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
