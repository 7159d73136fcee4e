package org.semblance.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads a log of changes line by line; {@link ChangeLog} says what is in it. Memory: one line. */
public final class ChangeReader {
    private final CsvRecords records;

    /** @throws ProblemException where the first line is not a log's */
    public ChangeReader(InputStream log) throws IOException {
        records = new CsvRecords(log);
        List<String> names = records.next() ? records.names() : List.of();
        if (!names.equals(ChangeLog.HEADER)) {
            throw ProblemException.data(
                    Problem.of("this is no log of changes: its columns are " + String.join(",", names) + ".")
                            .at("line 1")
                            .fix("A log begins with " + String.join(",", ChangeLog.HEADER) + "."));
        }
    }

    /** The line of the change that was read last, from 1. */
    public long line() {
        return records.line();
    }

    /**
     * The next change, or null at the end; its variable is -1, and its column empty where it is about a whole row.
     *
     * @throws ProblemException where a line is not a change
     */
    public ChangeLog.@Nullable Entry next() throws IOException {
        if (!records.next()) {
            return null;
        }
        if (records.count() != ChangeLog.HEADER.size()) {
            throw wrong("has " + records.count() + " cells, but must have " + ChangeLog.HEADER.size());
        }
        long row = number(1);
        long position = number(4);
        if (row < 0 || position < Change.WHOLE || position > Integer.MAX_VALUE) {
            throw wrong("has a row or position that cannot be");
        }
        Change change = new Change(row, -1, text(3), (int) position, records.get(5), records.get(6));
        return new ChangeLog.Entry(text(0), text(2), change);
    }

    private String text(int cell) {
        String text = records.get(cell);
        return text == null ? "" : text;
    }

    private long number(int cell) {
        try {
            return Long.parseLong(text(cell));
        } catch (NumberFormatException e) {
            throw wrong(
                    "has \"" + text(cell) + "\" for " + ChangeLog.HEADER.get(cell) + ", but must have a whole number");
        }
    }

    private ProblemException wrong(String what) {
        return ProblemException.data(Problem.of("the change " + what + ".").at("line " + records.line()));
    }
}
