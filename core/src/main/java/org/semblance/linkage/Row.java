package org.semblance.linkage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row in the making: its cells as text, null where missing. Reused by its thread from row to row. Remembers the
 * cells that a corruption changes, as they were before it, for the log.
 */
public final class Row {
    private final List<Variable> variables;
    private final @Nullable String[] cells;
    private final DateText[] dates;
    private final Known known;
    private final StringBuilder text = new StringBuilder();
    private final int[] changed;
    private final @Nullable String[] before;
    private int changes;
    private boolean watching;

    public Row(List<Variable> variables) {
        this(variables, Known.NOTHING);
    }

    public Row(List<Variable> variables, Known known) {
        this.variables = List.copyOf(variables);
        this.known = known;
        cells = new @Nullable String[variables.size()];
        dates = variables.stream().map(DateText::of).toArray(DateText[]::new);
        changed = new int[variables.size()];
        before = new @Nullable String[variables.size()];
    }

    public List<Variable> variables() {
        return variables;
    }

    public int width() {
        return cells.length;
    }

    public @Nullable String get(int variable) {
        return cells[variable];
    }

    /** Puts a cell; while a corruption is at work, the cell's text before it is remembered. */
    public void set(int variable, @Nullable String cell) {
        if (watching) {
            remember(variable);
        }
        cells[variable] = cell;
    }

    /** The first column of that role, or -1. */
    public int find(Role role) {
        for (int i = 0; i < cells.length; i++) {
            if (variables.get(i).role() == role) {
                return i;
            }
        }
        return -1;
    }

    public Known known() {
        return known;
    }

    /** How the column writes dates. */
    DateText dates(int variable) {
        return dates[variable];
    }

    /** An empty text to build a cell in; the same one at every call. */
    StringBuilder text() {
        text.setLength(0);
        return text;
    }

    /** Remembers what is set from now on. */
    void watch() {
        watching = true;
        changes = 0;
    }

    /** Stops watching; returns how many cells were set since {@link #watch}. */
    int unwatch() {
        watching = false;
        return changes;
    }

    int changed(int index) {
        return changed[index];
    }

    @Nullable
    String before(int index) {
        return before[index];
    }

    private void remember(int variable) {
        for (int i = 0; i < changes; i++) {
            if (changed[i] == variable) {
                return;
            }
        }
        changed[changes] = variable;
        before[changes++] = cells[variable];
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}
