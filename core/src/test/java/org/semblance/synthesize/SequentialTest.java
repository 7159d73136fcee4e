package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.math.Together;
import org.semblance.model.Model;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class SequentialTest {
    /** Two normal numbers of correlation .8, labels that follow from one of them, and a number that is sometimes not there. */
    private static Table people(int n) {
        Rng rng = Rng.of(8);
        double[] a = new double[n];
        double[] b = new double[n];
        double[] income = new double[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            a[i] = rng.nextGaussian();
            b[i] = .8 * a[i] + .6 * rng.nextGaussian();
            group[i] = a[i] + rng.nextGaussian() > .5 ? 2 : rng.nextBoolean() ? 0 : 1;
            income[i] =
                    rng.nextDouble() < (group[i] == 2 ? .4 : .1) ? Double.NaN : Math.exp(b[i] + rng.nextGaussian() / 2);
        }
        return Table.of(
                Schema.of(
                        Field.of("a", Kind.DECIMAL),
                        Field.of("b", Kind.DECIMAL),
                        Field.of("group", Kind.CATEGORY),
                        Field.of("income", Kind.DECIMAL)),
                List.of(
                        NumberColumn.of(a),
                        NumberColumn.of(b),
                        CodeColumn.of(group, List.of("x", "y", "z")),
                        NumberColumn.of(income)));
    }

    private static Model fit(Table table, String method, Map<String, ?> options) {
        return Synthesis.fit(table, Synthesizers.ALL.find(method), options, Privacy.DEFAULT, Run.of(1));
    }

    private static double correlation(Table table, int a, int b) {
        return Together.of(table.numbers(a).toArray(), table.numbers(b).toArray())
                .correlation();
    }

    private static double missing(Table table, int label) {
        int count = 0;
        int of = 0;
        for (int i = 0; i < table.rows(); i++) {
            if (table.codes(2).code(i) >= 0
                    && table.codes(2)
                            .labels()
                            .get(table.codes(2).code(i))
                            .equals(List.of("x", "y", "z").get(label))) {
                of++;
                count += table.column(3).isMissing(i) ? 1 : 0;
            }
        }
        return count / (double) of;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "parametric"})
    @DisplayName("a correlation of .8 stays one; mice's recipe for complete tables makes .51 of it")
    void relationsAddUp(String method) {
        Table real = people(4000);
        Table drawn = fit(real, method, Map.of()).sample(20_000, Run.of(2)).toTable(Run.of(2));

        // The correlation of 4,000 rows is off by .0057, so that .03 is five deviations of what was learnt from.
        assertThat(correlation(drawn, 0, 1)).isCloseTo(correlation(real, 0, 1), within(.02));
        // Shares of some 1,500 rows are off by .013: .06 is more than four deviations.
        assertThat(missing(drawn, 2)).isCloseTo(missing(real, 2), within(.06));
        assertThat(missing(drawn, 0)).isCloseTo(missing(real, 0), within(.06));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rf", "norm", "lognorm", "sample", "pmm", "satcat", "norm.nob"})
    void anyMethodForAColumn(String method) {
        Table real = people(600);
        Map<String, ?> options = Map.of("methods", List.of("income=" + method), "proper", true);

        Table drawn = fit(real, "cart", options).sample(300, Run.of(2)).toTable(Run.of(2));

        assertThat(drawn.column(3).missingCount()).isBetween(20, 120);
    }

    @Test
    void aRegressionOfAllLabelsAndNumbersByWhatTheyHold() {
        String contents =
                String.join("; ", fit(people(500), "parametric", Map.of()).contents());

        assertThat(contents).contains("logreg 1, normrank 2, polyreg 1, sample 1");
    }

    @Test
    void columnsComeInTheOrderAsked() {
        Model model = fit(people(500), "cart", Map.of("order", List.of("income", "group")));

        String json = model.store().json().toString();
        assertThat(json.indexOf("\"income\"")).isLessThan(json.indexOf("\"draws\":\"group\""));
        assertThat(json.indexOf("\"draws\":\"group\"")).isLessThan(json.indexOf("\"draws\":\"a\""));
    }

    @Test
    void everyWrongNameIsTold() {
        Map<String, ?> options = Map.of("methods", List.of("incme=cart", "a=carrt"), "order", List.of("grp"));

        assertThatThrownBy(() -> fit(people(100), "cart", options))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("incme")
                .hasMessageContaining("carrt")
                .hasMessageContaining("grp");
    }

    @Test
    @DisplayName("a kept model does not know which row a value of a leaf is of")
    void noRowsAreKept() {
        Model model = fit(people(500), "cart", Map.of());

        assertThat(model.store().arrays().keySet()).noneMatch(name -> name.endsWith("/rows"));
    }

    @Test
    @DisplayName("a model says that satcat keeps rows as far as its column")
    void saturatedMethodsKeepRows() {
        Model model = fit(people(500), "cart", Map.of("methods", List.of("group=satcat")));

        assertThat(model.contents()).doesNotContain("no rows").anyMatch(words -> words.startsWith("rows as far as"));
    }
}
