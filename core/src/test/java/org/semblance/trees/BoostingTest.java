package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.trees.Boosting.Settings;
import org.semblance.trees.Boosting.Task;

/** Trees against values worked out by hand, and learning what there is to learn. */
class BoostingTest {
    private static final Settings ONE = Settings.STANDARD.rounds(1).depth(1);

    /**
     * One stump, y = 0, 0, 3, 3 at codes 1 to 4. Base 1.5, gradients 1.5, 1.5, -1.5, -1.5: left -3/(2+1), right
     * 3/(2+1), times 0.3; gain 9/3 + 9/3 - 0.
     */
    @Test
    void oneStumpByHand() {
        Binned x = numbers(new short[] {1, 2, 3, 4}, 5);
        Boosting.Fit fit = Boosting.fit(Task.squared(x, new float[] {0, 0, 3, 3}), all(4), ONE);
        assertThat(fit.trees().margins(x, all(4))).containsExactly(1.2f, 1.2f, 1.8f, 1.8f);
        assertThat(fit.gain()[0]).isCloseTo(6, within(1e-9));
        assertThat(fit.trees().split()[0]).isEqualTo(2);
    }

    /** Missing values go where they gain most: here they behave like large numbers. */
    @Test
    void missingValuesLearnTheirSide() {
        Binned x = numbers(new short[] {0, 0, 1, 1, 2, 2}, 3);
        float[] y = {5, 5, 0, 0, 5, 5};
        float[] out = Boosting.fit(Task.squared(x, y), all(6), ONE).trees().margins(x, all(6));
        assertThat(out[0]).isEqualTo(out[4]).isGreaterThan(out[2]);
        float[] other = {0, 0, 0, 0, 5, 5};
        float[] low = Boosting.fit(Task.squared(x, other), all(6), ONE).trees().margins(x, all(6));
        assertThat(low[0]).isEqualTo(low[2]).isLessThan(low[4]);
        float[] alone = {5, 5, 0, 0, 0, 0};
        float[] apart =
                Boosting.fit(Task.squared(x, alone), all(6), ONE).trees().margins(x, all(6));
        assertThat(apart[2]).isEqualTo(apart[4]).isLessThan(apart[0]);
    }

    /** One question parts labels 1, 3 and 5 from 2 and 4, which no single cut of an order could. */
    @Test
    void labelsArePartedInSets() {
        short[] codes = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
        Binned x = new Binned(new short[][] {codes}, new int[] {40}, new boolean[] {true}, 10);
        float[] y = {1, 0, 1, 0, 1, 1, 0, 1, 0, 1};
        Ensemble trees = Boosting.fit(Task.squared(x, y), all(10), ONE).trees();
        float[] out = trees.margins(x, all(10));
        assertThat(trees.feature()).hasSize(3);
        assertThat(out[0]).isEqualTo(out[2]).isEqualTo(out[4]).isGreaterThan(out[1]);
        assertThat(out[1]).isEqualTo(out[3]);
    }

    @Test
    void smallGainsAndSmallChildrenAreRefused() {
        Binned x = numbers(new short[] {1, 2, 3, 4}, 5);
        Task task = Task.squared(x, new float[] {0, 0, 3, 3});
        assertThat(Boosting.fit(task, all(4), new Settings(1, 1, 0.3, 1, 6.5, 1, 0))
                        .trees()
                        .feature())
                .containsExactly(-1);
        assertThat(Boosting.fit(task, all(4), ONE.minChild(3)).trees().feature())
                .containsExactly(-1);
    }

