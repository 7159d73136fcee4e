package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Against mice 3.15.0 in R, by {@code reference/conditional_linear.R}. */
class LinearMethodsTest {
    private static final Reference DATA = Reference.read("linear/data.csv");
    private static final Field Y = Field.of("y", Kind.DECIMAL);
    private static final Predictors X = Predictors.of(Table.of(
            Schema.of(Field.of("x1", Kind.DECIMAL), Field.of("x2", Kind.DECIMAL), Field.of("g", Kind.CATEGORY)),
            List.of(DATA.numberColumn("x1"), DATA.numberColumn("x2"), DATA.labelColumn("g"))));
    private static final Given GIVEN = Given.of(X, Y, DATA.numberColumn("y"));

    @Test
    void coefficientsErrorsAndDeviationAreThoseOfLm() {
        int[] rows = GIVEN.observed();
        LeastSquares fit =
                LeastSquares.fit(Moments.screened(GIVEN, rows, GIVEN.numbers(rows)), false, Given.Events.NONE);

        Reference expected = Reference.read("linear/coefficients.csv");
        double[] beta = fit.design().inUnits(fit.beta());
        double[] estimates = expected.numbers("estimate");
        for (int j = 0; j < beta.length; j++) {
            assertThat(beta[j]).isCloseTo(estimates[j], within(1e-9));
        }
        assertThat(fit.deviation()).isCloseTo(expected.numbers("sigma")[0], within(1e-9));
        double errorOfC = fit.deviation() * Math.sqrt(fit.root().inverse()[4][4]);
        assertThat(errorOfC).isCloseTo(expected.numbers("error")[4], within(1e-9));
    }

    @Test
    @DisplayName("norm.predict: the values of mice")
    void predictions() {
        Reference expected = Reference.read("linear/predicted.csv");
        NumberColumn drawn =
                (NumberColumn) new NormPredict().fit(GIVEN, Run.of(1)).draw(X, Rng.of(1));

        double[] rows = expected.numbers("row");
        double[] values = expected.numbers("predicted");
        for (int i = 0; i < rows.length; i++) {
            assertThat(drawn.get((int) rows[i] - 1)).isCloseTo(values[i], within(1e-9));
        }
    }

    @Test
    @DisplayName("REMOVE-LINDEP-001: constant, copied and made-up predictors go, also with correlation -1")
    void screen() {
        int n = 50;
        Rng rng = Rng.of(3);
        double[][] x = new double[6][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[0][i] = rng.nextGaussian();
            x[1][i] = rng.nextGaussian() * 1e-6;
            x[2][i] = x[0][i] + 1e6 * x[1][i];
            x[3][i] = 7;
            y[i] = x[0][i] + x[1][i] * 1e6 + rng.nextGaussian();
            x[4][i] = -2 * y[i];
            x[5][i] = rng.nextGaussian();
        }
        List<String> said = new ArrayList<>();
        Given given = new Given(
                Predictors.of(Table.of(
                        Schema.of(IntStream.range(0, 6)
                                .mapToObj(j -> Field.of("x" + j, Kind.DECIMAL))
                                .toArray(Field[]::new)),
                        IntStream.range(0, 6)
                                .mapToObj(j -> NumberColumn.of(x[j]))
                                .toList())),
                Y,
                NumberColumn.of(y),
                false,
                said::add);

        Moments left = Moments.screened(given, given.observed(), y);

        assertThat(left.design().terms().stream().map(Design.Term::place)).containsExactly(1, 2, -1, -1, -1, 3);
        assertThat(said).containsExactly("like the target: without x4", "made up of others: without x2");
    }

    @ParameterizedTest
    @CsvSource({"norm", "norm.nob", "norm.boot", "norm.predict", "mean"})
    void copesWithLittle(String method) {
        Conditional conditional = Conditionals.ALL.find(method).make(Map.of());
        for (int observed = 0; observed <= 3; observed++) {
            double[] y = {1, 2, 4, 8, 16, 32};
            for (int i = observed; i < y.length; i++) {
                y[i] = Double.NaN;
            }
            Predictors x = Predictors.of(Table.of(
                    "a:decimal, b:decimal, c:category",
                    1,
                    2,
                    "u",
                    2,
                    2,
                    "v",
                    5,
                    1,
                    "w",
                    4,
                    0,
                    "u",
                    1,
                    1,
                    "v",
                    9,
                    9,
                    "x"));

            NumberColumn drawn = (NumberColumn) conditional
                    .fit(Given.of(x, Y, NumberColumn.of(y)), Run.of(1))
                    .draw(x, Rng.of(1));

            assertThat(drawn.size()).isEqualTo(6);
            for (int i = 0; i < 6; i++) {
                assertThat(drawn.get(i)).as(method + " of " + observed).isFinite();
            }
        }
    }
}
