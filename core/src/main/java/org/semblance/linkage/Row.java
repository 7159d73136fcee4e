package org.semblance.linkage;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.ByteSink;

/**
 * One row in the making: its cells as text, null where missing. Reused by its thread from row to row. Remembers the
 * cells that a corruption changes, as they were before it, for the log.
 *
 * <p>A row may be written as a line of text first, {@link #begin}: its cells then become strings only where somebody
 * looks at them, and {@link #write} copies what nobody has changed.
 */
public final class Row {
    private final List<Variable> variables;
    private final @Nullable String[] cells;
    /** Whether the cell is what the line says, and whether its text is still to be taken from there. */
    private final boolean[] kept;

    private final boolean[] unread;
    private final int[] from;
    private final int[] to;
    private CsvText line = new CsvText(0);
    private final DateText[] dates;
    private final Known known;
    private final StringBuilder text = new StringBuilder();
    private final int[] changed;
    private final @Nullable String[] before;
    private final boolean[] unreadBefore;
    private int changes;
    private boolean watching;

    public Row(List<Variable> variables) {
        this(variables, Known.NOTHING);
    }

    public Row(List<Variable> variables, Known known) {
        this.variables = List.copyOf(variables);
        this.known = known;
        cells = new @Nullable String[variables.size()];
        kept = new boolean[cells.length];
        unread = new boolean[cells.length];
        from = new int[cells.length];
        to = new int[cells.length];
        dates = variables.stream().map(DateText::of).toArray(DateText[]::new);
        changed = new int[variables.size()];
        before = new @Nullable String[variables.size()];
        unreadBefore = new boolean[cells.length];
    }

    /**
     * Begins the row as a line behind the text so far; {@link #open}, {@link #close} or {@link #put} write the cells, the
     * first to the last. The line must stand there until the row was written.
     */
    public void begin(CsvText text) {
        line = text;
    }

    /** Where the next cell is written. */
    public ByteSink open() {
        return line.open();
    }

    /** Ends the cell that was opened. */
    public void close(int variable) {
        line.close();
        unread[variable] = true;
        ends(variable);
    }

    /** Writes the next cell, which is there as a string. */
    public void put(int variable, @Nullable String cell) {
        line.cell(cell);
        cells[variable] = cell;
        unread[variable] = false;
        ends(variable);
    }

    private void ends(int variable) {
        kept[variable] = true;
        from[variable] = line.start();
        to[variable] = line.size();
    }

    /** Ends the line. */
    public void end() {
        line.row();
    }

    /** Writes the row as it is now. */
    public void write(CsvText out) {
        int i = 0;
        while (i < cells.length) {
            int first = i;
            while (i < cells.length && kept[i]) {
                i++;
            }
            if (i > first) {
                out.copy(line, from[first], to[i - 1]);
            } else {
                out.cell(get(i++));
            }
        }
        out.row();
    }

    public List<Variable> variables() {
        return variables;
    }

    public int width() {
        return cells.length;
    }

    public @Nullable String get(int variable) {
        if (unread[variable]) {
            cells[variable] = line.text(from[variable], to[variable]);
            unread[variable] = false;
        }
        return cells[variable];
    }

    public boolean missing(int variable) {
        return unread[variable] ? from[variable] == to[variable] : cells[variable] == null;
    }

    /** Puts a cell; while a corruption is at work, the cell's text before it is remembered. */
    public void set(int variable, @Nullable String cell) {
        if (watching) {
            remember(variable);
        }
        cells[variable] = cell;
        kept[variable] = false;
        unread[variable] = false;
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
        int variable = changed[index];
        return unreadBefore[index] ? line.text(from[variable], to[variable]) : before[index];
    }

    private void remember(int variable) {
        for (int i = 0; i < changes; i++) {
            if (changed[i] == variable) {
                return;
            }
        }
        changed[changes] = variable;
        unreadBefore[changes] = unread[variable];
        before[changes++] = cells[variable];
    }

    @Override
    public String toString() {
        return IntStream.range(0, cells.length).mapToObj(this::get).toList().toString();
    }
}
