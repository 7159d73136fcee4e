package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Score;

class ReadingsTest {
    private static Reading reading(String metric, About.Aspect aspect, Score score, double fresh) {
        About about = new About(aspect, About.Better.LOWER, "", "");
        Score beside = Double.isNaN(fresh) ? null : new Score(metric, fresh, Map.of());
        Finding finding = new Finding(metric, about, score, beside);
        Findings all = new Findings(
                Question.NONE, new Findings.Sizes(9_000, 3_000, 9_000), List.of(finding), List.of(), List.of());
        return ScoreLine.of(all).get(0).reading();
    }

    private static Reading risk(double value, double low, double high) {
        Score score = new Score("linkability", value, Map.of()).interval(new Interval(low, high));
        return reading("linkability", About.Aspect.PRIVATE, score, 0);
    }

    @Test
    void likenessIsReadAgainstFreshRows() {
        assertThat(Readings.likeness(0.95, 0.955, 10_000).words()).isEqualTo("as close as fresh data");
        assertThat(Readings.likeness(0.95, 0.99, 10_000).level()).isEqualTo(Level.SLIGHT);
        // The same difference is chance among few rows.
        assertThat(Readings.likeness(0.95, 0.99, 50).level()).isEqualTo(Level.GOOD);
        assertThat(Readings.likeness(0.99, Double.NaN, 50).gap()).isNaN();
    }

