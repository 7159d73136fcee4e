package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.Table;

class SummaryTest {
    private static Findings findings(List<Finding> list) {
        return new Findings(Question.NONE, new Findings.Sizes(100, 50, 100), list, List.of(), List.of());
    }

    @Test
    void everyNumberStandsBesideFreshData() {
        Score columns = Score.mean("column-shapes", Map.of("stay", 0.88));
        Score beside = Score.mean("column-shapes", Map.of("stay", 0.95));
        Findings findings = findings(List.of(
                new Finding("columns", new About(About.Aspect.ALIKE, About.Better.HIGHER, "", ""), columns, beside),
                new Finding(
                        "copies",
                        new About(About.Aspect.PRIVATE, About.Better.FRESH, "", ""),
                        new Score("exact-copies", 0.0012, Map.of()),
                        null)));
        assertThat(Summary.scores(Card.of(ScoreLine.of(findings), "")))
                .containsExactly(
                        "             synthetic  fresh data  reads as",
                        "  alike",
                        "    columns      0.880       0.950  close; furthest behind: stay 0.880 (fresh 0.950)",
                        "  private",
                        "    copies      0.12 %           -  rows that equal a real one; nothing to compare with");
    }

    @Test
    void anotherTableIsSaidFirst() {
        Table real = Table.of("a:whole, b:whole, c:whole", 1, 2, 3, 2, 3, 4);
        Table other = Table.of("a:whole, x:whole, y:whole", 1, 2, 3, 2, 3, 4);
        Run run = Run.of(1);
        Findings findings = Evaluation.of(real, other).measure(run);
        Report report = Report.of(
                Judgements.subject("real.csv", real), Comparison.ofShared(real, List.of(other), null), findings, run);
        String words = "another table: of the 3 columns of the real one it has 1";
        assertThat(Summary.of(report).get(0)).contains("! ", words);
        assertThat(report.verdict().sentences().get(0)).contains(words);
        assertThat(report.verdict().level()).isEqualTo(Level.SEVERE);
    }

    @Test
    void aWideTableIsCountedButItsWarningsAreAllShown() {
        List<ColumnLine> columns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            columns.add(
                    new ColumnLine("c" + i, "whole", "whole numbers", i == 90 ? List.of("is constant") : List.of()));
        }
        assertThat(Summary.columns(columns, false))
                .hasSize(33)
                .contains("  ! c90: is constant", "  ... and 69 more columns   (-v lists them)");
        assertThat(Summary.columns(columns, true)).hasSize(101);
    }

    @Test
    void aLongOrHostileNameDoesNotBreakTheLines() {
        ColumnLine column = new ColumnLine("a\n\u001b[31m" + "x".repeat(100), "text", "why", List.of());
        assertThat(Summary.columns(List.of(column), false))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).doesNotContain("\n", "\u001b").hasSizeLessThan(60));
    }
}
