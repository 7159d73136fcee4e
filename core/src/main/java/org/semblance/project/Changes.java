package org.semblance.project;

import java.util.ArrayList;
import java.util.List;
import org.semblance.prepare.Privacy;
import org.semblance.report.ColumnLine;
import org.semblance.report.Words;

/** What a run does to the data on the way from the real table to the synthetic one, a sentence each. */
public final class Changes {
    private static final String DONE = " -> ";

    private Changes() {}

    public static List<String> of(Columns columns, Privacy privacy) {
        List<String> out = new ArrayList<>();
        for (ColumnLine column : columns.lines()) {
            int at = column.why().lastIndexOf(DONE);
            if (at >= 0) {
                out.add(column.name() + ": " + column.why().substring(at + DONE.length()));
            }
        }
        out.add(privacy.releasesAll() ? Words.of("changes.released") : Words.of("changes.guarded"));
        return out;
    }
}
