package org.semblance.disclosure;

import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Table;

/** The columns that a control is told to change. */
final class Columns {
    private Columns() {}

    /** Positions of the columns, which hold numbers, dates or times. */
    static int[] numeric(String control, List<String> names, Table table) {
        int[] positions = any(control, names, table);
        for (int position : positions) {
            Field field = table.schema().field(position);
            if (!field.kind().numeric()) {
                throw ProblemException.usage(Problem.of(control + " changes numbers and dates, but " + field.name()
                                + " is a " + field.kind().word() + ".")
                        .fix("Choose another column, or for labels: merge-rare, recode, pram."));
            }
        }
        return positions;
    }

    /** Positions of the columns, which hold labels. */
    static int[] labels(String control, List<String> names, Table table) {
        int[] positions = any(control, names, table);
        for (int position : positions) {
            Field field = table.schema().field(position);
            if (field.kind().numeric()) {
                throw ProblemException.usage(Problem.of(control + " changes labels, but " + field.name() + " is a "
                                + field.kind().word() + ".")
                        .fix("Make classes of it first (classes), or choose another column."));
            }
        }
        return positions;
    }

    /** Positions of the columns. */
    static int[] any(String control, List<String> names, Table table) {
        if (names.isEmpty()) {
            throw ProblemException.usage(Problem.of(control + " is not told which columns to change.")
                    .fix("For example " + control + ":columns=" + example(table)));
        }
        if (names.stream().distinct().count() < names.size()) {
            throw ProblemException.usage(
                    Problem.of(control + " is told a column twice.").fix("Give each column once."));
        }
        return names.stream().mapToInt(table.schema()::index).toArray();
    }

    private static String example(Table table) {
        return table.width() == 0 ? "age" : table.schema().field(0).name();
    }
}