    @Test
    void oneBrokenColumnIsSeenThroughTheMean() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int k = 0; k < 40; k++) {
            parts.put("c" + k, k == 7 ? 0.3 : 0.99);
        }
        Score score = Score.mean("column-shapes", parts);
        parts.replaceAll((name, value) -> 0.99);
        About about = new About(About.Aspect.ALIKE, About.Better.HIGHER, "", "");
        Finding finding = new Finding("columns", about, score, Score.mean("column-shapes", parts));
        Findings all = new Findings(
                Question.NONE, new Findings.Sizes(9_000, 3_000, 9_000), List.of(finding), List.of(), List.of());
        ScoreLine line = ScoreLine.of(all).get(0);
        assertThat(line.reading().level()).isEqualTo(Level.SEVERE);
        assertThat(line.reading().words()).isEqualTo("very close, but one is far off");
        assertThat(line.parts().get(0).name()).isEqualTo("c7");
    }

    @Test
    void foreignKeysAreReadBesideThoseOfTheRealDatabase() {
        Score some = new Score("referential-integrity", 0.97, Map.of()).interval(new Interval(0.96, 0.98));
        assertThat(reading("referential-integrity", About.Aspect.VALID, some, 0.971)
                        .words())
                .isEqualTo("as broken as in the real database");
        assertThat(reading("referential-integrity", About.Aspect.VALID, some, 0.999)
                        .level())
                .isEqualTo(Level.CLEAR);
        // Where no real one is broken, chance is no excuse.
        Score few = new Score("referential-integrity", 0.9976, Map.of()).interval(new Interval(0.99, 1));
        assertThat(reading("referential-integrity", About.Aspect.VALID, few, 1).level())
                .isEqualTo(Level.SLIGHT);
        Score orphans = new Score("orphans", 0.03, Map.of()).interval(new Interval(0.02, 0.04));
        assertThat(reading("orphans", About.Aspect.VALID, orphans, 0.031).level())
                .isEqualTo(Level.GOOD);
        assertThat(reading("orphans", About.Aspect.VALID, orphans, 0).level()).isEqualTo(Level.SEVERE);
        assertThat(reading("orphans", About.Aspect.VALID, new Score("orphans", 0, Map.of()), 0.031)
                        .words())
                .isEqualTo("none");
    }

    @Test
    void belowACoinRowsAreCopies() {
        assertThat(Readings.detection(0.38, 0.5, 5_000).words())
                .contains("nearer to the rows learnt from than chance allows");
        assertThat(Readings.detection(0.5, 0.5, 5_000).level()).isEqualTo(Level.GOOD);
        assertThat(Readings.detection(0.95, 0.5, 5_000).level()).isEqualTo(Level.SEVERE);
    }

    @Test
    void anAttackIsFoundOnlyBeyondItsInterval() {
        assertThat(risk(0.2, 0.1, 0.3).level()).isEqualTo(Level.CLEAR);
        assertThat(risk(0.04, 0, 0.09).level()).isEqualTo(Level.GOOD);
        Score asFresh = new Score("linkability", 0.12, Map.of()).interval(new Interval(0.03, 0.22));
        assertThat(reading("linkability", About.Aspect.PRIVATE, asFresh, 0.1).level())
                .isEqualTo(Level.GOOD);
        Reading unsure = risk(0.1, 0, 0.35);
        assertThat(unsure.level()).isEqualTo(Level.UNKNOWN);
        assertThat(unsure.words()).contains("up to 35.0 % cannot be excluded");
        Score member = new Score("membership", 0.9, Map.of()).interval(new Interval(0.88, 0.92));
        assertThat(reading("membership", About.Aspect.PRIVATE, member, 0.5).level())
                .isEqualTo(Level.SEVERE);
    }

    @Test
    void copiesAreThoseBeyondFreshRowsAndChance() {
        assertThat(PrivacyReadings.copies(0.014, 0.012, 10_000, 2_500).level()).isEqualTo(Level.GOOD);
        assertThat(PrivacyReadings.copies(0.5, 0.012, 10_000, 2_500).level()).isEqualTo(Level.SEVERE);
        assertThat(PrivacyReadings.copies(0, Double.NaN, 10_000, 0).level()).isEqualTo(Level.GOOD);
        assertThat(PrivacyReadings.copies(0.5, Double.NaN, 10_000, 0).level()).isEqualTo(Level.UNKNOWN);
        assertThat(PrivacyReadings.closeness(0.51, 0.5, 5_000).level()).isEqualTo(Level.GOOD);
        assertThat(PrivacyReadings.closeness(0.8, 0.5, 5_000).level()).isEqualTo(Level.SEVERE);
    }

    @Test
    void whatIsNotKnownIsReadByItsDirection() {
        Score score = new Score("new-metric", 0.3, Map.of());
        assertThat(reading("new-metric", About.Aspect.ALIKE, score, 0.1).level())
                .isEqualTo(Level.SEVERE);
        assertThat(reading("new-metric", About.Aspect.ALIKE, score, 0.4).level())
                .isEqualTo(Level.GOOD);
        assertThat(reading("new-metric", About.Aspect.ALIKE, score, Double.NaN).level())
                .isEqualTo(Level.UNKNOWN);
        Score wide = score.interval(new Interval(0, 0.6));
        assertThat(reading("new-metric", About.Aspect.ALIKE, wide, 0.1).level()).isEqualTo(Level.GOOD);
        assertThat(reading("new-metric", About.Aspect.ALIKE, Score.none("new-metric", "Why."), 0.1)
                        .words())
                .isEqualTo("Why.");
    }

    @Test
    void withoutAnIntervalRowsSayWhatChanceMakes() {
        Score score = new Score("new-metric", 0.13, Map.of());
        // 9,000 and 3,000 rows: 0.026 is chance. Of 200 rows held back 0.1 is, and nothing is called good.
        assertThat(any(score, 0.1, 3_000).level()).isEqualTo(Level.GOOD);
        assertThat(any(score, 0.02, 3_000).level()).isEqualTo(Level.CLEAR);
        assertThat(any(score, 0.12, 200).level()).isEqualTo(Level.UNKNOWN);
        assertThat(any(score, 0.12, 200).words()).contains("cannot be excluded");
        assertThat(any(new Score("new-metric", 0.9, Map.of()), 0.1, 200).level())
                .isEqualTo(Level.SEVERE);
        // Of what is no share there is no telling.
        assertThat(any(new Score("new-metric", 7, Map.of()), 3, 3_000).level()).isEqualTo(Level.UNKNOWN);
        Score known = new Score("new-metric", 7, Map.of()).interval(new Interval(6.5, 7.5));
        assertThat(any(known, 3, 3_000).level()).isEqualTo(Level.SEVERE);
    }

    private static Reading any(Score score, double fresh, long held) {
        About about = new About(About.Aspect.ALIKE, About.Better.LOWER, "", "");
        Finding finding = new Finding("new-metric", about, score, new Score("new-metric", fresh, Map.of()));
        return Readings.any(finding, fresh, new Findings.Sizes(9_000, held, 9_000));
    }

    /** Ten rows held back say nothing of the mean, but enough of a column that is all wrong. */
    @Test
    void aBrokenColumnIsSeenWhereTheMeanIsNotKnown() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int k = 0; k < 40; k++) {
            parts.put("c" + k, k == 7 ? 0.01 : 0.99);
        }
        Score score = Score.mean("column-shapes", parts);
        parts.replaceAll((name, value) -> 0.99);
        About about = new About(About.Aspect.ALIKE, About.Better.HIGHER, "", "");
        Finding finding = new Finding("columns", about, score, Score.mean("column-shapes", parts));
        Findings all = new Findings(
                Question.NONE, new Findings.Sizes(9_000, 12, 9_000), List.of(finding), List.of(), List.of());
        assertThat(Readings.likeness(score.value(), 0.99, 12).level()).isEqualTo(Level.UNKNOWN);
        assertThat(ScoreLine.of(all).get(0).reading().level()).isEqualTo(Level.SEVERE);
        Finding fine = new Finding("columns", about, Score.mean("column-shapes", parts), finding.fresh());
        Findings good =
                new Findings(Question.NONE, new Findings.Sizes(9_000, 12, 9_000), List.of(fine), List.of(), List.of());
        assertThat(ScoreLine.of(good).get(0).reading().level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void everyScaleGrows() {
        for (Scale scale : List.of(
                Scale.LIKENESS,
                Scale.LIKENESS_ALONE,
                Scale.COLUMN,
                Scale.PAIR,
                Scale.DETECTION,
                Scale.USEFULNESS,
                Scale.CLOSENESS,
                Scale.ATTACK,
                Scale.RISK,
                Scale.COPIES,
                Scale.RULE,
                Scale.OVERLAP,
                Scale.PROPENSITY,
                Scale.GAPS,
                Scale.IMPORTANCE,
                Scale.ANY)) {
            for (int k = 1; k < scale.steps().size(); k++) {
                assertThat(scale.steps().get(k).atMost())
                        .isGreaterThan(scale.steps().get(k - 1).atMost());
                assertThat(scale.steps().get(k).level())
                        .isGreaterThanOrEqualTo(scale.steps().get(k - 1).level());
            }
        }
    }

    /** One synthetic row beside one fresh one scores as that does, and says nothing of the others. */
    @Test
    void tooFewRowsAreNotGood() {
        List<Reading> few = List.of(
                Readings.likeness(0.5, 0.5, 1),
                Readings.detection(0.5, 0.5, 10),
                PrivacyReadings.closeness(0.5, 0.5, 10),
                Readings.usefulness(0.8, 0.8, 50, Double.NaN));
        assertThat(few).extracting(Reading::level).containsOnly(Level.UNKNOWN);
        assertThat(few).extracting(Reading::words).allMatch(words -> words.contains("so few rows"));
        assertThat(Readings.likeness(0.1, 0.9, 10).level()).isEqualTo(Level.SEVERE);
    }

    @Test
    void usefulnessKnowsHowWellItIsKnown() {
        assertThat(Readings.usefulness(-3, 0.9, 10_000, 0.01).level()).isEqualTo(Level.SEVERE);
        assertThat(Readings.usefulness(0.85, 0.90, 10_000, 0.01).level()).isEqualTo(Level.SLIGHT);
        // What the interval of the difference allows for is no difference, and where it is wide nothing is shown.
        assertThat(Readings.usefulness(0.85, 0.90, 10_000, 0.06).level()).isEqualTo(Level.GOOD);
        assertThat(Readings.usefulness(0.85, 0.90, 10_000, 0.3).level()).isEqualTo(Level.UNKNOWN);
    }
}
