package org.semblance.project;

import java.util.ArrayList;
import java.util.List;
import org.semblance.prepare.Privacy;
import org.semblance.report.ColumnLine;
import org.semblance.table.Field;
import org.semblance.table.Table;

/** A table's columns in words: what each was taken for, why, and what will be done with it. */
public final class Columns {
    private Columns() {}

    public static List<ColumnLine> lines(Table table, Privacy privacy) {
        List<ColumnLine> out = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            Field field = table.schema().field(c);
            out.add(new ColumnLine(field.name(), field.kind().word(), why(field), List.of()));
        }
        return out;
    }

    private static String why(Field field) {
        String done = switch (field.kind()) {
            case KEY, IDENTIFIER -> "new ones will be made";
            case TEXT -> "new text will be made, not from the data";
            default -> "";
        };
        return done.isEmpty() ? field.why() : (field.why() + " -> " + done).strip();
    }
}
