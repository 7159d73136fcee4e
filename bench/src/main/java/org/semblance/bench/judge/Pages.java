package org.semblance.bench.judge;

import java.util.List;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Findings;
import org.semblance.report.Judged;
import org.semblance.report.Report;
import org.semblance.report.Subject;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Reports on tables that are in no file. */
public final class Pages {
    private Pages() {}

    public static Report report(Comparison tables, Findings findings, List<String> notes, Run run) {
        Table real = tables.wholeReal();
        Subject.Source source = new Subject.Source("table.csv", "", real.rows(), real.width());
        Subject subject = new Subject(
                "bench",
                source,
                new Judged.Given(source),
                List.of(),
                notes,
                List.of(),
                List.of(),
                new Subject.Repeat("", ""));
        return Report.of(subject, tables, findings, run);
    }
}
