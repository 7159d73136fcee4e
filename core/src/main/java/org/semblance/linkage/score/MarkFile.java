package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.semblance.io.RecordStream;
import org.semblance.io.Source;
import org.semblance.linkage.Change;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads who has what in common: changes.csv by operator and by column, people.csv by its hard cases. */
final class MarkFile {
    private static final Set<String> NOT_CASES =
            Set.of("table", "row", "person", "household", "id", "date", "table_row");
    private static final Set<String> YES = Set.of("1", "true", "yes");
    private static final Set<String> NO = Set.of("0", "false", "no", "");

    private MarkFile() {}

    private static int column(RecordStream file, String name) {
        int at = file.header().stream().map(LinkColumns::plain).toList().indexOf(name);
        if (at < 0) {
            throw ProblemException.data(Problem.of("there is no column \"" + name + "\".")
                    .at(file.name() + ", line 1")
                    .fix("Give the file as semblance linkage wrote it; its header is " + String.join(",", file.header())
                            + "."));
        }
        return at;
    }

    /** table,row,column,operator,...: marks rows by operator and by column. */
    static void changes(Source from, Side source, Side target, Marks marks) {
        try (RecordStream file = RecordStream.open(from)) {
            int table = column(file, "table");
            int row = column(file, "row");
            int name = column(file, "column");
            int operator = column(file, "operator");
            Faults faults = new Faults();
            while (file.next()) {
                int side = table(file, table, faults);
                String error = file.text(operator);
                // Whoever is left out has no row that could be marked.
                boolean there = side >= 0 && !error.equals(Change.OMITTED);
                int record = there ? (side == 1 ? target : source).record(file, row, true, faults) : -1;
                if (record >= 0) {
                    marks.mark("error", error, side == 1, record);
                }
                if (record >= 0 && !file.empty(name)) {
                    marks.mark("column", file.text(name), side == 1, record);
                }
            }
            faults.stopIfAny(file.name());
        }
    }

    /** Whether the file says who stands in each row. */
    static boolean tellsPersons(Source from) {
        try (RecordStream file = RecordStream.open(from)) {
            return file.header().stream().map(LinkColumns::plain).anyMatch("person"::equals);
        }
    }

    /** table,row,person,household and a column of 0 and 1 for every hard case. */
    static void people(Source from, Side source, Side target, Marks marks) {
        try (RecordStream file = RecordStream.open(from)) {
            int table = column(file, "table");
            int row = column(file, "row");
            List<Integer> cases = new ArrayList<>();
            for (int c = 0; c < file.header().size(); c++) {
                if (!NOT_CASES.contains(LinkColumns.plain(file.header().get(c)))) {
                    cases.add(c);
                }
            }
            Faults faults = new Faults();
            while (file.next()) {
                int side = table(file, table, faults);
                int record = side < 0 ? -1 : (side == 1 ? target : source).record(file, row, true, faults);
                for (int c : cases) {
                    String value = file.empty(c) ? "" : file.text(c);
                    if (record >= 0 && YES.contains(value)) {
                        marks.mark("case", file.header().get(c).replace('_', ' '), side == 1, record);
                    } else if (!YES.contains(value) && !NO.contains(value)) {
                        faults.add(Problem.of(
                                        "what stands in column " + file.header().get(c) + " is neither 1 nor 0.")
                                .at(file.place()));
                    }
                }
            }
            faults.stopIfAny(file.name());
        }
    }

    private static int table(RecordStream file, int column, Faults faults) {
        int side = file.empty(column) ? -1 : LinkColumns.tableOf(file.text(column));
        if (side < 0) {
            faults.add(Problem.of("the table must be source or target.").at(file.place()));
        }
        return side;
    }
}