    @Test
    void logisticLearnsAnExclusiveOr() {
        Rng rng = Rng.of(1);
        int n = 2000;
        short[][] codes = new short[2][n];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            codes[0][i] = (short) (1 + rng.nextInt(10));
            codes[1][i] = (short) (1 + rng.nextInt(10));
            y[i] = codes[0][i] > 5 ^ codes[1][i] > 5 ? 1 : 0;
        }
        Binned x = new Binned(codes, new int[] {11, 11}, new boolean[2], n);
        float[] out = Boosting.fit(Task.logistic(x, y), all(n), Settings.STANDARD.rounds(30))
                .trees()
                .margins(x, all(n));
        assertThat(IntStream.range(0, n).filter(i -> out[i] > 0 == y[i] > 0).count())
                .isEqualTo(n);
    }

    /** With one feature that says nothing but the class shares, softmax gives the shares of each code. */
    @Test
    void softmaxFindsTheSharesOfTheClasses() {
        Rng rng = Rng.of(2);
        int n = 30_000;
        short[] codes = new short[n];
        float[] y = new float[n];
        double[][] shares = new double[3][3];
        double[] counts = new double[3];
        for (int i = 0; i < n; i++) {
            codes[i] = (short) rng.nextInt(3);
            y[i] = Math.max(0, rng.nextInt(3 + codes[i]) - codes[i]);
            shares[codes[i]][(int) y[i]]++;
            counts[codes[i]]++;
        }
        Binned x = numbers(codes, 3);
        Ensemble trees =
                Boosting.fit(Task.softmax(x, y, 3), all(n), Settings.STANDARD).trees();
        float[] margins = new float[3];
        for (short code = 0; code < 3; code++) {
            trees.margins(new short[] {code}, margins);
            Loss.softmax(margins, 0, 3);
            for (int k = 0; k < 3; k++) {
                assertThat((double) margins[k]).isCloseTo(shares[code][k] / counts[code], within(0.002));
            }
        }
    }

    @Test
    void stopsWhereTheOtherRowsGetWorseAndKeepsTheBestRound() {
        Rng rng = Rng.of(3);
        int n = 600;
        short[] codes = new short[n];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            codes[i] = (short) (1 + rng.nextInt(200));
            y[i] = (codes[i] > 100 ? 1 : 0) + (float) rng.nextGaussian();
        }
        Binned x = numbers(codes, 201);
        int[] train = IntStream.range(0, 300).toArray();
        int[] valid = IntStream.range(300, n).toArray();
        Task task = Task.squared(x, y);
        Boosting.Fit fit = Boosting.fit(task, train, valid, Settings.STANDARD.patience(5));
        assertThat(fit.rounds()).isBetween(1, 20).isEqualTo(fit.trees().trees());
        double kept = loss(fit.trees(), x, y, valid);
        Boosting.Fit more = Boosting.fit(task, train, Settings.STANDARD.rounds(fit.rounds() + 5));
        assertThat(kept).isLessThanOrEqualTo(loss(more.trees(), x, y, valid));
        Ensemble same = Boosting.fit(task, train, Settings.STANDARD.rounds(fit.rounds()))
                .trees();
        assertThat(fit.trees().value()).isEqualTo(same.value());
    }

    @Test
    void theOrderOfTrainingRowsDoesNotMatter() {
        Rng rng = Rng.of(4);
        int n = 500;
        short[][] codes = new short[3][n];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            for (short[] column : codes) {
                column[i] = (short) rng.nextInt(20);
            }
            y[i] = rng.nextInt(10) < codes[0][i] / 2 ? 1 : 0;
        }
        Binned x = new Binned(codes, new int[] {20, 20, 20}, new boolean[] {false, true, true}, n);
        int[] order = all(n);
        Ensemble trees =
                Boosting.fit(Task.logistic(x, y), order, Settings.STANDARD).trees();
        rng.shuffle(order);
        Ensemble again =
                Boosting.fit(Task.logistic(x, y), order, Settings.STANDARD).trees();
        assertThat(again.value()).isEqualTo(trees.value());
        assertThat(again.sets()).isEqualTo(trees.sets());
    }

    @Test
    void oneRowOneClassAndNoFeatureGiveTheBase() {
        Binned none = new Binned(new short[0][], new int[0], new boolean[0], 3);
        float[] y = {2, 4, 6};
        assertThat(Boosting.fit(Task.squared(none, y), all(3), Settings.STANDARD)
                        .trees()
                        .margins(none, all(3)))
                .containsExactly(4, 4, 4);
        Binned one = numbers(new short[] {1}, 2);
        assertThat(Boosting.fit(Task.squared(one, new float[] {7}), all(1), ONE)
                        .trees()
                        .margins(one, all(1)))
                .containsExactly(7);
        assertThat(Boosting.fit(Task.logistic(one, new float[] {1}), all(1), ONE)
                        .trees()
                        .margins(one, all(1))[0])
                .isPositive();
    }

    @Test
    void exponentialIsAccurate() {
        for (double x = -40; x < 40; x += 0.37) {
            assertThat(Loss.exp(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-13));
        }
        assertThat(Loss.probability(-1000)).isLessThan(1e-300);
        assertThat(Loss.probability(1000)).isOne();
        assertThat(Loss.exp(Double.NaN)).isZero();
    }

    private static double loss(Ensemble trees, Binned x, float[] y, int[] rows) {
        float[] out = trees.margins(x, rows);
        return IntStream.range(0, rows.length)
                .mapToDouble(i -> Math.pow(out[i] - y[rows[i]], 2))
                .average()
                .orElseThrow();
    }

    private static Binned numbers(short[] codes, int size) {
        return new Binned(new short[][] {codes}, new int[] {size}, new boolean[1], codes.length);
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }
}
