package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Chains of trees on laws whose answer is known. False-alarm rates are stated where draws are compared with theory. */
class TreeChainTest {
    private static final int N = 8000;

    /** x uniform, y = x + noise, z = x + y exactly, w a label that depends on x. */
    private static double[][] law(int seed) {
        Rng rng = Rng.of(seed);
        double[][] columns = new double[4][N];
        for (int i = 0; i < N; i++) {
            columns[0][i] = 5 + Math.rint(1e6 * rng.nextDouble()) / 1000;
            columns[1][i] = Math.rint(1000 * (columns[0][i] + 50 * rng.nextGaussian())) / 1000;
            columns[2][i] = columns[0][i] + columns[1][i];
            columns[3][i] = rng.nextDouble() < (columns[0][i] - 5) / 1000 ? 1 : 0;
        }
        return columns;
    }

    private static Frame drawn(TreeChain.Learner learner) {
        double[][] columns = law(1);
        CodeBook[] books = new CodeBook[4];
        for (int c = 0; c < 3; c++) {
            books[c] = CodeBookTest.book(columns[c], 0.001);
        }
        books[3] = CodeBook.ofLabels(2);
        int[] labels = Arrays.stream(columns[3]).mapToInt(v -> (int) v).toArray();
        Frame frame = Frame.of(
                books,
                new double[][] {columns[0], columns[1], columns[2], null},
                new int[][] {null, null, null, labels},
                N);
        Run run = Run.of(7).threads(2);
        TreeChain chain = TreeChain.fit(
                frame, books, new int[] {0, 1, 2, 3}, Associations.of(frame, books, run), 60, learner, run);
        return chain.draw(N, Rng.of(9));
    }

    @Test
    void sumsOfColumnsComeOutThroughLines() {
        Frame frame = drawn((f, b, t, p, r) -> ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(50, 0, true), r));
        double worst = 0;
        for (int i = 0; i < N; i++) {
            worst = Math.max(worst, Math.abs(frame.values(2)[i] - frame.values(0)[i] - frame.values(1)[i]));
        }
        assertThat(worst).isLessThan(1);
        assertThat(correlation(frame.values(2), add(frame.values(0), frame.values(1))))
                .isGreaterThan(0.9999);
    }

    @Test
    void withoutLinesTheyAreOnlyNear() {
        Frame frame = drawn((f, b, t, p, r) -> ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(50, 0, false), r));
        assertThat(correlation(frame.values(2), add(frame.values(0), frame.values(1))))
                .isBetween(0.98, 0.9999);
    }

    /** Both engines keep corr(x, y) (theory .9855) and P(w | x); the bounds are over 8 standard errors wide. */
    @Test
    void bothEnginesKeepWhatDependsOnWhat() {
        TreeChain.Learner trees =
                (f, b, t, p, r) -> ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(50, 0, true), r);
        TreeChain.Learner boosted = (f, b, t, p, r) -> p.length == 0
                ? ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(1, 0, false), r)
                : ColumnBoost.fit(f, b, t, p, new ColumnBoost.Settings(64, 60, 4, 0.2), r);
        for (TreeChain.Learner learner : new TreeChain.Learner[] {trees, boosted}) {
            Frame frame = drawn(learner);
            assertThat(correlation(frame.values(0), frame.values(1))).isCloseTo(0.9855, within(0.006));
            double low = 0;
            double high = 0;
            for (int i = 0; i < N; i++) {
                low += frame.values(0)[i] < 205 ? frame.fine(3)[i] : 0;
                high += frame.values(0)[i] > 805 ? frame.fine(3)[i] : 0;
            }
            assertThat(low / (0.2 * N)).isCloseTo(0.1, within(0.06));
            assertThat(high / (0.2 * N)).isCloseTo(0.9, within(0.06));
        }
    }

    /** Systematic draws hit the marginal far closer than independent ones could: KS below a tenth of 1/sqrt(n). */
    @Test
    void marginalsAreNearlyExact() {
        Frame frame = drawn((f, b, t, p, r) -> ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(50, 0, false), r));
        double[] real = law(1)[0];
        double[] drawn = frame.values(0).clone();
        Arrays.sort(real);
        Arrays.sort(drawn);
        double worst = 0;
        for (int i = 0; i < N; i++) {
            int at = Arrays.binarySearch(real, drawn[i]);
            double share = (at < 0 ? -at - 1 : at) / (double) N;
            worst = Math.max(worst, Math.abs(share - i / (double) N));
        }
        assertThat(worst).isLessThan(0.1 / Math.sqrt(N) + 5.0 / N);
    }

    @Test
    void ordersBetweenColumnsAreKept() {
        double[][] columns = new double[2][N];
        Rng rng = Rng.of(4);
        for (int i = 0; i < N; i++) {
            columns[0][i] = rng.nextInt(3000);
            columns[1][i] = columns[0][i] + (rng.nextInt(3) == 0 ? 0 : rng.nextInt(9));
        }
        CodeBook[] books = {CodeBookTest.book(columns[0], 1), CodeBookTest.book(columns[1], 1)};
        Frame frame = Frame.of(books, columns, new int[2][], N);
        Run run = Run.of(7);
        for (int[] order : new int[][] {{0, 1}, {1, 0}}) {
            TreeChain chain = TreeChain.fit(
                    frame,
                    books,
                    order,
                    Associations.of(frame, books, run),
                    60,
                    (f, b, t, p, r) -> ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(100, 0, false), r),
                    run);
            assertThat(chain.rules().count()).isEqualTo(1);
            Frame drawn = chain.draw(N, Rng.of(9));
            for (int i = 0; i < N; i++) {
                assertThat(drawn.values(1)[i]).isGreaterThanOrEqualTo(drawn.values(0)[i]);
            }
        }
    }

    /** Classifiers once sent rows to the class of missing values where nothing was missing, and 0 came out. */
    @Test
    void boostedTreesDrawNothingThatIsNotThere() {
        Frame frame = drawn((f, b, t, p, r) -> p.length == 0
                ? ColumnTree.fit(f, b, t, p, new ColumnTree.Settings(1, 0, false), r)
                : ColumnBoost.fit(f, b, t, p, new ColumnBoost.Settings(64, 20, 3, 0.2), r));
        for (int c = 0; c < 3; c++) {
            double[] real = law(1)[c];
            double least = Arrays.stream(real).min().orElse(0);
            double most = Arrays.stream(real).max().orElse(0);
            for (double value : frame.values(c)) {
                assertThat(value).isBetween(least, most).isNotEqualTo(0.0);
            }
        }
    }

    private static double[] add(double[] a, double[] b) {
        double[] out = new double[a.length];
        Arrays.setAll(out, i -> a[i] + b[i]);
        return out;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
