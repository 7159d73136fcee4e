package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class EvaluationTest {
    private static Table rows(int rows, long seed) {
        Rng rng = Rng.of(seed);
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double x = rng.nextGaussian();
            cells.add(x);
            cells.add(x + rng.nextGaussian());
            cells.add(rng.nextDouble() < 0.5 ? "a" : "b");
        }
        return Table.of("x:decimal, y:decimal, c:category", cells.toArray());
    }

    private static final Table REAL = rows(2_000, 1);
    private static final Table OTHER = rows(1_000, 2);

    /** What a metric draws of the real rows is the same for synthetic and fresh rows: else the difference is the draw's. */
    @Test
    void sameRowsScoreTheSameBesideEachOther() {
        for (Measure.Beside beside : List.of(Measure.Beside.ALL, Measure.Beside.EQUAL)) {
            Measure measure = new Measure("triples", "triples", beside, question -> Map.of("rows", 200));
            Finding found = Evaluation.of(REAL, OTHER)
                    .holdout(OTHER)
                    .measures(List.of(measure))
                    .measure(Run.of(1))
                    .list()
                    .get(0);
            assertThat(found.freshValue()).isEqualTo(found.synthetic().value());
        }
    }

    @Test
    void aModelThatCannotBeReadIsRefusedBeforeAnythingIsMeasured() {
        Evaluation asked = Evaluation.of(REAL, OTHER).measures(List.of());
        assertThatThrownBy(() -> asked.model("y ~ xx").measure(Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("xx");
        assertThatThrownBy(() -> asked.model("y ~ (x").measure(Run.of(1))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aModelOfColumnsThatAreNotSharedIsLeftOutAndSaid() {
        List<Measure> model = Measures.DEFAULT.stream()
                .filter(measure -> measure.name().equals("model"))
                .toList();
        Findings found = Evaluation.of(REAL, OTHER.select(new int[] {1, 2}))
                .model("y ~ x")
                .measures(model)
                .measure(Run.of(1));
        assertThat(found.list()).isEmpty();
        assertThat(found.notMeasured()).containsExactly("model: a column that was asked for cannot be compared");
    }
}
