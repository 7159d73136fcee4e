package org.semblance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.valid.Structure;
import org.semblance.run.Run;

/**
 * All that any face shows of a synthetic table: page, terminal and file hold the same numbers. Holds aggregates and
 * names of columns only: no real rows, and nothing that fewer than {@link ColumnViews#FEWEST} of them share.
 *
 * @param findings with exact numbers, for bounds; what is shown is in the lines
 * @param columns every column of the real table, in its order
 * @param worstPairs the pairs that fall behind most, opened
 * @param uses what the rows are good enough for
 */
public record Report(
        Subject subject,
        Findings findings,
        List<ScoreLine> lines,
        List<Card> cards,
        Verdict verdict,
        List<FitFor> uses,
        List<ColumnView> columns,
        PairMatrix pairs,
        List<PairView> worstPairs) {
    public Report {
        lines = List.copyOf(lines);
        cards = List.copyOf(cards);
        uses = List.copyOf(uses);
        columns = List.copyOf(columns);
        worstPairs = List.copyOf(worstPairs);
    }

    /**
     * Reads an evaluation, and counts the tables on common bars. Cost: a few passes over the tables.
     *
     * @param tables that were evaluated
     */
    public static Report of(Subject subject, Comparison tables, Findings findings, Run run) {
        Findings shown = Grain.of(findings, tables);
        List<ScoreLine> lines = ScoreLine.of(findings, shown);
        List<Card> cards = Card.of(lines, findings.question().target());
        boolean guaranteed = subject.judged().guaranteed();
        PairMatrix pairs = PairMatrix.of(tables, shown);
        return new Report(
                subject,
                findings,
                lines,
                cards,
                another(findings)
                        .map(words -> first(words, Verdict.of(cards, findings.rows(), guaranteed)))
                        .orElseGet(() -> Verdict.of(cards, findings.rows(), guaranteed)),
                FitFor.of(lines, findings.rows(), guaranteed),
                ColumnViews.of(tables, shown, run),
                pairs,
                PairViews.of(tables, pairs, shown, run));
    }

    /** Where the synthetic table has hardly a column of the real one, that it is another table: nothing is to be read first. */
    Optional<String> another() {
        return another(findings);
    }

    private static Optional<String> another(Findings findings) {
        return findings.find("structure")
                .flatMap(finding -> Structure.another(finding.synthetic()))
                .map(shared -> Words.of("verdict.another", shared.columns(), shared.real()));
    }

    private static Verdict first(String words, Verdict verdict) {
        List<String> sentences = new ArrayList<>(verdict.sentences());
        sentences.add(0, words);
        return new Verdict(verdict.level(), sentences);
    }

    /** The columns that fall furthest behind fresh rows first; those that are not scored last. */
    public List<ColumnView> worstColumns() {
        return columns.stream()
                .sorted(Comparator.comparingDouble(ColumnView::behind).reversed())
                .toList();
    }
}
