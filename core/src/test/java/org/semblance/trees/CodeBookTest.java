package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class CodeBookTest {
    @Test
    void commonNumbersAreKeptAndRareOnesAreNot() {
        double[] values = new double[100];
        Arrays.fill(values, 0, 60, 7);
        for (int i = 60; i < 100; i++) {
            values[i] = i + 0.5;
        }
        CodeBook book = CodeBook.ofNumbers(values, 5, 0.1);
        int seven = book.encode(7);
        assertThat(book.low(seven)).isEqualTo(7);
        assertThat(book.high(seven)).isEqualTo(7);
        for (int code = 0; code < book.size(); code++) {
            if (code != seven) {
                assertThat(book.high(code)).isGreaterThan(book.low(code));
            }
        }
        assertThat(book.size()).isEqualTo(1 + 8);
    }

    @Test
    void everyBinHoldsAtLeastTheCommonNumber() {
        Rng rng = Rng.of(5);
        double[] values = new double[997];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        CodeBook book = CodeBook.ofNumbers(values, 5, 0);
        int[] held = new int[book.size()];
        for (double value : values) {
            held[book.encode(value)]++;
        }
        assertThat(Arrays.stream(held).min().orElse(0)).isGreaterThanOrEqualTo(4);
        assertThat(Arrays.stream(held).sum()).isEqualTo(997);
    }

    @Test
    void missingHasTheLastCodeAndStaysMissing() {
        CodeBook book = CodeBook.ofNumbers(new double[] {Double.NaN, 1, 1, 1, 1, 1}, 5, 1);
        assertThat(book.encode(Double.NaN)).isEqualTo(book.size());
        assertThat(book.draw(book.size(), Rng.of(1))).isNaN();
        assertThat(book.coarse(book.size()) & 0xFF).isEqualTo(book.coarseCount() - 1);
    }

    @Test
    void drawnNumbersLieOnTheGridAndInTheirBin() {
        Rng rng = Rng.of(6);
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(rng.nextDouble() * 1e6) / 100;
        }
        CodeBook book = CodeBook.ofNumbers(values, 5, 0.01);
        for (int i = 0; i < 3000; i++) {
            double drawn = book.draw(rng.nextInt(book.size()), rng);
            assertThat(drawn * 100).isCloseTo(Math.rint(drawn * 100), org.assertj.core.api.Assertions.within(1e-6));
            assertThat(drawn).isBetween(book.least(), book.most());
        }
    }

    @Test
    void groupsHaveAboutEqualMassAndHeavyCodesStandAlone() {
        int[] mass = new int[1000];
        Arrays.fill(mass, 10);
        mass[500] = 5000;
        byte[] groups = new byte[1000];
        int count = CodeBook.group(mass, 20, groups);
        assertThat(count).isLessThanOrEqualTo(20).isGreaterThan(15);
        assertThat(groups[499]).isNotEqualTo(groups[500]);
        assertThat(groups[501]).isNotEqualTo(groups[500]);
    }

    @Test
    void nothingAtAllIsStillABook() {
        CodeBook book = CodeBook.ofNumbers(new double[] {Double.NaN}, 5, 1);
        assertThat(book.size()).isZero();
        assertThat(book.numeric()).isTrue();
        CodeBook again = CodeBook.restore(book.lows(), book.highs(), book.coarseCodes(), 1);
        assertThat(again.numeric()).isTrue();
        assertThat(again.encode(3)).isZero();
    }
}
