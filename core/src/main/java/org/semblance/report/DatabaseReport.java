package org.semblance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.report.diagram.Diagram;
import org.semblance.run.Run;

/**
 * What is shown of a synthetic database. Scores are rounded to hundredths but for those of what must hold, and counts of
 * fewer than {@link ColumnViews#FEWEST} real rows are left out of all figures.
 *
 * @param subject what it is about; rows and columns are those of all tables
 * @param tables rows of each table: real and synthetic
 * @param columns every column of each table, on common bars
 */
public record DatabaseReport(
        Subject subject,
        Diagram diagram,
        Map<String, long[]> tables,
        Map<String, List<ColumnView>> columns,
        Findings findings,
        List<ScoreLine> lines,
        List<Card> cards,
        Verdict verdict) {
    private static final double STEP = 0.01;

    public DatabaseReport {
        tables = new LinkedHashMap<>(tables);
        columns = new LinkedHashMap<>(columns);
        lines = List.copyOf(lines);
        cards = List.copyOf(cards);
    }

    /**
     * Reads an evaluation, and counts the tables on common bars. Cost: a pass over the tables.
     *
     * @param tables rows of each table: real and synthetic
     * @param compared the databases that were evaluated
     */
    public static DatabaseReport of(
            Subject subject,
            Diagram diagram,
            Map<String, long[]> tables,
            RelatedComparison compared,
            Findings findings,
            Run run) {
        Findings shown = shown(findings);
        Map<String, List<ColumnView>> columns = new LinkedHashMap<>();
        compared.tables()
                .forEach((name, table) -> columns.put(name, ColumnViews.of(table, of(name, shown), run.silent())));
        List<ScoreLine> lines = ScoreLine.of(findings, shown);
        List<Card> cards = Card.of(lines, "");
        Verdict verdict = Verdict.of(cards, findings.rows(), subject.judged().guaranteed());
        return new DatabaseReport(subject, diagram, tables, columns, findings, lines, cards, verdict);
    }

    /** What is said of the columns of one table, under their own names. */
    private static Findings of(String table, Findings shown) {
        List<Finding> list = shown.find("columns").stream()
                .map(one -> {
                    Score fresh = one.fresh();
                    return new Finding(
                            one.name(),
                            one.about(),
                            own(table, one.synthetic()),
                            fresh == null ? null : own(table, fresh));
                })
                .toList();
        return new Findings(shown.question(), shown.rows(), list, List.of(), List.of());
    }

    private static Score own(String table, Score score) {
        Map<String, Double> parts = new LinkedHashMap<>();
        score.parts().forEach((name, value) -> {
            if (name.startsWith(table + ".")) {
                parts.put(name.substring(table.length() + 1), value);
            }
        });
        return new Score(score.metric(), score.value(), score.interval(), parts, List.of(), "");
    }

    private static Findings shown(Findings findings) {
        List<Finding> list = new ArrayList<>();
        for (Finding one : findings.list()) {
            // What must hold is told as it is, as for one table: a rounded 1 would say that nothing is broken.
            if (one.about().aspect() == About.Aspect.VALID) {
                // Beside it the real database may stand, whose few orphans are nobody's to know.
                Score beside = one.fresh();
                boolean counts = one.name().equals("references") || one.name().equals("orphans");
                list.add(
                        beside == null || !counts
                                ? one
                                : new Finding(one.name(), one.about(), one.synthetic(), shown(beside)));
                continue;
            }
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

    /** The same as a report of one table, without pairs, for what all reports show alike; columns are {@code table.column}. */
    public Report plain() {
        List<ColumnView> all = new ArrayList<>();
        columns.forEach((table, views) -> views.forEach(view -> all.add(view.name(table + "." + view.name()))));
        return new Report(subject, findings, lines, cards, verdict, List.of(), all, PairMatrix.none(), List.of());
    }
}
