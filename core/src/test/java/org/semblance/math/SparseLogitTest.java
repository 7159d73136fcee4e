package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

/** Logistic regression: where the gradient vanishes, what is left out, and what happens at the edges. */
class SparseLogitTest {
    private static final int ROWS = 400;

    private static SparseRows rows(int width, Rng rng) {
        SparseRows.Builder out = new SparseRows.Builder(ROWS, width);
        for (int i = 0; i < ROWS; i++) {
            out.add(0, rng.nextGaussian());
            out.add(1 + rng.nextInt(width - 1), 1);
            out.end();
        }
        return out.build();
    }

    private static boolean[] classes(SparseRows x, Rng rng) {
        boolean[] y = new boolean[x.rows()];
        for (int i = 0; i < y.length; i++) {
            double margin = x.columns()[x.start()[i]] == 0 ? x.values()[x.start()[i]] : 0;
            y[i] = rng.nextDouble() < SparseLogit.probability(margin);
        }
        return y;
    }

    /** At the minimum, each column's sum of residuals is the penalty times its weight. */
    @Test
    void gradientVanishesByBothWays() {
        for (int width : new int[] {20, 700}) {
            SparseRows x = rows(width, Rng.of(1));
            boolean[] y = classes(x, Rng.of(2));
            SparseLogit.Fit fit = SparseLogit.fit(x, y, new SparseLogit.Settings(0.5, 100, 1e-13));
            double[] p = fit.probabilities(x);
            double[] sums = new double[width + 1];
            for (int i = 0; i < y.length; i++) {
                double residual = (y[i] ? 1 : 0) - p[i];
                sums[width] += residual;
                for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                    sums[x.columns()[k]] += residual * x.values()[k];
                }
            }
            for (int j = 0; j < width; j++) {
                assertThat(sums[j]).isCloseTo(0.5 * fit.weights()[j], within(1e-5));
            }
            assertThat(sums[width]).isCloseTo(0, within(1e-5));
            assertThat(fit.settled()).isTrue();
        }
    }

    /** One column for every label: together they are the intercept. */
    @Test
    void columnsThatOthersMakeUpAreLeftOut() {
        SparseRows x = rows(6, Rng.of(3));
        boolean[] y = classes(x, Rng.of(4));
        SparseLogit.Fit fit = SparseLogit.fit(x, y, new SparseLogit.Settings(0, 100, 1e-12));
        assertThat(fit.rank()).isEqualTo(5);
        assertThat(fit.weights()[5]).isZero();
        assertThat(fit.weights()[0]).isBetween(0.6, 1.5);
    }

    @Test
    void withoutColumnsItIsTheShare() {
        SparseRows.Builder none = new SparseRows.Builder(1, 0);
        for (int i = 0; i < 10; i++) {
            none.end();
        }
        boolean[] y = new boolean[10];
        y[3] = true;
        SparseLogit.Fit fit = SparseLogit.fit(none.build(), y, new SparseLogit.Settings(0, 100, 1e-14));
        assertThat(fit.probabilities(none.build())[0]).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void classesThatNeverMeetEnd() {
        SparseRows.Builder rows = new SparseRows.Builder(40, 1);
        boolean[] y = new boolean[40];
        for (int i = 0; i < 40; i++) {
            rows.add(0, i - 19.5).end();
            y[i] = i >= 20;
        }
        SparseLogit.Fit fit = SparseLogit.fit(rows.build(), y, new SparseLogit.Settings(0, 200, 1e-10));
        double[] p = fit.probabilities(rows.build());
        assertThat(p[19]).isLessThan(1e-4);
        assertThat(p[20]).isGreaterThan(1 - 1e-4);
    }
}
