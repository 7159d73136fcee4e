package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Interval;
import org.semblance.random.Rng;
import tools.jackson.databind.JsonNode;

/** Measures are scikit-learn's, intervals are DeLong's (R's pROC gives the same); the script is {@code reference/learners.py}. */
class QualityTest {
    private static final double WIDE = 1.959963984540054;
    private final JsonNode expected = LearnersTest.expected().path("measures");

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    private static double[][] two(double[] chance) {
        double[][] out = new double[2][chance.length];
        for (int i = 0; i < chance.length; i++) {
            out[1][i] = chance[i];
            out[0][i] = 1 - chance[i];
        }
        return out;
    }

    @Test
    void measuresOfTwoLabels() {
        double[] truth = numbers(expected.path("truth"));
        Quality first = Quality.of(two(numbers(expected.path("first"))), truth, true);
        Quality second = Quality.of(two(numbers(expected.path("second"))), truth, true);
        for (String name : first.measures().keySet()) {
            double tolerance = name.equals("calibration slope") ? 1e-6 : 1e-9;
            assertThat(first.measures().get(name))
                    .as(name)
                    .isCloseTo(expected.path(name).doubleValue(), within(tolerance));
        }
        assertThat(first.measures()).hasSize(6);
        assertThat(second.value()).isCloseTo(expected.path("second AUC").doubleValue(), within(1e-9));
        assertThat(half(first.interval()))
                .isCloseTo(WIDE * expected.path("error").doubleValue(), within(1e-9));
        assertThat(half(first.difference(second)))
                .isCloseTo(WIDE * expected.path("error of difference").doubleValue(), within(1e-9));
    }

    private static double half(Interval interval) {
        return (interval.high() - interval.low()) / 2;
    }

    @Test
    void measuresOfFourLabelsAndOfNumbers() {
        JsonNode four = expected.path("four");
        double[][] chances =
                four.path("chances").valueStream().map(QualityTest::numbers).toArray(double[][]::new);
        Quality quality = Quality.of(chances, numbers(four.path("truth")), true);
        quality.measures()
                .forEach((name, value) ->
                        assertThat(value).as(name).isCloseTo(four.path(name).doubleValue(), within(1e-9)));
        assertThat(quality.measures()).hasSize(5);
    }

    /** Of 400 repetitions the interval should hold the truth in 380; fewer than 362 has a chance of 1e-4. */
    @Test
    void intervalOfR2HoldsTheTruth() {
        int held = 0;
        for (int repetition = 0; repetition < 400; repetition++) {
            Rng rng = Rng.of(9).child(repetition);
            double[] truth = new double[200];
            double[][] predicted = new double[1][200];
            for (int i = 0; i < 200; i++) {
                predicted[0][i] = rng.nextGaussian();
                truth[i] = predicted[0][i] + rng.nextGaussian();
            }
            Quality quality = Quality.of(predicted, truth, false);
            held += quality.interval().low() < 0.5 && quality.interval().high() > 0.5 ? 1 : 0;
        }
        assertThat(held).isBetween(362, 397);
    }

    @Test
    void meanOverFoldsIsTheMean() {
        double[] truth = numbers(expected.path("truth"));
        Quality one = Quality.of(two(numbers(expected.path("first"))), truth, true);
        Quality both = Quality.mean(List.of(one, one));
        assertThat(both.value()).isEqualTo(one.value());
        assertThat(half(both.interval())).isCloseTo(half(one.interval()) / Math.sqrt(2), within(1e-12));
        assertThat(Quality.mean(List.of()).interval().known()).isFalse();
    }

    @Test
    void oneKindOfRowsHasNoAuc() {
        Quality quality = Quality.of(two(new double[] {0.2, 0.3}), new double[] {0, 0}, true);
        assertThat(quality.value()).isNaN();
        assertThat(quality.interval().known()).isFalse();
        assertThat(Quality.of(new double[][] {{1, 2}}, new double[] {3, 3}, false)
                        .value())
                .isNaN();
    }
}
