package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.math.Together;
import org.semblance.model.Model;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class MiceRecipeTest {
    private static final int ROWS = 4000;

    private static Table normal() {
        Rng rng = Rng.of(8);
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            a[i] = rng.nextGaussian();
            b[i] = .8 * a[i] + .6 * rng.nextGaussian();
        }
        return Table.of(
                Schema.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL)),
                List.of(NumberColumn.of(a), NumberColumn.of(b)));
    }

    private static Project project(String method, Map<String, Object> options) {
        return Project.of("t.csv")
                .settings(Options.bind(
                        Project.Settings.DEFAULT, Map.of("method", method, "compatible", "mice"), "a test"))
                .options(options);
    }

    private static double correlation(Table one, int a, Table other, int b) {
        return Together.of(one.numbers(a).toArray(), other.numbers(b).toArray()).correlation();
    }

    @Test
    @DisplayName(
            "mice's recipe makes .51 of a correlation of .8, and leaves rows linked to real ones at .64; both are told")
    void whatItDoes() {
        Table real = normal();
        Model model = Pipeline.fit(real, project("parametric", Map.of("method", "norm")), Run.of(1));
        assertThat(model.fixedRows()).hasValue(ROWS);
        Table made = model.sample(ROWS, Run.of(2)).toTable(Run.of(2));

        // A correlation of 4,000 rows is off by .012 where it is .5: .05 is four deviations.
        assertThat(correlation(made, 0, made, 1)).isCloseTo(.512, within(.05));
        assertThat(correlation(real, 0, made, 0)).isCloseTo(.64, within(.04));
        assertThat(model.contents())
                .anyMatch(words -> words.startsWith("warning: the recipe of mice") && words.contains("rho^3"));

        // What is recommended instead keeps the one and cuts the other.
        Table drawn = Pipeline.fit(real, project("parametric", Map.of()).settings(plain()), Run.of(1))
                .sample(ROWS, Run.of(2))
                .toTable(Run.of(2));
        assertThat(correlation(drawn, 0, drawn, 1)).isCloseTo(.8, within(.03));
        assertThat(correlation(real, 0, drawn, 0)).isCloseTo(0, within(.07));
    }

    private static Project.Settings plain() {
        return Options.bind(Project.Settings.DEFAULT, Map.of("method", "parametric"), "a test");
    }

    @Test
    @DisplayName("a donor is never the row itself: midastouch gives nobody's own value back in 60 % of the rows")
    void noOwnValues() {
        Table real = normal();
        for (String method : List.of("pmm", "midastouch", "cart")) {
            Table made = Pipeline.fit(real, project("cart", Map.of("method", method)), Run.of(1))
                    .sample(ROWS, Run.of(2))
                    .toTable(Run.of(2));
            int own = 0;
            for (int i = 0; i < ROWS; i++) {
                own += real.numbers(0).get(i) == made.numbers(0).get(i) ? 1 : 0;
            }
            // Extremes that are pulled inside may meet by chance.
            assertThat(own).as(method).isLessThan(10);
        }
    }

    @Test
    @DisplayName("a column that set-up leaves without a method is drawn by sample, never handed over row by row")
    void withoutMethod() {
        Table real = normal();
        double[] twice =
                Arrays.stream(real.numbers(0).toArray()).map(v -> 2 * v).toArray();
        Table wider = Table.of(
                Schema.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL), Field.of("twice", Kind.DECIMAL)),
                List.of(real.column(0), real.column(1), NumberColumn.of(twice)));
        Model model = Pipeline.fit(wider, project("parametric", Map.of("method", "norm")), Run.of(1));
        Table made = model.sample(ROWS, Run.of(2)).toTable(Run.of(2));
        assertThat(model.contents())
                .anyMatch(words -> words.startsWith("warning: no method was left for twice: drawn by sample"))
                .anyMatch(words -> words.contains("numbers are those of real people"));
        // Unrelated in 4,000 rows is .016 about 0.
        assertThat(correlation(wider, 2, made, 2)).isCloseTo(0, within(.07));
        assertThat(Arrays.stream(made.numbers(2).toArray()).average().orElseThrow())
                .isCloseTo(Arrays.stream(twice).average().orElseThrow(), within(.15));
    }

    @Test
    @DisplayName(
            "refused for synthesizers that are not sequential, with options it lacks, and for other numbers of rows")
    void whatItCannot() {
        assertThatThrownBy(() -> Pipeline.check(project("trees", Map.of())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cart and parametric");
        assertThatThrownBy(() -> Pipeline.check(project("cart", Map.of("strata", List.of("a")))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("strata");
        Model model = Pipeline.fit(normal(), project("parametric", Map.of()), Run.of(1));
        assertThatThrownBy(() -> model.sample(10, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("4000");
    }
}
