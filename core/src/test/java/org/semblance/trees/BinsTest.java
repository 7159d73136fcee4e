package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class BinsTest {
    @Test
    void fewNumbersHaveABinEachAndMissingIsZero() {
        Bins bins = Bins.ofNumbers(new double[] {3, 1, Double.NaN, 2, 1, -0.0, 0.0}, 255);
        assertThat(bins.size()).isEqualTo(5);
        assertThat(bins.codes(new double[] {Double.NaN, -9, 0, -0.0, 1, 2, 3, 99}))
                .containsExactly(
                        (short) 0, (short) 1, (short) 1, (short) 1, (short) 2, (short) 3, (short) 4, (short) 4);
    }

    @Test
    void cutsLieHalfWay() {
        Bins bins = Bins.ofNumbers(new double[] {1, 2}, 255);
        assertThat(bins.code(1.5)).isEqualTo((short) 1);
        assertThat(bins.code(Math.nextUp(1.5))).isEqualTo((short) 2);
    }

    @Test
    void neighbouringDoublesAreApart() {
        double next = Math.nextUp(1.0);
        Bins bins = Bins.ofNumbers(new double[] {1, next}, 255);
        assertThat(bins.code(1)).isNotEqualTo(bins.code(next));
    }

    @Test
    void manyNumbersShareBinsEvenly() {
        Rng rng = Rng.of(1);
        double[] values =
                IntStream.range(0, 100_000).mapToDouble(i -> rng.nextGaussian()).toArray();
        Bins bins = Bins.ofNumbers(values, 100);
        int[] counts = new int[bins.size()];
        for (short code : bins.codes(values)) {
            counts[code]++;
        }
        assertThat(bins.size()).isEqualTo(101);
        assertThat(counts[0]).isZero();
        assertThat(Arrays.stream(counts).skip(1)).allMatch(count -> count >= 950 && count <= 1050);
    }

    @Test
    void aFrequentValueHasABinAlone() {
        double[] values = new double[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = i < 400 ? 0 : i - 700;
        }
        Bins bins = Bins.ofNumbers(values, 20);
        short zero = bins.code(0);
        assertThat(bins.code(-1)).isLessThan(zero);
        assertThat(bins.code(1)).isGreaterThan(zero);
        assertThat(bins.size()).isEqualTo(21);
    }

    @Test
    void nothingButMissingHasOneCode() {
        Bins bins = Bins.ofNumbers(new double[] {Double.NaN}, 10);
        assertThat(bins.size()).isOne();
        assertThat(bins.code(5)).isZero();
    }

    @Test
    void labelsKeepTheirOrderOrTheRarestShareACode() {
        assertThat(Bins.ofLabels(new int[] {0, 1, 2}, 3, 255).codes(new int[] {-1, 0, 1, 2}))
                .containsExactly((short) 0, (short) 1, (short) 2, (short) 3);
        Bins few = Bins.ofLabels(new int[] {3, 3, 3, 1, 1, 0, 2}, 4, 3);
        assertThat(few.size()).isEqualTo(4);
        assertThat(few.codes(new int[] {3, 1, 0, 2, -1}))
                .containsExactly((short) 1, (short) 2, (short) 3, (short) 3, (short) 0);
    }
}
