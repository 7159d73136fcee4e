package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Contingency;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class PairTrendsTest {
    /** Correlations and tables of counts of 2 x 5,000 rows of one law: 0.1 is over five deviations of each. */
    @Test
    void twoSamplesOfOneLawAreAlike() {
        Score score = measure(
                Tables.law(5000, Rng.of(1).child("real")),
                Tables.law(5000, Rng.of(1).child("other")),
                Map.of());
        assertThat(score.parts()).hasSize(10);
        assertThat(score.parts().values()).allMatch(part -> part > 0.9);
    }

    @Test
    void lostDependenceIsSeenInNumbersLabelsAndBoth() {
        Table real = Tables.law(3000, Rng.of(2));
        Score score = measure(real, Tables.independent(real, Rng.of(3)), Map.of());
        assertThat(score.parts().get("x x y")).isLessThan(0.6);
        assertThat(score.parts().get("k x f")).isLessThan(0.85);
        assertThat(score.parts().get("x x k")).isLessThan(0.8);
        assertThat(score.parts().get("x x z")).isGreaterThan(0.95);
    }

    /** A shift and an outlier, as the two kinds of edges see them: why real edges are the default. */
    @Test
    void ownEdgesDoNotSeeAShiftAndOneOutlierSpoilsThem() {
        Table real = Tables.law(2000, Rng.of(4));
        Table shifted = Tables.map(real, "x", x -> x + 100);
        assertThat(measure(real, shifted, Map.of("edges", "own")).parts().get("x x k"))
                .isGreaterThan(0.99);
        assertThat(measure(real, shifted, Map.of()).parts().get("x x k")).isLessThan(0.1);
        double most = Arrays.stream(real.numbers(0).toArray()).max().orElseThrow();
        Table outlier = Tables.map(real, "x", x -> x == most ? 1e6 : x);
        assertThat(measure(real, outlier, Map.of("edges", "own")).parts().get("x x k"))
                .isLessThan(0.1);
        assertThat(measure(real, outlier, Map.of()).parts().get("x x k")).isGreaterThan(0.99);
    }

    @Test
    void datesAreNumbers() {
        Table real = Table.of("d:date, n:whole, f:flag", 0, 1, "y", 10, 2, "y", 20, 3, "n", null, 9, "n");
        Table other = Table.of("d:date, n:whole, f:flag", 0, 3, "y", 10, 2, "y", 20, 1, "n", 30, null, "n");
        Score score = measure(real, other, Map.of());
        assertThat(score.parts().get("d x n")).isCloseTo(0, within(1e-12));
        // One of four rows has a date where the real table has none.
        assertThat(score.parts().get("d x f")).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aConstantColumnHasNoCorrelation() {
        Table real = Table.of("a:whole, b:whole", 1, 1, 1, 2);
        Score score = measure(real, real, Map.of());
        assertThat(score.parts().get("a x b")).isNaN();
        assertThat(score.value()).isNaN();
    }

    @Test
    void thresholdsLeaveOutWhatIsNotRelated() {
        Table real = Tables.law(3000, Rng.of(5));
        Score score = measure(real, real, Map.of("least-correlation", 0.5, "least-association", 0.3));
        assertThat(score.parts()).containsOnlyKeys("x x y", "x x k", "y x k", "k x f", "x x f", "y x f");
        assertThat(score.value()).isEqualTo(1);
    }

    /** Two columns of thousands of labels: counted by sorting, with the same result as by a full table. */
    @Test
    void manyLabelsAreCountedSparsely() {
        Rng rng = Rng.of(6);
        int[] a = new int[4000];
        int[] b = new int[4000];
        for (int i = 0; i < a.length; i++) {
            a[i] = rng.nextInt(1001) - 1;
            b[i] = rng.nextInt(1001) - 1;
        }
        Labels first = new Labels(new int[][] {a, b}, 1000);
        Labels second = new Labels(new int[][] {b, a}, 1000);
        Labels padded = new Labels(second.codes(), 3_000_000);
        Contingency dense = Contingency.of(first, new Labels(second.codes(), 1000));
        Contingency sparse = Contingency.of(first, padded);
        assertThat(sparse.pairs().length).isLessThanOrEqualTo(8000);
        assertThat(sparse.similarity()).isCloseTo(dense.similarity(), within(1e-12));
        assertThat(sparse.association()).isCloseTo(dense.association(), within(1e-9));
    }

    @Test
    void ofTooManyPairsSomeAreDrawn() {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 30; c++) {
            fields.add(Field.of("c" + c, c % 2 == 0 ? Kind.WHOLE : Kind.CATEGORY));
            columns.add(c % 2 == 0 ? NumberColumn.of(c, 1, 2) : CodeColumn.of("a", "b", "a"));
        }
        Table table = Table.of(new Schema(fields), columns);
        Score score = measure(table, table, Map.of("most-pairs", 50));
        assertThat(score.parts()).hasSize(50);
        assertThat(measure(table, table, Map.of("most-pairs", 50))).isEqualTo(score);
        assertThat(measure(table, table, Map.of()).parts()).hasSize(435);
    }

    private static Score measure(Table real, Table synthetic, Map<String, ?> options) {
        return PairTrends.PLUGIN.make(options).measure(Comparison.of(real, synthetic), Run.of(1));
    }

    @Test
    void lostColumnsCostTheirScore() {
        Table real = Table.of("a:whole, b:whole, c:whole", 1, 1, 1, 2, 2, 1, 3, 3, 1);
        Table constant = Table.of("a:whole, b:whole, c:whole", 1, 5, 1, 2, 5, 2, 3, 5, 3);
        Table empty = Table.of("a:whole, b:whole, c:whole", 1, null, 1, 2, null, 2, 3, null, 3);
        for (Table other : List.of(constant, empty)) {
            Comparison c = Comparison.of(real, other);
            Score score = PairTrends.PLUGIN.make().measure(c, Run.of(1));
            assertThat(score.parts()).containsEntry("a x b", 0.0).containsEntry("a x c", Double.NaN);
            assertThat(score.value()).isZero();
            assertThat(PairTrends.PLUGIN
                            .make(Map.of("lost", "skip"))
                            .measure(c, Run.of(1))
                            .value())
                    .isNaN();
        }
    }
}
