package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.linkage.link.Records;

/**
 * Which rows of a table are one person: those with the same text in a column, or each row alone. People are numbered by
 * their first rows; a row without the text is a person alone. Memory: two numbers a row.
 */
public final class Clusters {
    private final int[] rows;
    private final int[] starts;

    private Clusters(int[] rows, int[] starts) {
        this.rows = rows;
        this.starts = starts;
    }

    static Clusters none(int rows) {
        int[] each = new int[rows];
        Arrays.setAll(each, i -> i);
        int[] starts = new int[rows + 1];
        Arrays.setAll(starts, i -> i);
        return new Clusters(each, starts);
    }

    static Clusters of(Records table, int column) {
        Map<String, Integer> known = new HashMap<>();
        List<Integer> sizes = new ArrayList<>();
        int[] person = new int[table.rows()];
        for (int row = 0; row < person.length; row++) {
            String cell = table.cell(row, column);
            String id = cell == null ? "" : Records.person(cell.strip());
            Integer other = id.isEmpty() ? null : known.putIfAbsent(id, sizes.size());
            person[row] = other == null ? sizes.size() : other;
            if (other == null) {
                sizes.add(0);
            }
            sizes.set(person[row], sizes.get(person[row]) + 1);
        }
        int[] starts = new int[sizes.size() + 1];
        for (int p = 0; p < sizes.size(); p++) {
            starts[p + 1] = starts[p] + sizes.get(p);
        }
        int[] next = starts.clone();
        int[] rows = new int[person.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[person[row]]++] = row;
        }
        return new Clusters(rows, starts);
    }

    /** The person of each row. */
    int[] persons() {
        int[] out = new int[rows.length];
        for (int person = 0; person < people(); person++) {
            for (int i = starts[person]; i < starts[person + 1]; i++) {
                out[rows[i]] = person;
            }
        }
        return out;
    }

    int people() {
        return starts.length - 1;
    }

    /** How many rows are about a person. */
    int count(int person) {
        return starts[person + 1] - starts[person];
    }

    /** A row about a person, from 0; after the last comes the first again. */
    int row(int person, long which) {
        return rows[starts[person] + (int) (which % count(person))];
    }
}
