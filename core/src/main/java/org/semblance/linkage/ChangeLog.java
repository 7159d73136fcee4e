package org.semblance.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * The file of all changes, {@code changes.csv}: {@code table,row,column,operator,position,before,after}, a line for each
 * in the order in which they were made, so that the clean file with its log gives the dirty one and the dirty file with
 * its log the clean one, byte for byte. Both files have the same rows; several changes of one cell follow each other.
 *
 * <p>A missing cell is an empty {@code before} or {@code after} without quotes, with position -1; an empty text has
 * quotes. Lines without a column are about whole rows and pass unnoticed here. Cost: one pass over both files with one
 * row in memory; rows without changes are copied as bytes.
 */
public final class ChangeLog {
    public static final List<String> HEADER =
            List.of("table", "row", "column", "operator", "position", "before", "after");

    /** A line of a log: a change of a cell of the named table and column. */
    public record Entry(String table, String column, Change change) {}

    /** Writes changes of one table as lines of the log; of one thread. The header is {@link #header}'s. */
    public static final class Writer implements Log {
        private final byte[] table;
        private final byte[][] columns;
        private final CsvText text;

        public Writer(String table, List<Variable> variables, CsvText text) {
            this.table = bytes(table);
            columns = variables.stream().map(Variable::name).map(Writer::bytes).toArray(byte[][]::new);
            this.text = text;
        }

        /** As a cell. */
        private static byte[] bytes(String text) {
            return new CsvText(64).cell(text).toBytes();
        }

        public CsvText text() {
            return text;
        }

        @Override
        public void change(long row, int variable, String operator, @Nullable String before, @Nullable String after) {
            Change change = Change.between(row, variable, operator, before, after);
            text.written(table)
                    .cell(row)
                    .written(columns[variable])
                    .cell(operator)
                    .cell(change.position())
                    .cell(change.before())
                    .cell(change.after())
                    .row();
        }

        /** A line about a whole row: {@link Change#OMITTED} or {@link Change#DUPLICATED}. */
        public void row(long row, String operator) {
            text.written(table).cell(row).cell(null).cell(operator).cell(Change.WHOLE);
            text.cell(null).cell(null).row();
        }
    }

    private ChangeLog() {}

    /** Writes the log's first line. */
    public static void header(CsvText text) {
        HEADER.forEach(text::cell);
        text.row();
    }

    /**
     * Writes the dirty file that follows from the clean one.
     *
     * @param table whose changes they are; those of other tables pass
     * @throws ProblemException where the log is none, or is not of this file
     */
    public static void replay(InputStream clean, InputStream log, String table, OutputStream out) throws IOException {
        rewrite(clean, log, table, false, out);
    }

    /** Writes the clean file that the dirty one was made of. */
    public static void invert(InputStream dirty, InputStream log, String table, OutputStream out) throws IOException {
        rewrite(dirty, log, table, true, out);
    }

    private static void rewrite(InputStream in, InputStream log, String table, boolean back, OutputStream out)
            throws IOException {
        CsvRecords rows = new CsvRecords(in);
        ChangeReader changes = new ChangeReader(log);
        CsvText text = new CsvText();
        if (!rows.next()) {
            return;
        }
        List<String> columns = rows.names();
        text.raw(rows.bytes(), rows.start(), rows.behind());
        Entry entry = after(changes, table, -1);
        List<Entry> here = new ArrayList<>();
        long row = 0;
        for (; rows.next(); row++) {
            here.clear();
            while (entry != null && entry.change().row() == row) {
                here.add(entry);
                entry = after(changes, table, row);
            }
            if (here.isEmpty()) {
                text.raw(rows.bytes(), rows.start(), rows.behind());
            } else {
                if (back) {
                    Collections.reverse(here);
                }
                change(rows, here, columns, back, text);
            }
            if (text.size() >= 1 << 15) {
                text.writeTo(out);
                text.clear();
            }
        }
        text.writeTo(out);
        if (entry != null) {
            throw ProblemException.data(Problem.of("the log changes row "
                            + entry.change().row() + " of " + table + ", which has " + row + " rows.")
                    .at("line " + changes.line())
                    .fix("Take the log that was written with this file."));
        }
    }

    /** The table's next change of a cell, or null at the end. */
    private static @Nullable Entry after(ChangeReader changes, String table, long row) throws IOException {
        Entry entry = changes.next();
        while (entry != null && (!entry.table().equals(table) || entry.column().isEmpty())) {
            entry = changes.next();
        }
        if (entry != null && entry.change().row() < row) {
            throw ProblemException.data(Problem.of("row " + entry.change().row() + " comes behind row " + row + ".")
                    .at("line " + changes.line())
                    .fix("A log is in the order of rows; sort it by row without changing the order within one."));
        }
        return entry;
    }

    private static void change(CsvRecords rows, List<Entry> changes, List<String> columns, boolean back, CsvText text) {
        @Nullable String[] cells = new @Nullable String[rows.count()];
        boolean[] touched = new boolean[cells.length];
        for (Entry entry : changes) {
            int column = columns.indexOf(entry.column());
            if (column < 0 || column >= cells.length) {
                throw ProblemException.data(Problem.of("the log changes column \"" + entry.column() + "\" of "
                                + entry.table() + ", which has none of that name.")
                        .fix(Nearest.hint(entry.column(), columns)));
            }
            String cell = touched[column] ? cells[column] : rows.get(column);
            touched[column] = true;
            try {
                cells[column] =
                        back ? entry.change().invert(cell) : entry.change().replay(cell);
            } catch (IllegalArgumentException e) {
                throw ProblemException.data(Problem.of("row " + entry.change().row() + ", column " + entry.column()
                                + ": the cell is not the one that was changed.")
                        .fix("Take the file that was written with this log: the " + (back ? "dirty" : "clean")
                                + " one."));
            }
        }
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.raw(COMMA, 0, 1);
            }
            if (!touched[i]) {
                text.raw(rows.bytes(), rows.from(i), rows.to(i));
            } else if (cells[i] != null) {
                text.bare(cells[i]);
            }
        }
        text.raw(rows.bytes(), rows.to(cells.length - 1), rows.behind());
    }

    private static final byte[] COMMA = {','};
}
