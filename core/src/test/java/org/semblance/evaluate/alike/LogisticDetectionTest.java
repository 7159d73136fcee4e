package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/** The areas are scikit-learn's on the same folds; what regression can see is seen. */
class LogisticDetectionTest {
    /** To the end the areas are equal; where scikit-learn stops by default they are a row or two apart. */
    @ParameterizedTest
    @ValueSource(strings = {"whole", "gaps"})
    void areasAreThoseOfScikitLearn(String pair) {
        Comparison c = Joint.pair(pair);
        JsonNode expected = Joint.expected(pair).path("logistic");
        int[] fold = IntStream.range(0, expected.path("fold").size())
                .map(i -> expected.path("fold").get(i).intValue())
                .toArray();
        double[] found = LogisticDetection.aucs(DetectionCoding.of(c.real(), c.synthetic(), true), fold, Run.of(1));
        assertThat(found).hasSize(3);
        for (int k = 0; k < 3; k++) {
            assertThat(found[k]).isCloseTo(expected.path("auc").get(k).doubleValue(), within(1e-10));
            assertThat(found[k]).isCloseTo(expected.path("auc_default").get(k).doubleValue(), within(1e-3));
        }
    }

    @Test
    void scoreOfSdmetricsCutsOffAtOneHalf() {
        Table real = Tables.law(600, Rng.of(1));
        Score copies = Joint.measure("logistic-detection", real, real);
        assertThat(copies.value()).isLessThan(0.5);
        assertThat(copies.parts().get("SDMetrics' score")).isEqualTo(1);
        Score moved = Joint.measure("logistic-detection", real, Tables.map(real, "x", x -> x + 1));
        assertThat(moved.value()).isGreaterThan(0.8);
        assertThat(moved.parts().get("SDMetrics' score")).isCloseTo(2 - 2 * moved.value(), within(1e-12));
    }

    /** The area of 2 x 3,000 rows has a deviation of 0.0075; 0.03 is four of them. */
    @Test
    void twoSamplesOfOneLawCannotBeToldApart() {
        Table real = Tables.law(3000, Rng.of(2).child("real"));
        assertThat(Joint.measure(
                                "logistic-detection",
                                real,
                                Tables.law(3000, Rng.of(2).child("other")))
                        .value())
                .isCloseTo(0.5, within(0.03));
    }

    /** What it cannot see, and boosted trees can. */
    @Test
    void lostDependenceIsNotSeen() {
        Table real = Tables.law(3000, Rng.of(3));
        assertThat(Joint.measure("logistic-detection", real, Tables.independent(real, Rng.of(4)))
                        .value())
                .isLessThan(0.55);
    }

    @Test
    void flagsCanBeLeftOut() {
        Table real = Table.of("f:flag, n:whole", cells("yes", 0));
        Table other = Table.of("f:flag, n:whole", cells("no", 0));
        Comparison c = Comparison.of(real, other);
        assertThat(Joint.measure("logistic-detection", c, Map.of()).value()).isGreaterThan(0.6);
        assertThat(Joint.measure("logistic-detection", c, Map.of("flags", "leave"))
                        .value())
                .isCloseTo(0.5, within(0.2));
    }

    private static Object[] cells(String often, int seed) {
        Rng rng = Rng.of(seed);
        Object[] cells = new Object[400];
        for (int i = 0; i < 200; i++) {
            cells[2 * i] = rng.nextInt(4) > 0 ? often : "maybe";
            cells[2 * i + 1] = rng.nextInt(1000);
        }
        return cells;
    }

    /** More than 600 columns: conjugate gradients reach the same place. */
    @Test
    void manyLabelsAreFittedToo() {
        Rng rng = Rng.of(5);
        Object[][] cells = new Object[2][2 * 3000];
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i < 3000; i++) {
                cells[t][2 * i] = "l" + (t == 0 ? rng.nextInt(900) : Math.min(rng.nextInt(900), rng.nextInt(900)));
                cells[t][2 * i + 1] = rng.nextGaussian() + t;
            }
        }
        Score score = Joint.measure(
                "logistic-detection",
                Table.of("k:category, n:decimal", cells[0]),
                Table.of("k:category, n:decimal", cells[1]));
        assertThat(score.value()).isBetween(0.76, 0.84);
    }
}
