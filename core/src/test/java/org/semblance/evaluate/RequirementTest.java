package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What {@code --require} accepts, keeps and refuses. */
class RequirementTest {
    private static final Findings FINDINGS = new Findings(
            Question.NONE,
            new Findings.Sizes(1, 1, 1),
            List.of(
                    finding("columns", About.Aspect.ALIKE, 0.95, Map.of("age", 0.9, "hours.per.week", 0.99)),
                    finding("membership", About.Aspect.PRIVATE, 0.53, Map.of()),
                    finding("lost", About.Aspect.USEFUL, Double.NaN, Map.of())),
            List.of("prediction: not asked for"),
            List.of());

    private static Finding finding(String name, About.Aspect aspect, double value, Map<String, Double> parts) {
        About about = new About(aspect, About.Better.HIGHER, "d", "s");
        return new Finding(name, about, new Score(name, value, parts), null);
    }

    @ParameterizedTest
    @CsvSource({
        "columns.min=0.9, true",
        "columns.min=0.95, true",
        "columns.min=0.96, false",
        "alike.columns.max=1, true",
        "privacy.membership.max=0.55, true",
        "private.membership.max=0.5, false",
        "membership.min=.5, true",
        "columns.age.min=0.95, false",
        "columns.hours.per.week.min=0.95, true",
        "columns.worst.min=0.91, false",
        "columns.worst.max=0.98, false",
        "lost.min=0, false",
        "prediction.min=0, false",
        "useful.prediction.trained on real.min=0, false"
    })
    void boundsAreKeptOrNot(String text, boolean met) {
        assertThat(Requirement.parse(text).check(FINDINGS).met()).isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(strings = {"columns", "columns=0.9", "columns.min", "columns.min=", "columns.min=NaN", ".min=1", "=1"})
    void whatIsNoRequirementIsRefused(String text) {
        assertThatThrownBy(() -> Requirement.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(text);
    }

    @Test
    void unknownMeasuresAndPartsAreGuessed() {
        assertThatThrownBy(() -> Requirement.parse("alike.colums.min=1").check(FINDINGS))
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> Requirement.parse("columns.agee.min=1").check(FINDINGS))
                .hasMessageContaining("age");
    }

    @Test
    void whatNoEvaluationMeasuresIsKnownBeforeIt() {
        assertThat(Requirement.parse("privacy.exact-copies.max=0").checkAgainst(Measures.DEFAULT))
                .isNotNull();
        for (String wrong : List.of("alike.copies.max=0", "colums.min=1", "privacy.min=1")) {
            assertThatThrownBy(() -> Requirement.parse(wrong).checkAgainst(Measures.DEFAULT))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void whatTheTableHasNotIsKnownBeforeTheWork() {
        Schema real = Table.of("age:whole, hours.per.week:whole, sex:category").schema();
        for (String right : List.of(
                "columns.age.min=0.5",
                "columns.hours.per.week.min=0.5",
                "columns.worst.min=0.5",
                "columns.min=0.5",
                "alike.pairs.age x sex.min=0.5",
                "triples.pairs.min=0.5",
                "prediction.trained on real.min=0.5")) {
            assertThat(Requirement.parse(right).checkAgainst(Measures.DEFAULT, real))
                    .isNotNull();
        }
        for (String wrong :
                List.of("columns.agee.min=0.9", "values.Age.min=0.9", "pairs.age.min=1", "effects.x.min=1")) {
            assertThatThrownBy(() -> Requirement.parse(wrong).checkAgainst(Measures.DEFAULT, real))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("has no part")
                    .extracting(problem -> ((ProblemException) problem).kind())
                    .isEqualTo(ProblemException.Kind.DATA);
        }
    }

    @Test
    void saysWhatWasMissed() {
        assertThat(Requirement.parse("columns.min=0.96").check(FINDINGS).line())
                .isEqualTo("missed  columns must be at least 0.96, and it is 0.95");
        assertThat(Requirement.parse("lost.min=0").check(FINDINGS).line()).contains("could not be measured");
    }
}
