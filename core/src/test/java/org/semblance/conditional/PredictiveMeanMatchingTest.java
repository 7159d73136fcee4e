package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.math.SampleTest;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Against mice 3.15.0 in R, by {@code reference/conditional_matching.R}. */
class PredictiveMeanMatchingTest {
    private static final Reference DATA = Reference.read("linear/data.csv");
    private static final Table NUMBERS = Table.of(
            Schema.of(Field.of("x1", Kind.DECIMAL), Field.of("x2", Kind.DECIMAL)),
            List.of(DATA.numberColumn("x1"), DATA.numberColumn("x2")));
    private static final Predictors X = Predictors.of(Table.of(
            Schema.of(Field.of("x1", Kind.DECIMAL), Field.of("x2", Kind.DECIMAL), Field.of("g", Kind.CATEGORY)),
            List.of(DATA.numberColumn("x1"), DATA.numberColumn("x2"), DATA.labelColumn("g"))));
    private static final Given GIVEN = Given.of(X, Field.of("y", Kind.DECIMAL), DATA.numberColumn("y"));

    @Test
    @DisplayName("MATCHINDEX-001: the nearest donor, ties to the right")
    void nearest() {
        Donors donors = Donors.of(new double[] {-5, 5, 0, 10, 12}, Rng.of(1));
        double[] targets = {-6, -4, 0, 2, 4, -2, 6};

        assertThat(Arrays.stream(targets)
                        .mapToInt(t -> donors.draw(t, 1, -1, Rng.of(1)) + 1)
                        .toArray())
                .containsExactly(1, 1, 3, 3, 2, 3, 2);
        assertThat(donors.nearest(0, 1, 2) + 1).as("not itself").isEqualTo(2);
        assertThat(donors.nearest(0, 4, -1) + 1).isEqualTo(4);
    }

    @Test
    void labelsAreScoredAsByCanonicalCorrelation() {
        int[] rows = IntStream.range(0, NUMBERS.rows()).toArray();
        Predictors x = Predictors.of(NUMBERS);
        CodeColumn g = DATA.labelColumn("g");
        Moments moments = Moments.of(Design.of(x, rows), x, rows, new double[rows.length], new double[0]);

        double[] scores = LabelScores.of(moments, g.toArray(), 3);

        double[] expected = Reference.read("matching/scores.csv").numbers("score");
        double sign = Math.signum(scores[0] * expected[0]);
        for (int k = 0; k < 3; k++) {
            assertThat(sign * scores[k]).isCloseTo(expected[k], within(1e-6));
        }
    }

    /** A right method fails this with probability .001 each; the seed is fixed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    @DisplayName("draws as those of mice, by match type")
    void draws(int type) {
        int first = IntStream.range(0, X.rows())
                .filter(i -> GIVEN.y().isMissing(i))
                .findFirst()
                .orElseThrow();
        Predictors row = X.take(new int[] {first});
        Conditional pmm = PredictiveMeanMatching.PLUGIN.make(Map.of("match-type", type));
        double[] drawn = new double[2000];
        for (int i = 0; i < drawn.length; i++) {
            Run run = Run.of(i);
            drawn[i] = ((NumberColumn) pmm.fit(GIVEN, run).draw(row, run.rng().child("draw"))).get(0);
        }

        double[] theirs = Reference.read("matching/pmm.csv").numbers("type" + type);
        Arrays.sort(drawn);
        Arrays.sort(theirs);
        assertThat(SampleTest.kolmogorovSmirnov(drawn, theirs).p()).isGreaterThan(.001);
    }

    @Test
    void aRowIsNeverItsOwnDonorUnlessAsked() {
        int[] observed = GIVEN.observed();
        Predictors themselves = new Predictors(
                        X.table(), X.roles(), IntStream.range(0, X.rows()).toArray())
                .take(observed);
        NumberColumn y = (NumberColumn) GIVEN.y();

        NumberColumn drawn = (NumberColumn) PredictiveMeanMatching.PLUGIN
                .make(Map.of("donors", 1, "match-type", 0))
                .fit(GIVEN, Run.of(1))
                .draw(themselves, Rng.of(1));
        NumberColumn own = (NumberColumn) PredictiveMeanMatching.PLUGIN
                .make(Map.of("donors", 1, "match-type", 0, "self", true))
                .fit(GIVEN, Run.of(1))
                .draw(themselves, Rng.of(1));

        long copied = IntStream.range(0, observed.length)
                .filter(i -> own.get(i) == y.get(observed[i]))
                .count();
        long chance = IntStream.range(0, observed.length)
                .filter(i -> drawn.get(i) == y.get(observed[i]))
                .count();
        assertThat(copied).isEqualTo(observed.length);
        assertThat(chance).isLessThan(5);
    }

    @Test
    @DisplayName("PMM-EXCLUDE, PMM-TRIM: values and rare labels that are no donors")
    void someValuesAreNotGivenAway() {
        Given given = Given.of(
                Predictors.of(Table.of("x:decimal", 1, 2, 3, 4, 5, 6)),
                Field.of("g", Kind.CATEGORY),
                CodeColumn.of("a", "a", "b", "c", "c", null));
        Conditional pmm = PredictiveMeanMatching.PLUGIN.make(Map.of("trim", 2, "exclude", List.of("c")));

        CodeColumn drawn = (CodeColumn) pmm.fit(given, Run.of(1)).draw(given.x(), Rng.of(1));

        assertThat(IntStream.range(0, 6).mapToObj(drawn::get)).containsOnly("a");
    }

    @Test
    void withoutDonors() {
        NumberColumn none = NumberColumn.of(
                IntStream.range(0, X.rows()).mapToDouble(i -> Double.NaN).toArray());
        List<String> said = new ArrayList<>();
        Given nothing = new Given(X, Field.of("y", Kind.DECIMAL), none, false, said::add);

        assertThat(PredictiveMeanMatching.PLUGIN
                        .make()
                        .fit(nothing, Run.of(1))
                        .draw(X, Rng.of(1))
                        .missingCount())
                .isZero();
        assertThat(said).hasSize(1).allMatch(words -> words.contains("no value is observed"));

        Conditional all = PredictiveMeanMatching.PLUGIN.make(Map.of("trim", 1_000_000));
        Given labels = Given.of(X, Field.of("g", Kind.CATEGORY), DATA.labelColumn("g"));
        assertThatThrownBy(() -> all.fit(labels, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("given away");
    }
}
