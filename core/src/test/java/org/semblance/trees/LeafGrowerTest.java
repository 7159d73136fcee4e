package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.random.Rng;

class LeafGrowerTest {
    private static final int FEATURES = 4;
    /** Less is rounding error. */
    private static final double SMALL = 1e-8;

    /** Rows with weights, and what every way of parting them is worth, added up anew each time. */
    private record Slow(double[][] x, double[][] y, int[] weights, int minSplit, int minLeaf) {
        /** Checks a node and those below it, and that its rows are those of its leaf. */
        void check(LeafTree.Grown grown, int node, List<Integer> rows) {
            LeafTree tree = grown.tree();
            double best = best(rows);
            int f = tree.predictor()[node];
            if (f < 0) {
                int leaf = tree.left()[node];
                assertThat(best).isLessThan(SMALL);
                assertThat(Arrays.stream(grown.rows(), grown.start()[leaf], grown.start()[leaf + 1]))
                        .containsExactlyElementsOf(rows);
                return;
            }
            // Several ways may be equally good.
            assertThat(gain(rows, f, tree.cut()[node])).isCloseTo(best, within(1e-7 * best));
            check(grown, tree.left()[node], side(rows, f, tree.cut()[node], true));
            check(grown, tree.left()[node] + 1, side(rows, f, tree.cut()[node], false));
        }

        private double best(List<Integer> rows) {
            double best = 0;
            for (int f = 0; f < FEATURES && weight(rows) >= minSplit; f++) {
                for (double cut : values(rows, f)) {
                    best = Math.max(best, gain(rows, f, cut));
                }
            }
            return best;
        }

        private double gain(List<Integer> rows, int f, double cut) {
            List<Integer> left = side(rows, f, cut, true);
            List<Integer> right = side(rows, f, cut, false);
            return weight(left) < minLeaf || weight(right) < minLeaf
                    ? 0
                    : squares(rows) - squares(left) - squares(right);
        }

        /** Half-way between numbers of rows that count. */
        private double[] values(List<Integer> rows, int f) {
            double[] all = rows.stream()
                    .filter(row -> weights[row] > 0)
                    .mapToDouble(row -> x[f][row])
                    .distinct()
                    .sorted()
                    .toArray();
            return IntStream.range(0, Math.max(0, all.length - 1))
                    .mapToDouble(i -> (all[i] + all[i + 1]) / 2)
                    .toArray();
        }

        private List<Integer> side(List<Integer> rows, int f, double cut, boolean left) {
            return rows.stream().filter(row -> x[f][row] <= cut == left).toList();
        }

        private int weight(List<Integer> rows) {
            return rows.stream().mapToInt(row -> weights[row]).sum();
        }

        private double squares(List<Integer> rows) {
            double sum = 0;
            for (double[] one : y) {
                double mean = rows.stream()
                                .mapToDouble(row -> weights[row] * one[row])
                                .sum()
                        / Math.max(1, weight(rows));
                sum += rows.stream()
                        .mapToDouble(row -> weights[row] * (one[row] - mean) * (one[row] - mean))
                        .sum();
            }
            return sum;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 700, 0, 6, 1", "2, 700, 3, 6, 2", "3, 300, 0, 20, 5", "4, 300, 4, 2, 1", "5, 60, 2, 6, 1"})
    @DisplayName("rows with weights: every split is the best there is, whatever is counted or sorted")
    void splits(int seed, int rows, int classes, int minSplit, int minLeaf) {
        Rng rng = Rng.of(seed);
        double[][] x = new double[FEATURES][rows];
        double[] score = new double[rows];
        int[] weights = new int[rows];
        for (int i = 0; i < rows; i++) {
            for (int f = 0; f < FEATURES; f++) {
                // The last two have few codes.
                x[f][i] = f < 2 ? rng.nextGaussian() : Math.rint(f * 3 * rng.nextGaussian());
            }
            score[i] = x[0][i] * x[1][i] + 0.3 * x[2][i] + 0.5 * rng.nextGaussian();
            weights[rng.nextInt(rows)]++;
        }
        int[] of = IntStream.range(0, rows)
                .map(i -> (int) Math.floor(Math.max(1, classes) * 0.999 / (1 + Math.exp(-score[i]))))
                .toArray();
        double[][] y = classes == 0
                ? new double[][] {score}
                : IntStream.range(0, classes)
                        .mapToObj(c -> Arrays.stream(of)
                                .mapToDouble(one -> one == c ? 1 : 0)
                                .toArray())
                        .toArray(double[][]::new);
        int[] all = IntStream.range(0, rows).toArray();
        LeafGrower.Grounds on =
                new LeafGrower.Grounds(Arrays.stream(x).map(Feature::ofNumbers).toList(), all, weights);
        LeafTree.Rules rules = new LeafTree.Rules(minSplit, minLeaf, 0, 50, 0, false);

        LeafTree.Grown grown = classes == 0
                ? LeafGrower.numbers(on, score, rules, LeafTree.Rows.ALL, rng)
                : LeafGrower.labels(on, new LeafGrower.Classes(of, classes), rules, LeafTree.Rows.ALL, rng);

        new Slow(x, y, weights, minSplit, minLeaf)
                .check(grown, 0, Arrays.stream(all).boxed().toList());
    }
}
