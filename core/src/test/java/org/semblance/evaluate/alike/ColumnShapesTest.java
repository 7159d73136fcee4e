package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class ColumnShapesTest {
    @Test
    void worksOutByHand() {
        Table real = Table.of("n:whole, k:category, id:key", 1, "a", "1", 2, "a", "2", 3, "b", "3", null, null, "4");
        Table other = Table.of("n:whole, k:category", 1, "a", 1, "b", 3, "b", 9, "b");
        Score score = measure(real, other);
        assertThat(score.parts()).containsOnlyKeys("n", "k");
        // n: at 1 the distribution functions are 1/3 and 2/4, at 2 2/3 and 2/4, at 3 1 and 3/4.
        assertThat(score.parts().get("n")).isCloseTo(0.75, within(1e-12));
        assertThat(score.parts().get("k")).isCloseTo(1 - (2 / 3.0 - 1 / 4.0), within(1e-12));
        assertThat(score.value()).isCloseTo((0.75 + 7 / 12.0) / 2, within(1e-12));
    }

    /** KS distances of 2 x 5,000 rows of one law exceed 0.06 with a chance below 2e-8 (Smirnov), TV the same. */
    @Test
    void twoSamplesOfOneLawAreAlike() {
        Score score = measure(
                Tables.law(5000, Rng.of(1).child("real")),
                Tables.law(5000, Rng.of(1).child("other")));
        assertThat(score.parts().values()).allMatch(part -> part > 0.94);
    }

    @Test
    void shiftedColumnIsSeen() {
        Table real = Tables.law(2000, Rng.of(2));
        Score score = measure(real, Tables.map(real, "x", x -> x + 2));
        assertThat(score.parts().get("x")).isLessThan(0.45);
        assertThat(score.parts().get("y")).isEqualTo(1);
    }

    @Test
    void emptyColumnsAndTablesHaveNoScore() {
        Table real = Table.of("n:whole, k:category", null, "a");
        Table other = Table.of("n:whole, k:category", 1, "a");
        Score score = measure(real, other);
        assertThat(score.parts().get("n")).isNaN();
        assertThat(score.value()).isEqualTo(1);
        assertThat(measure(Table.of("n:whole"), Table.of("n:whole")).value()).isNaN();
        assertThat(measure(Table.of("id:key", "1"), Table.of("id:key", "1")).value())
                .isNaN();
    }

    @Test
    void lostColumnsCostTheirScore() {
        Table real = Table.of("n:whole, k:category, e:whole", 1, "a", null, 2, "b", null);
        Table lost = Table.of("n:whole, k:category, e:whole", null, null, 1, null, null, 2);
        assertThat(measure(real, lost).parts())
                .containsEntry("n", 0.0)
                .containsEntry("k", 0.0)
                .containsEntry("e", Double.NaN);
        assertThat(measure(real, lost).value()).isZero();
        assertThat(ColumnShapes.PLUGIN
                        .make(Map.of("lost", "skip"))
                        .measure(Comparison.of(real, lost), Run.of(1))
                        .value())
                .isNaN();
    }

    @Test
    void tablesThatDoNotFitAreOneProblemEach() {
        Table real = Table.of("age:whole, city:category, n:whole", 1, "a", 2);
        Table other = Table.of("aged:whole, city:category, n:category", 1, "a", "2");
        assertThatThrownBy(() -> Comparison.of(real, other))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no column \"age\". Did you mean \"aged\"?")
                .hasMessageContaining(
                        "column \"n\" is a whole in the real table, but a category in the synthetic table");
    }

    private static Score measure(Table real, Table synthetic) {
        return ColumnShapes.PLUGIN.make().measure(Comparison.of(real, synthetic), Run.of(1));
    }
}
