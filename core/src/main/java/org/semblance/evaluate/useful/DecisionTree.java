package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.trees.Binned;
import org.semblance.trees.Boosting;
import org.semblance.trees.Boosting.Task;

/**
 * One tree that splits where squares fall most: for two labels that is Gini's index, so it is CART's tree (Breiman et al.
 * 1984), for a number its regression tree. Of more than two labels each has a tree of its own, whose chances are scaled
 * to a sum of one. Cost: depth x classes x rows x columns.
 */
final class DecisionTree implements Learner {
    /** The options. */
    record Options(
            @Option(value = "How many questions deep the tree is.", min = 1, max = 30)
            int depth,

            @Option(value = "The fewest rows of a leaf.", min = 1)
            int leaf) {}

    static final Plugin<Learner> PLUGIN =
            Plugin.of("tree", "One decision tree: coarse, and easy to read.", new Options(8, 20), DecisionTree::new);

    private final Options options;

    DecisionTree(Options options) {
        this.options = options;
    }

    @Override
    public double[][] predict(Lesson lesson, Rng rng) {
        Binned x = lesson.binned();
        double[] values = lesson.learntValues();
        if (!lesson.outcome().label()) {
            double[] scale = lesson.meanAndDeviation();
            double[] standard =
                    Arrays.stream(values).map(v -> (v - scale[0]) / scale[1]).toArray();
            return new double[][] {
                Arrays.stream(one(lesson, x, standard))
                        .map(v -> scale[0] + scale[1] * v)
                        .toArray()
            };
        }
        int classes = Math.max(2, lesson.outcome().classes());
        double[][] chances = new double[classes][];
        for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
            int label = k;
            chances[k] = one(
                    lesson,
                    x,
                    Arrays.stream(values).map(v -> v == label ? 1 : 0).toArray());
        }
        if (classes == 2) {
            chances[0] = Arrays.stream(chances[1]).map(chance -> 1 - chance).toArray();
        }
        scale(chances);
        return chances;
    }

    private double[] one(Lesson lesson, Binned x, double[] values) {
        float[] y = new float[x.rows()];
        for (int i = 0; i < values.length; i++) {
            y[i] = (float) values[i];
        }
        Boosting.Settings settings = new Boosting.Settings(1, options.depth, 1, 0, 0, options.leaf, 0);
        int[] rows = IntStream.range(0, values.length).toArray();
        float[] found = Boosting.fit(Task.squared(x, y), rows, settings).trees().margins(x, lesson.testRows());
        return IntStream.range(0, found.length).mapToDouble(i -> found[i]).toArray();
    }

    private static void scale(double[][] chances) {
        for (int i = 0; i < chances[0].length; i++) {
            double sum = 0;
            for (double[] chance : chances) {
                chance[i] = Math.max(0, Math.min(1, chance[i]));
                sum += chance[i];
            }
            for (double[] chance : chances) {
                chance[i] = sum > 0 ? chance[i] / sum : 1.0 / chances.length;
            }
        }
    }
}
