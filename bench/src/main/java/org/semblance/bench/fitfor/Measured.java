package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.bench.judge.Pages;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Measure;
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

    /** The worst of the attacks that were sure of what they found. */
    private static final String ATTACKS = "attacks worst";

    private static final List<String> ATTACKED =
            List.of("membership", "attribute-inference", "linkability", "singling-out", "disclosure");

    /** Measures that are not in the default evaluation, to see whether they should be. */
    private static final List<Measure> MORE = List.of(
            new Measure("labels covered", "category-coverage", Measure.Beside.EQUAL, question -> Map.of()),
            new Measure("range covered", "range-coverage", Measure.Beside.EQUAL, question -> Map.of()));

    private Measured() {}

    static Map<String, Double> of(Subject subject, Table rows, Run run) {
        Evaluation evaluation =
                Evaluation.of(subject.learn(), rows).holdout(subject.holdout()).question(subject.question());
        Findings findings = evaluation.measure(run);
        Map<String, Double> out = new LinkedHashMap<>();
        List<ScoreLine> lines = new ArrayList<>(ScoreLine.of(findings));
        lines.addAll(ScoreLine.of(evaluation.measures(MORE).measure(run)));
        for (ScoreLine line : lines) {
            out.put(line.name(), line.reading().gap());
            if (!line.parts().isEmpty()) {
                out.put(line.name() + WORST, line.parts().get(0).behind());
            }
        }
        out.put(
                ATTACKS,
                ATTACKED.stream()
                        .mapToDouble(name -> out.getOrDefault(name, Double.NaN))
                        .filter(gap -> !Double.isNaN(gap))
                        .max()
                        .orElse(Double.NaN));
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
