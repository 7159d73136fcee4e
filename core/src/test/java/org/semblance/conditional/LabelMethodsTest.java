package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Against R (mice 3.15.0, nnet, MASS), by {@code reference/conditional_labels.R}. */
class LabelMethodsTest {
    private static final Reference DATA = Reference.read("labels/data.csv");
    private static final Predictors X = Predictors.of(Table.of(
            Schema.of(Field.of("x1", Kind.DECIMAL), Field.of("x2", Kind.DECIMAL), Field.of("g", Kind.CATEGORY)),
            List.of(DATA.numberColumn("x1"), DATA.numberColumn("x2"), DATA.labelColumn("g"))));

    private static Given given(String target) {
        return new Given(
                X, Field.of(target, Kind.CATEGORY), DATA.labelColumn(target), target.equals("four"), Given.Events.NONE);
    }

    @Test
    @DisplayName("logreg: coefficients and errors of R's glm on augmented rows")
    void logistic() {
        Given given = given("two");
        int[] rows = given.observed();
        Classes classes = Classes.of(given, rows);
        Design design = Moments.screened(given, rows, classes.numbers()).design();

        Logit fit = Logit.fit(Observations.augmented(design, X, rows, classes, true, Given.Events.NONE));

        Reference expected = Reference.read("labels/logreg-beta.csv");
        double[] beta = design.inUnits(fit.beta());
        for (int j = 0; j < beta.length; j++) {
            assertThat(beta[j]).isCloseTo(expected.numbers("beta")[j], within(1e-6));
        }
        double[][] covariance = fit.root().inverse();
        // R's glm takes its weights from the step before the last.
        assertThat(Math.sqrt(covariance[3][3])).isCloseTo(expected.numbers("error")[3], within(1e-5));
        assertThat(Math.sqrt(covariance[4][4])).isCloseTo(expected.numbers("error")[4], within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"polyreg, three, 1e-4", "polr, four, 1e-4", "lda, three, 1e-8"})
    @DisplayName("chances of every label as R's")
    void chances(String method, String target, double tolerance) {
        ClassDrawer drawer = (ClassDrawer) Conditionals.ALL.find(method).make().fit(given(target), Run.of(1));

        Reference expected = Reference.read("labels/" + method + ".csv");
        double[] rows = expected.numbers("row");
        double[] chances = new double[drawer.codes().length];
        Design.Entries entries = drawer.design().entries(X);
        for (int i = 0; i < rows.length; i++) {
            entries.row((int) rows[i] - 1);
            drawer.chances(entries, chances);
            for (int k = 0; k < chances.length; k++) {
                String label = drawer.labels().get(drawer.codes()[k]);
                assertThat(chances[k]).isCloseTo(expected.numbers(label)[i], within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"logreg, two", "logreg.boot, two", "polyreg, three", "polr, four", "lda, three"})
    void drawsComeAsOftenAsTheirChances(String method, String target) {
        Conditional.Drawer drawer = Conditionals.ALL.find(method).make().fit(given(target), Run.of(1));
        Predictors one = X.take(IntStream.generate(() -> 5).limit(4000).toArray());
        CodeColumn drawn = (CodeColumn) drawer.draw(one, Rng.of(7));
        ClassDrawer model = (ClassDrawer) drawer;
        double[] chances = new double[model.codes().length];
        Design.Entries entries = model.design().entries(X);
        entries.row(5);
        model.chances(entries, chances);

        for (int k = 0; k < chances.length; k++) {
            int code = model.codes()[k];
            double share =
                    IntStream.range(0, 4000).filter(i -> drawn.code(i) == code).count() / 4000.0;
            // Off by 5 deviations with probability 6e-7 each.
            assertThat(share).isCloseTo(chances[k], within(5 * Math.sqrt(chances[k] * (1 - chances[k]) / 4000)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logreg", "polyreg", "polr", "lda"})
    void aPerfectPredictorDoesNotHarm(String method) {
        Object[] cells = new Object[3 * 40];
        for (int i = 0; i < 40; i++) {
            cells[3 * i] = i * .1 + (i < 20 ? 0 : .5);
            cells[3 * i + 1] = (i * 7) % 11;
            cells[3 * i + 2] = i < 20 ? "a" : "b";
        }
        Table table = Table.of("x:decimal, z:whole, y:category", cells);
        Given given = new Given(
                Predictors.of(table.select(new int[] {0, 1})),
                table.schema().field(2),
                table.column(2),
                true,
                Given.Events.NONE);

        CodeColumn drawn = (CodeColumn)
                Conditionals.ALL.find(method).make().fit(given, Run.of(1)).draw(given.x(), Rng.of(1));

        long right = IntStream.range(0, 40)
                .filter(i -> drawn.code(i) == table.codes(2).code(i))
                .count();
        assertThat(right).isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logreg", "logreg.boot", "polyreg", "polr", "lda"})
    void copesWithLittle(String method) {
        for (int observed = 0; observed <= 3; observed++) {
            String[] y = {"a", "b", "a", "b"};
            for (int i = observed; i < y.length; i++) {
                y[i] = null;
            }
            List<String> said = new ArrayList<>();
            Predictors x = Predictors.of(Table.of("x:decimal, c:category", 1, "u", 2, "u", 3, "v", 4, "w"));
            Given given = new Given(x, Field.of("y", Kind.CATEGORY), CodeColumn.of(y), true, said::add);

            CodeColumn drawn = (CodeColumn)
                    Conditionals.ALL.find(method).make().fit(given, Run.of(1)).draw(x, Rng.of(1));

            assertThat(drawn.missingCount()).isEqualTo(observed == 0 ? 4 : 0);
            if (observed < 2) {
                assertThat(said)
                        .as(method + " of " + observed)
                        .anyMatch(words -> words.contains("fewer than two labels"));
            }
        }
    }

    @Test
    void methodsRefuseWhatTheyAreNotFor() {
        assertThatThrownBy(() -> Conditionals.ALL.find("logreg").make().fit(given("three"), Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("3 labels");
        Given unordered = Given.of(X, Field.of("three", Kind.CATEGORY), DATA.labelColumn("three"));
        assertThatThrownBy(() -> Conditionals.ALL.find("polr").make().fit(unordered, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("order");
        Given numbers = Given.of(X, Field.of("x1", Kind.DECIMAL), DATA.numberColumn("x1"));
        assertThatThrownBy(() -> Conditionals.ALL.find("lda").make().fit(numbers, Run.of(1)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Conditionals.ALL.find("norm").make().fit(given("two"), Run.of(1)))
                .isInstanceOf(ProblemException.class);
    }
}
