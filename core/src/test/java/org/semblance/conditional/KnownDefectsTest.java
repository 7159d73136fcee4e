package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Defects of mice and synthpop that the methods here do not have, beside those that tests of single methods show. */
class KnownDefectsTest {
    private static final Field Y = Field.of("y", Kind.DECIMAL);

    private static Predictors numbers(double[]... columns) {
        return Predictors.of(Table.of(
                Schema.of(IntStream.range(0, columns.length)
                        .mapToObj(j -> Field.of("x" + j, Kind.DECIMAL))
                        .toArray(Field[]::new)),
                IntStream.range(0, columns.length)
                        .mapToObj(j -> (Column) NumberColumn.of(columns[j]))
                        .toList()));
    }

    private static double[] noise(int n, long seed) {
        Rng rng = Rng.of(seed);
        return IntStream.range(0, n).mapToDouble(i -> rng.nextGaussian()).toArray();
    }

    private static Conditional.Drawer fit(String method, Predictors x, double[] y) {
        return Conditionals.ALL.find(method).make().fit(Given.of(x, Y, NumberColumn.of(y)), Run.of(1));
    }

    @Test
    @DisplayName("norm.nob: the deviation has n - p degrees of freedom (mice counts the intercept twice)")
    void degreesOfFreedom() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {1, 3, 2, 5, 4};
        // By hand: slope .8, residuals -.4, .8, -1, 1.2, -.6, their squares 3.6, of five rows and two coefficients.
        assertThat(((NormalDrawer) fit("norm.nob", numbers(x), y)).deviation())
                .isCloseTo(Math.sqrt(3.6 / 3), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"norm", "norm.nob", "norm.boot", "norm.predict"})
    @DisplayName("a predictor that is there twice changes nothing (mice takes variances of the wrong columns)")
    void aCopyInTheMiddle(String method) {
        double[] a = noise(50, 1);
        double[] b = noise(50, 2);
        double[] e = noise(50, 3);
        double[] y =
                IntStream.range(0, 50).mapToDouble(i -> a[i] + 2 * b[i] + e[i]).toArray();

        Column once = fit(method, numbers(a, b), y).draw(numbers(a, b), Rng.of(1));
        Column twice = fit(method, numbers(a, a, b), y).draw(numbers(a, a, b), Rng.of(1));

        assertThat(((NumberColumn) twice).toArray()).containsExactly(((NumberColumn) once).toArray(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"norm.nob", "norm.predict", "norm.boot"})
    @DisplayName("the order of predictors changes nothing")
    void orderOfColumns(String method) {
        double[] a = noise(50, 1);
        double[] b = noise(50, 2);
        double[] e = noise(50, 3);
        double[] y =
                IntStream.range(0, 50).mapToDouble(i -> a[i] + 2 * b[i] + e[i]).toArray();

        Column one = fit(method, numbers(a, b), y).draw(numbers(a, b), Rng.of(1));
        Column other = fit(method, numbers(b, a), y).draw(numbers(b, a), Rng.of(1));

        assertThat(((NumberColumn) other).toArray()).containsExactly(((NumberColumn) one).toArray(), within(1e-9));
    }

    @Test
    @DisplayName("ipf: the margin of four columns of four is their table (synthpop counts its cells wrongly)")
    void fourWays() {
        List<Column> columns = IntStream.range(0, 4)
                .mapToObj(c -> (Column) CodeColumn.of(
                        IntStream.range(0, 100)
                                .map(i -> (i * (c + 3) + i / 7) % 11 % (c % 2 + 2))
                                .toArray(),
                        List.of("a", "b", "c").subList(0, c % 2 + 2)))
                .toList();
        Given given = new Given(
                Predictors.none(100),
                Field.of("c0", Kind.CATEGORY),
                columns.get(0),
                false,
                Given.Events.NONE,
                Table.of(
                        Schema.of(
                                Field.of("c1", Kind.CATEGORY),
                                Field.of("c2", Kind.CATEGORY),
                                Field.of("c3", Kind.CATEGORY)),
                        columns.subList(1, 4)));
        double[] expected = new double[36];
        for (int i = 0; i < 100; i++) {
            int cell = 0;
            for (Column column : columns) {
                cell = cell * ((CodeColumn) column).labels().size() + ((CodeColumn) column).code(i);
            }
            expected[cell]++;
        }
        CrossTable table = (CrossTable) Conditionals.ALL
                .find("ipf")
                .make(Map.of("margins", "fourway", "priorn", 0))
                .fit(given, Run.of(1));

        double[] found = new double[36];
        for (int i = 0; i < table.mass().length; i++) {
            found[table.cells().length == 0 ? i : (int) table.cells()[i]] = table.mass()[i];
        }
        assertThat(found).containsExactly(expected, within(1e-9));
    }
}
