package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Distances between columns beside options that name values of others. */
class SequentialDistancesTest {
    private static final Table REAL = stays();

    /** 1,000 days of admission over three years, stays of 0 to 16 days, and a pile of ones. */
    private static Table stays() {
        Rng rng = Rng.of(5);
        int n = 1000;
        double[] pile = new double[n];
        double[] from = new double[n];
        double[] to = new double[n];
        int[] sex = new int[n];
        for (int i = 0; i < n; i++) {
            pile[i] = rng.nextInt(4) == 0 ? 1 : 1 + rng.nextDouble() * 50;
            from[i] = 19_000 + rng.nextInt(1000);
            to[i] = from[i] + rng.nextInt(17);
            sex[i] = rng.nextInt(2);
        }
        return Table.of(
                Schema.of(
                        Field.of("crp", Kind.DECIMAL),
                        Field.of("admitted", Kind.DATE),
                        Field.of("discharged", Kind.DATE),
                        Field.of("sex", Kind.CATEGORY)),
                List.of(
                        NumberColumn.of(pile),
                        NumberColumn.of(from),
                        NumberColumn.of(to),
                        CodeColumn.of(sex, List.of("f", "m"))));
    }

    private static Table drawn(String method, Map<String, ?> options) {
        List<Constraint> rules = Constraints.find(REAL, Run.of(1)).stream()
                .map(Constraints.Found::constraint)
                .toList();
        return Synthesis.fit(
                        REAL,
                        Synthesizers.ALL.find(method),
                        options,
                        new Synthesis.Asked(Privacy.DEFAULT, rules),
                        Run.of(1))
                .sample(1000, Run.of(2))
                .toTable(Run.of(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "parametric"})
    @DisplayName("stays stay within 0 to 16 days whatever is said of another column")
    void others(String method) {
        for (Map<String, ?> options : List.of(
                Map.of("semicontinuous", Map.of("crp", 1)),
                Map.of("missing-codes", Map.of("crp", 1)),
                Map.of("rules", Map.of("crp", Map.of("sex = 'f'", 1)), "order", List.of("sex", "crp")),
                Map.of("strata", List.of("sex")))) {
            Table made = drawn(method, options);
            double[] from = made.numbers(1).toArray();
            double[] to = made.numbers(2).toArray();
            double[] stays = new double[from.length];
            Arrays.setAll(stays, i -> to[i] - from[i]);
            assertThat(Arrays.stream(stays).min().orElseThrow())
                    .as("%s", options)
                    .isNotNegative();
            assertThat(Arrays.stream(stays).max().orElseThrow())
                    .as("%s", options)
                    .isLessThanOrEqualTo(16);
        }
    }

    @Test
    @DisplayName("an option about a column that is learnt as a distance says by which rule")
    void named() {
        assertThatThrownBy(() -> drawn("cart", Map.of("order", List.of("discharged", "admitted"))))
                .hasMessageContaining("is not drawn as it is, but kept by a rule: ");
    }
}
