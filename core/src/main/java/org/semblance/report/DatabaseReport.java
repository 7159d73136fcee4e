package org.semblance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.report.diagram.Diagram;

/**
 * What is shown of a synthetic database. Scores are rounded to hundredths, and counts of fewer than {@link
 * ColumnViews#FEWEST} real rows are left out of all figures.
 *
 * @param subject what it is about; rows and columns are those of all tables
 * @param tables rows of each table: real and synthetic
 */
public record DatabaseReport(
        Subject subject,
        Diagram diagram,
        Map<String, long[]> tables,
        Findings findings,
        List<ScoreLine> lines,
        List<Card> cards,
        Verdict verdict) {
    private static final double STEP = 0.01;

    public DatabaseReport {
        tables = new LinkedHashMap<>(tables);
        lines = List.copyOf(lines);
        cards = List.copyOf(cards);
    }

    public static DatabaseReport of(Subject subject, Diagram diagram, Map<String, long[]> tables, Findings findings) {
        Findings shown = shown(findings);
        List<ScoreLine> lines = ScoreLine.of(findings, shown);
        List<Card> cards = Card.of(lines, "");
        Verdict verdict = Verdict.of(cards, findings.rows(), subject.judged().guaranteed());
        return new DatabaseReport(subject, diagram, tables, findings, lines, cards, verdict);
    }

    private static Findings shown(Findings findings) {
        List<Finding> list = new ArrayList<>();
        for (Finding one : findings.list()) {
            Score fresh = one.fresh();
            list.add(new Finding(one.name(), one.about(), shown(one.synthetic()), fresh == null ? null : shown(fresh)));
        }
        return new Findings(findings.question(), findings.rows(), list, findings.notMeasured(), findings.notes());
    }

    private static Score shown(Score score) {
        Map<String, Double> parts = new LinkedHashMap<>();
        score.parts().forEach((name, value) -> parts.put(name, rounded(value)));
        Interval interval = score.interval().known()
                ? new Interval(
                        rounded(score.interval().low()),
                        rounded(score.interval().high()))
                : score.interval();
        List<Figures> figures =
                score.figures().stream().map(DatabaseReport::shown).toList();
        return new Score(score.metric(), rounded(score.value()), interval, parts, figures, score.note());
    }

    private static double rounded(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? value : Math.rint(value / STEP) * STEP;
    }

    /** Counts of real rows stay from {@link ColumnViews#FEWEST} on; synthetic ones are known to whoever has the rows. */
    private static Figures shown(Figures figures) {
        List<Figures.Row> rows = new ArrayList<>();
        for (Figures.Row row : figures.rows()) {
            List<Double> values = new ArrayList<>();
            for (int k = 0; k < row.values().size(); k++) {
                double value = row.values().get(k);
                boolean made = figures.columns().get(k).contains("synthetic");
                boolean whole = value == Math.rint(value);
                boolean few = !made && whole && value > 0 && value < ColumnViews.FEWEST;
                values.add(few ? Double.NaN : made || whole ? value : rounded(value));
            }
            rows.add(new Figures.Row(row.name(), values));
        }
        return new Figures(figures.title(), figures.columns(), rows);
    }

    /** The same as a report without columns and pairs, for what all reports show alike. */
    public Report plain() {
        return new Report(subject, findings, lines, cards, verdict, List.of(), List.of(), PairMatrix.none(), List.of());
    }
}
