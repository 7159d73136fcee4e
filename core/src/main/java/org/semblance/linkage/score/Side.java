package org.semblance.linkage.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.io.PlainRows;
import org.semblance.io.RecordStream;
import org.semblance.io.Source;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/**
 * The records of one file and how they are called: by row from 0, by an id, or by both where the file itself was looked
 * at. Without the file, ids are numbered as they are met.
 */
final class Side {
    private static final int MOST = Integer.MAX_VALUE - 16;

    private final String name;
    private final boolean known;
    private final boolean withIds;
    private final Codes ids;
    private int rows;
    private boolean byRow;
    private boolean byId;

    private Side(String name, boolean known, boolean withIds, Codes ids, int rows) {
        this.name = name;
        this.known = known;
        this.withIds = withIds;
        this.ids = ids;
        this.rows = rows;
    }

    /** Of a file that was not given. */
    static Side unknown(String name) {
        return new Side(name, false, false, new Codes(), 0);
    }

    /**
     * Counts the rows of a file, and learns its ids.
     *
     * @param idColumn null where there is none
     */
    static Side of(Source source, @Nullable String idColumn, Run run) {
        try (RecordStream rows = RecordStream.open(source)) {
            int column = -1;
            if (idColumn != null) {
                column = rows.header().indexOf(idColumn);
                if (column < 0) {
                    throw ProblemException.usage(Problem.of("there is no column \"" + idColumn + "\".")
                            .at(source.name() + ", line 1")
                            .fix((Nearest.hint(idColumn, rows.header()) + " (columns: "
                                            + String.join(", ", rows.header()) + ")")
                                    .strip()));
                }
            }
            Codes ids = new Codes();
            Faults faults = new Faults();
            int count = plain(rows, column, ids, run);
            while (rows.next()) {
                if (column >= 0 && rows.empty(column)) {
                    faults.add(Problem.of("the id is missing.").at(rows.place()).fix("Give every row one."));
                } else if (column >= 0 && ids.add(rows.bytes(column), rows.from(column), rows.to(column)) != count) {
                    faults.add(Problem.of("the id of this row was there before.")
                            .at(rows.place())
                            .fix("Choose a column that is different in every row."));
                }
                count++;
            }
            faults.stopIfAny(source.name());
            return new Side(source.name(), true, column >= 0, ids, count);
        }
    }

    /** Counts the rows that are plain, and learns their ids as long as each is a new one. */
    private static int plain(RecordStream rows, int column, Codes ids, Run run) {
        PlainRows.Kind[] kinds = new PlainRows.Kind[column + 1];
        Arrays.fill(kinds, PlainRows.Kind.NONE);
        if (column >= 0) {
            kinds[column] = PlainRows.Kind.TEXT;
        }
        int[] count = {0};
        rows.plain(kinds, run, block -> {
            if (column >= 0 && !ids.allNew(block, column)) {
                return false;
            }
            count[0] += block.rows();
            return true;
        });
        return count[0];
    }

    /** The number of the record that a row of a block names, or -1 where that is a fault. */
    int record(PlainRows block, int i, int column, boolean row) {
        int number = block.wholes(column)[i];
        if (row) {
            byRow = true;
            if (number < 0 || (known && number >= rows)) {
                return -1;
            }
            rows = Math.max(rows, number + 1);
            return number;
        }
        int from = block.from(column)[i];
        int to = block.to(column)[i];
        if (from == to) {
            return -1;
        }
        byId = true;
        return withIds ? ids.find(number, block.bytes(), from, to) : ids.add(number, block.bytes(), from, to);
    }

    /** The number of the record that a cell names, or -1 with a fault. */
    int record(RecordStream file, int cell, boolean row, Faults faults) {
        if (file.empty(cell)) {
            faults.add(Problem.of((row ? "a row number" : "an id") + " is missing.")
                    .at(file.place()));
            return -1;
        }
        return row ? row(file, cell, faults) : id(file, cell, faults);
    }

    private int row(RecordStream file, int cell, Faults faults) {
        byRow = true;
        long number = file.whole(cell);
        if (number < 0 || number > MOST) {
            faults.add(Problem.of("what stands here is not a row number.")
                    .at(file.place())
                    .fix("Rows are counted from 0, the header not counted."));
            return -1;
        }
        if (known && number >= rows) {
            faults.add(Problem.of("there is no row " + number + ": " + name + " has " + rows + " rows, 0 to "
                            + (rows - 1) + ".")
                    .at(file.place()));
            return -1;
        }
        rows = Math.max(rows, (int) number + 1);
        return (int) number;
    }

    private int id(RecordStream file, int cell, Faults faults) {
        byId = true;
        if (withIds) {
            int row = ids.find(file.bytes(cell), file.from(cell), file.to(cell));
            if (row < 0) {
                faults.add(Problem.of("there is no such id in " + name + ".").at(file.place()));
            }
            return row;
        }
        return ids.add(file.bytes(cell), file.from(cell), file.to(cell));
    }

    /** Whether its ids are known from the file itself. */
    boolean withIds() {
        return withIds;
    }

    /** The record of an id, or -1 where it is not there. */
    int find(RecordStream file, int cell) {
        byId = true;
        return ids.find(file.bytes(cell), file.from(cell), file.to(cell));
    }

    /** Whether its records were called by id so far, and nothing says which rows these are. */
    boolean byIdOnly() {
        return byId && !withIds;
    }

    /** Another that a second thread may read with; what it meets is added by {@link #join}. */
    Side fork() {
        return new Side(name, known, withIds, ids, rows);
    }

    void join(Side other) {
        rows = Math.max(rows, other.rows);
        byRow |= other.byRow;
        byId |= other.byId;
    }

    /** Whether reading such a file adds no ids, so that two can be read at once. */
    boolean onlyLooksUp(boolean byRows) {
        return byRows || withIds;
    }

    /** So many rows were met in their own order. */
    void seen(int count) {
        byRow = true;
        rows = Math.max(rows, count);
    }

    /** How many records there are, as far as it is known. */
    int size() {
        if (known) {
            return Math.max(rows, ids.size());
        }
        return byRow ? rows : ids.size();
    }

    boolean known() {
        return known;
    }

    /** @throws ProblemException where records are called by row in one file and by id in another, and nothing says which is which */
    void check() {
        if (byRow && byId && !withIds) {
            throw ProblemException.data(
                    Problem.of("one file calls the records of " + name + " by row number, another by id.")
                            .fix("Say which is which: --source FILE --target FILE --id COLUMN"));
        }
        if (known && !withIds && byId && ids.size() > rows) {
            throw ProblemException.data(
                    Problem.of("there are " + ids.size() + " different ids for the " + rows + " rows of " + name + ".")
                            .fix("Name its column of ids to see which are not there: --id COLUMN"));
        }
    }
}
