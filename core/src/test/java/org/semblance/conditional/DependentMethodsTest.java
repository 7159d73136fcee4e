package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** constant, collinear and passive: nothing is drawn, so that all values are known. */
class DependentMethodsTest {
    private static final Predictors X =
            Predictors.of(Table.of("a:decimal, b:decimal, c:category", 1, 10, "u", 2, 20, "v", 3, 40, "u", 4, 20, "w"));
    private final List<String> said = new ArrayList<>();

    private Conditional.Drawer fit(String method, Map<String, ?> options, Predictors x, Column y) {
        Field field = Field.of("y", y instanceof NumberColumn ? Kind.DECIMAL : Kind.CATEGORY);
        Conditional.Drawer drawer =
                Conditionals.ALL.find(method).make(options).fit(new Given(x, field, y, false, said::add), Run.of(1));
        return DrawerFile.load(DrawerFile.store(drawer));
    }

    private double[] numbers(String method, Map<String, ?> options, double... y) {
        Column drawn = fit(method, options, X, NumberColumn.of(y)).draw(X, Rng.of(1));
        return ((NumberColumn) drawn).toArray();
    }

    @Test
    void constant() {
        assertThat(numbers("constant", Map.of(), 7, Double.NaN, 7, 7)).containsExactly(7, 7, 7, 7);
        CodeColumn labels = CodeColumn.of("m", "m", null, "m");
        assertThat(((CodeColumn) fit("constant", Map.of(), X, labels).draw(X, Rng.of(1))).toArray())
                .containsOnly(0);
        assertThatThrownBy(() -> numbers("constant", Map.of(), 7, 7, 7, 8))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than one value");
        assertThat(numbers("constant", Map.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN))
                .doesNotContain(Double.NaN);
    }

    @Test
    @DisplayName("collinear: on the line of the predictor that gives it")
    void line() {
        double[] drawn = numbers("collinear", Map.of(), 32, 50, 86, Double.NaN);
        assertThat(drawn).containsExactly(new double[] {32, 50, 86, 50}, within(1e-9));
        assertThat(numbers("collinear", Map.of("of", "b"), 32, 50, 86, 50))
                .containsExactly(new double[] {32, 50, 86, 50}, within(1e-9));
    }

    @Test
    @DisplayName("collinear: a pair that five rows share is looked up, others are not kept")
    void lookedUp() {
        double[] x = IntStream.range(0, 60).mapToDouble(i -> 1000 * (i / 6)).toArray();
        double[] y = IntStream.range(0, 60)
                .mapToDouble(i -> Math.round(x[i] * 1.23456))
                .toArray();
        Table table = Table.of(Schema.of(Field.of("x", Kind.WHOLE)), List.of(NumberColumn.of(x)));
        Collinear.Line drawer = (Collinear.Line) fit("collinear", Map.of(), Predictors.of(table), NumberColumn.of(y));

        assertThat(((NumberColumn) drawer.draw(Predictors.of(table), Rng.of(1))).toArray())
                .isEqualTo(y);
        assertThat(drawer.known()).hasSize(10);
        assertThat(((Collinear.Line) fit("collinear", Map.of(), X, NumberColumn.of(32, 50, 86, 50))).known())
                .isEmpty();
    }

    @Test
    @DisplayName("collinear: one value for each label, but none for a label that four rows have")
    void byLabel() {
        // u u v u u w u u v u u w ...: w four times, v five times.
        int[] rows = IntStream.range(0, 27)
                .map(i -> i % 3 < 2 ? 0 : i % 2 == 0 ? 1 : 3)
                .toArray();
        Predictors x = X.take(rows);
        String[] given = {"one", "two", "one", "two"};
        CodeColumn y =
                CodeColumn.of(IntStream.of(rows).mapToObj(row -> given[row]).toArray(String[]::new));
        CodeColumn drawn =
                (CodeColumn) fit("collinear", Map.of("of", "c"), x, y).draw(X, Rng.of(1));
        assertThat(drawn.toArray()).containsExactly(0, 1, 0, -1);
        double[] values = {5, 6, 5, 9};
        Column numbers = NumberColumn.of(
                IntStream.of(rows).mapToDouble(row -> values[row]).toArray());
        assertThat(((NumberColumn)
                                fit("collinear", Map.of("of", "c"), x, numbers).draw(X, Rng.of(1)))
                        .toArray())
                .containsExactly(5, 6, 5, Double.NaN);
        assertThat(said).hasSize(2).allMatch(words -> words.contains("fewer than 5 rows"));
        assertThatThrownBy(() -> numbers("collinear", Map.of(), 5, 6, 8, 3))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no predictor");
        assertThatThrownBy(() -> numbers("collinear", Map.of("of", "bb"), 5, 6, 8, 3))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("bb");
    }

    @Test
    void passive() {
        assertThat(numbers("passive", Map.of("formula", "b / a"), 10, 10, 13.3, Double.NaN))
                .containsExactly(new double[] {10, 10, 40 / 3.0, 5}, within(1e-12));
        assertThat(said).hasSize(1).allMatch(words -> words.startsWith("some of the fewer than 5 observed values"));
        CodeColumn y = CodeColumn.of("low", "low", "high", "low");
        CodeColumn drawn = (CodeColumn) fit("passive", Map.of("formula", "if(b > 30, 'high', 'low')"), X, y)
                .draw(X, Rng.of(1));
        assertThat(drawn.toArray()).containsExactly(0, 0, 1, 0);
        assertThat(drawn.labels()).containsExactly("low", "high");
    }

    @Test
    @DisplayName("counts of real rows below five are not told, nor how few are left")
    void told() {
        assertThat(List.of(Given.told(4, 100), Given.told(5, 100), Given.told(96, 100), Given.told(100, 100)))
                .containsExactly("fewer than 5 of the 100", "5 of the 100", "nearly all of the 100", "100 of the 100");
    }

    @Test
    void formulasThatCannotBe() {
        for (String formula : List.of("", "b / nobody", "b +", "if(b > 30, 'high', 'low')")) {
            assertThatThrownBy(() -> numbers("passive", Map.of("formula", formula), 1, 2, 3, 4))
                    .as(formula)
                    .isInstanceOf(ProblemException.class);
        }
    }
}
