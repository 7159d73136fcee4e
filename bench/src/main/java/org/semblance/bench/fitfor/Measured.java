package org.semblance.bench.fitfor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.bench.judge.Pages;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Findings;
import org.semblance.report.FitFor;
import org.semblance.report.ScoreLine;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** The measures of an evaluation as a user would run it: how much worse than fresh rows, as the report reads them. */
final class Measured {
    /** Of the worst column or pair. */
    static final String WORST = " worst";

    /** The answer of the report for a use: its place among {@link FitFor.Answer}. */
    static final String SAYS = "says ";

    private Measured() {}

    static Map<String, Double> of(Subject subject, Table rows, Run run) {
        Findings findings = Evaluation.of(subject.learn(), rows)
                .holdout(subject.holdout())
                .question(subject.question())
                .measure(run);
        Map<String, Double> out = new LinkedHashMap<>();
        for (ScoreLine line : ScoreLine.of(findings)) {
            out.put(line.name(), line.reading().gap());
            if (!line.parts().isEmpty()) {
                out.put(line.name() + WORST, line.parts().get(0).behind());
            }
        }
        says(subject, rows, findings, run)
                .forEach(fit ->
                        out.put(SAYS + fit.use().name(), (double) fit.answer().ordinal()));
        return out;
    }

    /** What the report itself makes of it. */
    private static List<FitFor> says(Subject subject, Table rows, Findings findings, Run run) {
        Comparison tables = Comparison.ofShared(subject.learn(), List.of(rows), subject.holdout());
        return Pages.report(tables, findings, List.of(), run).uses();
    }
}
