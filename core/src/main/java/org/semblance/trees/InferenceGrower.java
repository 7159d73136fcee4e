package org.semblance.trees;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Grows a {@link LeafTree} by conditional inference: a node is split while some feature is not independent of the target,
 * by the feature whose test has the smallest p, where the two sides differ most. No pruning, and no favour for features
 * with many values.
 *
 * <p>p is corrected for the number of features (Bonferroni, as 1 - (1 - p)^features). Where the best feature cannot be
 * split into large enough parts, the next one is. A leaf also holds 1 % of its parent's rows and one more. Cuts are
 * numbers that occur. Cost: rows x features x depth. Source: Hothorn, Hornik and Zeileis (2006), Unbiased recursive
 * partitioning: a conditional inference framework, doi:10.1198/106186006X133933.
 */
public final class InferenceGrower {
    /** Which share of a node's rows each side has at least, one row added; party's {@code minprob}. */
    private static final double SHARE = .01;

    private static final int DEPTH = 100;

    private final List<Feature> x;
    private final double[][] numbers;
    private final InferenceTarget y;
    private final Rules rules;
    private final Runs runs;
    private final GrowingTree tree;

    /**
     * When a node is split.
     *
     * @param minSplit it has so many rows
     * @param minLeaf each side has so many
     * @param criterion 1 - p, corrected, is above this
     */
    public record Rules(int minSplit, int minLeaf, double criterion) {}

    private InferenceGrower(List<Feature> x, int[] rows, InferenceTarget y, Rules rules) {
        this.x = x;
        this.y = y;
        this.rules = rules;
        tree = new GrowingTree(rows);
        runs = new Runs(rows.length);
        numbers = x.stream().map(InferenceGrower::centred).toArray(double[][]::new);
    }

    /** A tree for numbers of all rows, grown on some. */
    public static LeafTree.Grown numbers(List<Feature> x, int[] rows, double[] values, Rules rules) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(0);
        double[] about = Arrays.stream(values).map(value -> value - mean).toArray();
        return new InferenceGrower(x, rows, new InferenceNumber(about), rules).grow();
    }

    /** A tree for the class of every row, grown on some. */
    public static LeafTree.Grown labels(List<Feature> x, int[] rows, int[] of, int classes, Rules rules) {
        return new InferenceGrower(x, rows, new InferenceClass(of, classes), rules).grow();
    }

    /** The number of every code about the mean of them all; none for labels. */
    private static double[] centred(Feature feature) {
        double[] out = new double[feature.labels() ? 0 : feature.size()];
        Arrays.setAll(out, feature::value);
        double mean = Arrays.stream(out).average().orElse(0);
        for (int k = 0; k < out.length; k++) {
            out[k] -= mean;
        }
        return out;
    }

    private LeafTree.Grown grow() {
        split(0, 0, tree.rows.length, 0);
        return tree.grown();
    }

    private void split(int node, int from, int to, int depth) {
        tree.leaf(node, to, to);
        if (to - from < rules.minSplit() || depth >= DEPTH) {
            return;
        }
        y.begin(tree.rows, from, to);
        if (y.pure()) {
            return;
        }
        int smallest = (int) Math.ceil(Math.max(rules.minLeaf(), SHARE * (to - from) + 1));
        double[] logP = tests(from, to);
        for (int f : inOrder(logP)) {
            Feature feature = x.get(f);
            runs.of(feature, tree.rows, from, to);
            y.search(runs, feature.labels(), smallest);
            if (y.after >= 0) {
                double cut = feature.labels() ? 0 : feature.top(runs.code[y.after]);
                int middle = tree.part(node, feature, f, Parting.of(feature, runs, y, cut), from, to);
                int child = tree.left(node);
                split(child, from, middle, depth + 1);
                split(child + 1, middle, to, depth + 1);
                return;
            }
        }
    }

    /** The logarithm of each feature's p, before it is corrected. */
    private double[] tests(int from, int to) {
        double[] out = new double[x.size()];
        for (int f = 0; f < out.length; f++) {
            Feature feature = x.get(f);
            if (feature.labels()) {
                runs.of(feature, tree.rows, from, to);
                y.freedom = 0;
                if (runs.count > 1) {
                    y.testLabels(runs);
                }
            } else {
                y.testNumbers(feature.codes(), numbers[f], tree.rows, from, to);
            }
            out[f] = y.logP();
        }
        return out;
    }

    /** Those that may part the node, the smallest p first. */
    private int[] inOrder(double[] logP) {
        double least = Math.log(rules.criterion());
        return IntStream.range(0, logP.length)
                .filter(f -> logP.length * Math.log1p(-Math.exp(logP[f])) > least)
                .boxed()
                .sorted((a, b) -> Double.compare(logP[a], logP[b]))
                .mapToInt(f -> f)
                .toArray();
    }
}
