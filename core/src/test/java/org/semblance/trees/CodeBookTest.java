package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.prepare.Grid;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.table.NumberColumn;

class CodeBookTest {
    /** A book of numbers cut with 5 as common. */
    static CodeBook book(double[] values, double step) {
        Marginal marginal = Marginal.of(NumberColumn.of(values), new Grid(step), new Marginal.Grain(5, 8192));
        double[] ends = marginal.cells();
        int[] mass = new int[marginal.size()];
        for (int k = 0; k < mass.length; k++) {
            mass[k] = (int) Math.rint((ends[k + 1] - ends[k]) * values.length);
        }
        return CodeBook.ofNumbers(marginal.lows(), marginal.highs(), mass, step);
    }

    @Test
    void everyNumberIsFoundInItsOwnCode() {
        Rng rng = Rng.of(5);
        double[] values = new double[997];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(1000 * rng.nextGaussian()) / 1000;
        }
        CodeBook book = book(values, 0.001);
        for (double value : values) {
            int code = book.encode(value);
            assertThat(value).isBetween(book.low(code) - 1e-9, book.high(code) + 1e-9);
        }
    }

    /** One 57 among common values was once kept as a bin of its own and drawn again. */
    @Test
    void aLoneValueBetweenCommonOnesIsNotKept() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 40 * (i % 3);
        }
        values[500] = 57;
        CodeBook book = book(values, 1);
        Rng rng = Rng.of(1);
        for (int i = 0; i < 20_000; i++) {
            assertThat(book.draw(rng.nextInt(book.size()), rng)).isIn(0.0, 40.0, 80.0);
        }
    }

    @Test
    void missingHasTheLastCodeAndStaysMissing() {
        CodeBook book = book(new double[] {Double.NaN, 1, 1, 1, 1, 1}, 1);
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
        CodeBook book = book(values, 0.01);
        for (int i = 0; i < 3000; i++) {
            int code = rng.nextInt(book.size());
            double drawn = book.draw(code, rng);
            assertThat(drawn * 100).isCloseTo(Math.rint(drawn * 100), within(1e-6));
            assertThat(drawn).isBetween(book.low(code), book.high(code));
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
        CodeBook book = book(new double[] {Double.NaN}, 1);
        assertThat(book.size()).isZero();
        assertThat(book.numeric()).isTrue();
        CodeBook again = CodeBook.restore(book.lows(), book.highs(), book.coarseCodes(), 1);
        assertThat(again.numeric()).isTrue();
        assertThat(again.encode(3)).isZero();
    }
}
