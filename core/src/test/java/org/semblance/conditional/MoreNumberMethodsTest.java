package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Midastouch, quadratic and ri, whose draws are held against R in {@link DrawsInRTest}, where rows or data are few. */
class MoreNumberMethodsTest {
    private static final Field Y = Field.of("y", Kind.DECIMAL);
    private static final Reference CURVED = Reference.read("more/quadratic-data.csv");
    private static final Given PARABOLA = Given.of(
            Predictors.of(Table.of(
                    Schema.of(Field.of("z", Kind.DECIMAL), Field.of("q", Kind.DECIMAL)),
                    List.of(CURVED.numberColumn("z"), CURVED.numberColumn("q")))),
            Y,
            CURVED.numberColumn("y"));

    @ParameterizedTest
    @ValueSource(strings = {"midastouch", "quadratic", "ri"})
    @DisplayName("a row of a complete table does not get its own value back, as it does in mice")
    void nobodyGetsTheirOwn(String method) {
        int[] rows = PARABOLA.observed();
        Predictors x = PARABOLA.x().take(rows);
        NumberColumn y = (NumberColumn) PARABOLA.y().take(rows);
        Predictors themselves = new Predictors(
                x.table(), x.roles(), IntStream.range(0, rows.length).toArray());
        Given given = Given.of(themselves, Y, y);
        Map<String, ?> options = method.equals("quadratic") ? Map.of("outcome", "q") : Map.of();

        NumberColumn drawn = (NumberColumn) Conditionals.ALL
                .find(method)
                .make(options)
                .fit(given, Run.of(1))
                .draw(themselves, Rng.of(1));

        double turn = -.25;
        long own = IntStream.range(0, rows.length)
                .filter(i -> Math.abs(Math.abs(drawn.get(i) - turn) - Math.abs(y.get(i) - turn)) < 1e-6)
                .count();
        assertThat(own).isLessThan(5);
    }

    @Test
    void theOutcomeOfAParabolaIsAsked() {
        assertThatThrownBy(() -> Conditionals.ALL.find("quadratic").make().fit(PARABOLA, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("outcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"midastouch", "quadratic", "ri", "lasso.norm", "lasso.select.norm"})
    void copesWithLittle(String method) {
        Map<String, ?> options = method.equals("quadratic") ? Map.of("outcome", "b") : Map.of();
        Conditional conditional = Conditionals.ALL.find(method).make(options);
        for (int observed = 0; observed <= 6; observed++) {
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
            List<String> said = new ArrayList<>();

            NumberColumn drawn = (NumberColumn) conditional
                    .fit(new Given(x, Y, NumberColumn.of(y), false, said::add), Run.of(1))
                    .draw(x, Rng.of(1));

            for (int i = 0; i < 6; i++) {
                assertThat(drawn.get(i)).as(method + " of " + observed).isFinite();
            }
        }
    }
}
