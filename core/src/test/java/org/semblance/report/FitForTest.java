package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.About.Aspect;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Question;
import org.semblance.report.FitFor.Answer;
import org.semblance.report.FitFor.Use;

class FitForTest {
    private static Map<Use, FitFor> judged(List<Finding> list, long holdout, boolean guaranteed) {
        Findings findings =
                new Findings(Question.NONE, new Findings.Sizes(10_000, holdout, 10_000), list, List.of(), List.of());
        return FitFor.of(ScoreLine.of(findings), findings.rows(), guaranteed).stream()
                .collect(Collectors.toMap(FitFor::use, fit -> fit));
    }

    private static List<Finding> good(double fresh) {
        List<Finding> list = new ArrayList<>();
        list.add(Judgements.finding("structure", "structure", Aspect.VALID, 1, fresh));
        list.add(Judgements.finding("values", "validity", Aspect.VALID, 1, fresh));
        list.add(Judgements.finding("columns", "column-shapes", Aspect.ALIKE, 0.99, fresh));
        list.add(Judgements.finding("pairs", "pair-trends", Aspect.ALIKE, 0.98, fresh));
        list.add(Judgements.finding("detection", "detection", Aspect.ALIKE, 0.5, Double.isNaN(fresh) ? fresh : 0.5));
        list.add(Judgements.finding("copies", "exact-copies", Aspect.PRIVATE, 0, Double.isNaN(fresh) ? fresh : 0));
        return list;
    }

    private static Finding attack(String name, double value, double fresh) {
        return Judgements.finding(name, name, Aspect.PRIVATE, value, fresh);
    }

    @Test
    void whatWasNotMeasuredIsNeverAYes() {
        Map<Use, FitFor> nothing = judged(List.of(), 0, false);
        assertThat(nothing.values()).allSatisfy(fit -> assertThat(fit.answer()).isEqualTo(Answer.NOT_SHOWN));
        Map<Use, FitFor> alone = judged(good(Double.NaN), 0, false);
        assertThat(alone.get(Use.TRY_OUT).answer()).isEqualTo(Answer.YES);
        assertThat(alone.get(Use.EXPLORATION).answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(alone.get(Use.TEAM).answer()).isEqualTo(Answer.NOT_SHOWN);
        assertThat(alone.get(Use.MODELS).reason()).isEqualTo("not measured: Prediction");
    }

    @Test
    void publishingTakesAnAttackAndWithoutAGuaranteeCare() {
        List<Finding> list = new ArrayList<>(good(0.99));
        list.add(attack("copy-check", 0.5, 0.5));
        assertThat(judged(list, 5_000, false).get(Use.TEAM).answer()).isEqualTo(Answer.YES);
        assertThat(judged(list, 5_000, true).get(Use.PUBLIC).answer()).isEqualTo(Answer.NOT_SHOWN);
        list.add(attack("membership", 0.5, 0.5));
        assertThat(judged(list, 5_000, false).get(Use.PUBLIC).answer()).isEqualTo(Answer.WITH_CARE);
        assertThat(judged(list, 5_000, true).get(Use.PUBLIC).answer()).isEqualTo(Answer.YES);
        assertThat(judged(list, 5_000, true).get(Use.PUBLIC).reason())
                .isEqualTo("Nothing found by: Copies of real rows; Attack: membership");
        assertThat(judged(list, 5_000, true).get(Use.TEAM).reason())
                .isEqualTo("Within the limits: Copies of real rows; Copy check by distance; Attack: membership");
        list.add(attack("linkability", 0.5, 0));
        assertThat(judged(list, 5_000, true).get(Use.PUBLIC).answer()).isEqualTo(Answer.NO);
        assertThat(judged(list, 5_000, true).get(Use.PUBLIC).reason())
                .isEqualTo(
                        "Attack: linking two sources: finds out far more than of people never seen (50.0 %; fresh real rows 0.0 %)");
    }

    @Test
    void fewRowsShowNothing() {
        Findings few = new Findings(Question.NONE, new Findings.Sizes(1_000, 500, 1), good(0.99), List.of(), List.of());
        assertThat(FitFor.of(ScoreLine.of(few), few.rows(), false))
                .allSatisfy(fit -> assertThat(fit.answer()).isLessThan(Answer.WITH_CARE));
    }

    @Test
    void aReservationIsNamedInTheAnswer() {
        List<Finding> list = new ArrayList<>(good(0.99));
        list.removeIf(finding -> finding.name().equals("columns"));
        list.add(Judgements.finding("columns", "column-shapes", Aspect.ALIKE, 0.95, 0.99));
        FitFor fit = judged(list, 5_000, false).get(Use.TRY_OUT);
        assertThat(fit.answer()).isEqualTo(Answer.YES);
        assertThat(fit.reason()).contains("0.950; fresh real rows 0.990");
    }

    @Test
    void aUseIsNeverBetterThanTheOneItBuildsOn() {
        List<Finding> copied = new ArrayList<>(good(0.99));
        copied.removeIf(finding -> finding.name().equals("copies"));
        copied.add(Judgements.finding("copies", "exact-copies", Aspect.PRIVATE, 1, 0));
        copied.add(attack("membership", 0.5, 0.5));
        Map<Use, FitFor> uses = judged(copied, 5_000, true);
        // Copied people are worth no use: every one is refused, not most of them.
        assertThat(uses.values()).noneMatch(fit -> fit.answer() == Answer.YES);
        assertThat(List.of(Use.TEAM, Use.PARTNER, Use.PUBLIC))
                .allSatisfy(use -> assertThat(uses.get(use).answer()).isEqualTo(Answer.NO));
        assertThat(uses.get(Use.PUBLIC).reason())
                .isEqualTo("Copies of real rows: far more than fresh data (100.0 %; fresh real rows 0.0 %)");
        assertThat(uses.get(Use.TEACHING).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void everyUseHasThresholdsThatGrow() {
        for (Use use : Use.values()) {
            assertThat(Threshold.TABLE).anyMatch(threshold -> threshold.use() == use);
        }
        assertThat(Threshold.TABLE)
                .allSatisfy(threshold -> assertThat(threshold.yes()).isLessThan(threshold.care()));
    }
}
