package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.conditional.About;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Conditionals;
import org.semblance.conditional.Given;
import org.semblance.conditional.Predictors;
import org.semblance.math.Together;
import org.semblance.model.Model;
import org.semblance.plugin.Plugin;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Defects of synthpop and mice that a synthesis here does not have. */
class SequentialDefectsTest {
    private static Table table(int n) {
        Rng rng = Rng.of(12);
        double[] a = new double[n];
        double[] mirrored = new double[n];
        double[] spent = new double[n];
        int[] town = new int[n];
        List<String> towns = new ArrayList<>();
        for (int t = 0; t < 120; t++) {
            towns.add("town " + t);
        }
        for (int i = 0; i < n; i++) {
            a[i] = Math.rint(1000 * rng.nextGaussian()) / 10;
            mirrored[i] = -2 * a[i];
            spent[i] = rng.nextDouble() < .3 ? 0 : Math.exp(3 + a[i] / 100 + rng.nextGaussian() / 2);
            town[i] = rng.nextInt(towns.size());
        }
        return Table.of(
                Schema.of(
                        Field.of("a", Kind.DECIMAL),
                        Field.of("mirrored", Kind.DECIMAL),
                        Field.of("spent", Kind.DECIMAL),
                        Field.of("town", Kind.CATEGORY)),
                List.of(
                        NumberColumn.of(a),
                        NumberColumn.of(mirrored),
                        NumberColumn.of(spent),
                        CodeColumn.of(town, towns)));
    }

    private static Model fit(Table table, String method, Map<String, ?> options, long seed) {
        return Synthesis.fit(table, Synthesizers.ALL.find(method), options, Privacy.DEFAULT, Run.of(seed));
    }

    private static double[] drawn(Model model, int column, int rows) {
        return model.sample(rows, Run.of(3)).toTable(Run.of(3)).numbers(column).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctree", "cart", "rf", "norm", "logreg", "sample"})
    @DisplayName(
            "synthpop's syn.ctree fails where proper: here proper is drawn anew each time, simple is not, by any method")
    void properIsProper(String method) {
        Table table = table(400).select(new int[] {0, 2});
        Map<String, ?> methods = method.equals("logreg") ? Map.of() : Map.of("spent", method);
        double[] one = drawn(fit(table, "cart", Map.of("methods", methods, "proper", true), 1), 1, 300);
        double[] other = drawn(fit(table, "cart", Map.of("methods", methods, "proper", true), 2), 1, 300);
        assertThat(one).isNotEqualTo(other);
        if (!method.equals("rf")) {
            assertThat(drawn(fit(table, "cart", Map.of("methods", methods), 1), 1, 300))
                    .isEqualTo(drawn(fit(table, "cart", Map.of("methods", methods), 2), 1, 300));
        }
    }

    /** What the regression of a model has learnt of the grade. */
    private static List<double[]> coefficients(Model model) {
        return model.store().arrays().entrySet().stream()
                .filter(entry -> entry.getKey().contains("/beta") && entry.getValue() instanceof double[])
                .map(entry -> (double[]) entry.getValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polr", "polyreg"})
    @DisplayName(
            "regressions of labels as estimated: proper ones learn from rows drawn with replacement, as in synthpop")
    void properLabels(String method) {
        Table numbers = table(400).select(new int[] {0});
        double[] a = numbers.numbers(0).toArray();
        int[] grade = IntStream.range(0, a.length)
                .map(i -> (int) Math.max(0, Math.min(2, Math.round(a[i] / 100 + i % 3))))
                .toArray();
        List<String> order = List.of("low", "middle", "high");
        Table table = Table.of(
                Schema.of(Field.of("a", Kind.DECIMAL), Field.of("grade", Kind.CATEGORY)),
                List.of(numbers.column(0), CodeColumn.of(grade, order)));
        Map<String, ?> simple = Map.of("methods", Map.of("grade", method), "ordered", Map.of("grade", order));
        Map<String, Object> proper = new LinkedHashMap<>(simple);
        proper.put("proper", true);

        List<double[]> one = coefficients(fit(table, "cart", simple, 1));
        assertThat(one).isNotEmpty();
        assertThat(coefficients(fit(table, "cart", simple, 2)).get(0)).isEqualTo(one.get(0));
        assertThat(coefficients(fit(table, "cart", proper, 2)).get(0))
                .isNotEqualTo(coefficients(fit(table, "cart", proper, 1)).get(0));
    }

    @Test
    @DisplayName("what the table of methods says to learn from rows drawn with replacement does so where proper")
    void rowsDrawnAsTheTableSays() {
        for (Plugin<Conditional> plugin : Conditionals.ALL.plugins()) {
            if (About.of(plugin.name()).proper() == About.Proper.ROWS) {
                assertThat(SequentialMethods.bootstrapped(plugin.name()))
                        .as(plugin.name())
                        .isTrue();
            }
        }
        assertThat(List.of("cart", "polyreg", "polr", "sample", "satcat")).allMatch(SequentialMethods::bootstrapped);
        assertThat(List.of("norm", "normrank", "logreg", "pmm")).noneMatch(SequentialMethods::bootstrapped);
    }

    /** Each of the two fails a right method with probability 6e-7; the seed is fixed. */
    @Test
    @DisplayName(
            "synthpop's syn.lognorm takes back the shift of zeros wrongly: here log(y + half the least) comes out as it was")
    void logarithmsOfZeros() {
        int n = 3000;
        Rng rng = Rng.of(12);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rng.nextGaussian();
            y[i] = rng.nextDouble() < .3 ? 0 : 10 + Math.exp(3 + x[i] / 2 + rng.nextGaussian() / 2);
        }
        double shift = Arrays.stream(y).filter(v -> v > 0).min().orElseThrow() / 2;
        Predictors alone = Predictors.of(Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(x))));
        Given given = Given.of(alone, Field.of("y", Kind.DECIMAL), NumberColumn.of(y));
        double[] made = ((NumberColumn) Conditionals.ALL
                        .find("lognorm")
                        .make()
                        .fit(given, Run.of(1))
                        .draw(alone, Rng.of(2)))
                .toArray();

        double[] real = Arrays.stream(y).map(v -> Math.log(v + shift)).toArray();
        double[] drawn = Arrays.stream(made).map(v -> Math.log(v + shift)).toArray();
        double deviation = deviation(real);
        assertThat(mean(drawn)).isCloseTo(mean(real), within(5 * deviation / Math.sqrt(n)));
        // Of a normal variable a deviation is off by 1 / sqrt(2 n) of itself.
        assertThat(deviation(drawn)).isCloseTo(deviation, within(5 * deviation / Math.sqrt(2.0 * n)));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "parametric"})
    @DisplayName(
            "mice finds only columns that repeat another with the same sign: one with the other sign does no harm here")
    void mirroredColumns(String method) {
        Table table = table(1500).select(new int[] {0, 1, 2});
        Table made = fit(table, method, Map.of(), 1).sample(1500, Run.of(3)).toTable(Run.of(3));

        assertThat(Together.of(made.numbers(0).toArray(), made.numbers(1).toArray())
                        .correlation())
                .isCloseTo(-1, within(.02));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "parametric"})
    @DisplayName("synthpop stops at more than 60 labels: here they predict and are predicted")
    void manyLabels(String method) {
        Table table = table(2000);
        Table made = fit(table, method, Map.of("order", List.of("town")), 1)
                .sample(500, Run.of(3))
                .toTable(Run.of(3));
        assertThat(made.codes(3).compact().labels()).hasSizeGreaterThan(90);
    }
}
