package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.Table;

class VerdictTest {
    /** One synthetic row misses as many values as fresh ones do, which does not make it distributed like them. */
    @Test
    void aQuestionWhoseMainMeasureShowsNothingIsNotAnsweredWell() {
        Table one = Judgements.table(900, 2).take(new int[] {5});
        Report report = Judgements.report(Judgements.table(900, 1), one, Judgements.table(450, 3), Run.of(1));
        assertThat(report.cards())
                .filteredOn(card -> card.aspect() == Aspect.ALIKE)
                .extracting(Card::level)
                .containsExactly(Level.UNKNOWN);
        assertThat(report.verdict().text()).doesNotContain("distributed like fresh");
        assertThat(report.uses())
                .filteredOn(use -> use.use() == FitFor.Use.TEACHING || use.use() == FitFor.Use.TEAM)
                .extracting(FitFor::answer)
                .containsOnly(FitFor.Answer.NOT_SHOWN);
    }

    private static Verdict verdict(long holdout, Finding... list) {
        Findings findings = new Findings(
                Question.NONE, new Findings.Sizes(10_000, holdout, 10_000), List.of(list), List.of(), List.of());
        return Verdict.of(Card.of(ScoreLine.of(findings), ""), findings.rows(), false);
    }

    private static final Finding FAR = Judgements.finding("columns", "column-shapes", Aspect.ALIKE, 0.4, 0.99);
    private static final Finding ALIKE = Judgements.finding("columns", "column-shapes", Aspect.ALIKE, 0.99, 0.99);
    private static final Finding COPIED = Judgements.finding("copies", "exact-copies", Aspect.PRIVATE, 0.9, 0);
    private static final Finding VALID = Judgements.finding("values", "validity", Aspect.VALID, 1, 1);

    @Test
    void theWorstComesFirstAndOfEquallyBadWhatCannotBeTakenBack() {
        Verdict verdict = verdict(5_000, VALID, FAR, COPIED);
        assertThat(verdict.level()).isEqualTo(Level.SEVERE);
        assertThat(verdict.sentences())
                .hasSizeBetween(2, 7)
                .startsWith(
                        "There is a serious problem: use the rows only for what is answered with yes.",
                        "90.0 % of the rows are copies of real rows; of fresh real rows 0.0 % would be.");
        assertThat(verdict.sentences().get(3)).isEqualTo("What is good: the values could all be real.");
    }

    /** The risk is a share of what is wrong of people never seen, not of all tries. */
    @Test
    void anAttackIsToldBesideTheSameOnPeopleNeverSeen() {
        Figures figures = Figures.of("Guessing a secret", "attack", "control", "risk")
                .row("town", 0.5, 0.49, 0.02)
                .row("sex", 0.673, 0.599, 0.184)
                .build();
        Score score = new Score(
                "attribute-inference", 0.184, new Interval(0.05, 0.31), Map.of("sex", 0.184), List.of(figures), "");
        Finding plain = Judgements.finding("attribute-inference", "attribute-inference", Aspect.PRIVATE, 0.184, 0);
        Finding membership = Judgements.finding("membership", "membership", Aspect.PRIVATE, 0.5, 0.5);
        Finding attack = new Finding("attribute-inference", plain.about(), score, plain.fresh());
        assertThat(verdict(5_000, membership, attack).text())
                .contains("(of sex, 67.3 % of the guesses are right; of people never seen, 59.9 %)");
    }

    @Test
    void goodNewsAreToldWithTheirLimits() {
        Verdict verdict = verdict(5_000, VALID, ALIKE);
        assertThat(verdict.level()).isEqualTo(Level.GOOD);
        assertThat(verdict.text())
                .isEqualTo(
                        "Good: nothing was found amiss. The values could all be real; the rows are distributed like fresh real ones. Nobody can call"
                                + " them anonymous: no formal guarantee of privacy stands behind them, only what was measured here.");
    }

    @Test
    void fewOrNoRowsToCompareWithAreSaid() {
        assertThat(verdict(0, VALID).text()).contains("No real rows were held back");
        assertThat(verdict(60, VALID).text()).contains("Only 60 real rows were held back");
        assertThat(verdict(0).sentences()).hasSize(3).startsWith("Too little could be measured to judge these rows.");
    }

    @Test
    void theFirstSentenceIsTheAnswerAndSaysNothingGoodOfWhatIsNotKnown() {
        Finding slight = Judgements.finding("pairs", "pair-trends", Aspect.ALIKE, 0.94, 0.99);
        Finding unknown = Judgements.finding("copies", "exact-copies", Aspect.PRIVATE, Double.NaN, 0);
        assertThat(verdict(5_000, VALID, slight).sentences().get(0)).isEqualTo("Good, with small reservations.");
        assertThat(verdict(5_000, VALID, unknown).sentences().get(0))
                .isEqualTo("What could be measured is good, but not everything could be.");
        assertThat(verdict(0, VALID).sentences().get(0))
                .isEqualTo("What could be measured is good, but not everything could be.");
    }

    @Test
    void aTableOfHardlyAnyRowsIsSaidToBeOne() {
        Findings findings =
                new Findings(Question.NONE, new Findings.Sizes(10_000, 0, 1), List.of(VALID), List.of(), List.of());
        assertThat(Verdict.of(Card.of(ScoreLine.of(findings), ""), findings.rows(), false)
                        .text())
                .contains("so few rows (1) that hardly anything can be told");
    }

    @Test
    void aSentenceIsWrittenForEveryLevelOfEveryMeasureThatIsKnown() {
        for (String name :
                List.of("values", "columns", "pairs", "detection", "copies", "copy-check", "membership", "new")) {
            for (double value : new double[] {Double.NaN, 0.1, 0.5, 0.97, 1}) {
                Finding finding = Judgements.finding(name, name, Aspect.ALIKE, value, 0.9);
                assertThat(verdict(5_000, finding).sentences())
                        .allSatisfy(
                                sentence -> assertThat(sentence).endsWith(".").doesNotContain("{", "null"));
            }
        }
    }
}
