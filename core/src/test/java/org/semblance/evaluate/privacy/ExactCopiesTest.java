package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class ExactCopiesTest {
    private static final Metric COPIES = ExactCopies.PLUGIN.make();

    @Test
    void countsRowsThatAreTheSameInEveryScoredColumn() {
        Table real = Table.of("n:whole, k:category, id:key", 1, "a", "1", 2, null, "2", null, "b", "3");
        Table other = Table.of("id:key, k:category, n:whole", "7", "a", 1, "8", "b", 1, "9", null, 2, "9", "b", null);
        assertThat(COPIES.measure(Comparison.of(real, other), Run.of(1)).value())
                .isEqualTo(0.75);
    }

    @Test
    void numbersAreRoundedAsTheRealTableWritesThem() {
        Schema schema = Schema.of(Field.of("n", Kind.DECIMAL).format(Format.PLAIN.decimals(1)));
        Table real = Table.of(schema, List.of(NumberColumn.of(0.1, 0.3, -0.0)));
        Table other =
                Table.of(Schema.of(Field.of("n", Kind.DECIMAL)), List.of(NumberColumn.of(0.12, 0.1 + 0.2, 0.04, 0.16)));
        assertThat(COPIES.measure(Comparison.of(real, other), Run.of(1)).value())
                .isEqualTo(0.75);
    }

    @Test
    void aBootstrapIsAllCopiesAndFreshRowsAreNone() {
        Table real = Tables.law(1000, Rng.of(1).child("real"));
        Table holdout = Tables.law(500, Rng.of(1).child("holdout"));
        Score copied = COPIES.measure(new Comparison(real, Tables.bootstrap(real, 800, Rng.of(2)), holdout), Run.of(1));
        assertThat(copied.value()).isEqualTo(1);
        assertThat(copied.parts().get("of as many real rows")).isCloseTo(0.5, within(0.15));
        assertThat(copied.parts().get("of holdout rows")).isZero();
        assertThat(copied.parts().get("fresh rows of real rows")).isZero();
        Table fresh = Tables.law(800, Rng.of(1).child("fresh"));
        assertThat(COPIES.measure(new Comparison(real, fresh, holdout), Run.of(1))
                        .value())
                .isZero();
    }

    @Test
    void smallTablesRepeatRowsByNatureAndThePartsShowIt() {
        Table real = Table.of("f:flag, g:flag", "y", "y", "y", "n", "n", "y", "n", "n");
        Score score = COPIES.measure(new Comparison(real, real, real), Run.of(1));
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.parts()).containsEntry("fresh rows of real rows", 1.0).containsEntry("of holdout rows", 1.0);
    }

    @Test
    void noRowsHaveNoShare() {
        Table none = Table.of("n:whole");
        assertThat(COPIES.measure(Comparison.of(none, none), Run.of(1)).value()).isNaN();
    }
}
