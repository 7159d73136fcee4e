package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.math.Together;
import org.semblance.model.Model;
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

    @Test
    @DisplayName(
            "synthpop's syn.lognorm takes back the shift of zeros wrongly: here numbers keep their sign and their middle")
    void logarithmsOfZeros() {
        Table table = table(3000).select(new int[] {0, 2});
        double[] real = table.numbers(1).toArray();
        double[] made = drawn(fit(table, "cart", Map.of("methods", Map.of("spent", "lognorm")), 1), 1, 3000);

        assertThat(Arrays.stream(made).min().orElseThrow()).isGreaterThanOrEqualTo(0);
        assertThat(Arrays.stream(made).max().orElseThrow())
                .isLessThanOrEqualTo(Arrays.stream(real).max().orElseThrow());
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
