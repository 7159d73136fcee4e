package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.trees.Binned;
import org.semblance.trees.Boosting;
import org.semblance.trees.Boosting.Task;
import org.semblance.trees.Ensemble;
import org.semblance.trees.Loss;

/**
 * Gradient boosted trees as XGBoost grows them, stopped where a tenth of the rows is no longer predicted better. Cost:
 * rounds x classes x rows x columns.
 */
final class BoostedTrees implements Learner {
    /** The options. */
    record Options(
            @Option(value = "The most rounds of trees.", min = 1, max = 10_000)
            int rounds,

            @Option(value = "How many questions deep a tree is.", min = 1, max = 20)
            int depth,

            @Option(value = "What share of its step a tree makes.", min = 0.001, max = 1)
            double rate) {}

    /** Trees are cheap, so the rate is lower than in detection; early stopping finds how many are needed. */
    static final Plugin<Learner> PLUGIN = Plugin.of(
            "boosted",
            "Gradient boosted trees: usually the best predictions of tables.",
            new Options(100, 6, 0.2),
            BoostedTrees::new);

    /** The most trees, so that a target of many labels takes no longer than one of few. */
    private static final int TREES = 600;

    /** A tenth of the rows stops the boosting. */
    private static final int WATCHED = 10;

    private static final int PATIENCE = 10;

    private final Options options;

    BoostedTrees(Options options) {
        this.options = options;
    }

    /**
     * What was learnt.
     *
     * @param x the predictors of the rows to learn from and of those to predict
     * @param fit the trees
     */
    record Trained(Binned x, Boosting.Fit fit) {}

    @Override
    public double[][] predict(Lesson lesson, Rng rng) {
        Trained trained = train(lesson, rng);
        return predict(lesson, trained, trained.x);
    }

    Trained train(Lesson lesson, Rng rng) {
        int rows = lesson.learnt().rows();
        int[] train = IntStream.range(0, rows).toArray();
        rng.child("watched").shuffle(train);
        int watched = rows / WATCHED;
        int[] learn = Arrays.copyOfRange(train, watched, rows);
        int[] watch = Arrays.copyOf(train, watched);
        Binned x = lesson.binned();
        Boosting.Settings settings = Boosting.Settings.STANDARD
                .rounds(rounds(lesson.outcome()))
                .depth(options.depth)
                .eta(options.rate)
                .patience(PATIENCE);
        return new Trained(x, Boosting.fit(task(lesson, x), learn, watch, settings));
    }

    private int rounds(Outcome outcome) {
        return outcome.label()
                ? Math.max(
                        Math.min(10, options.rounds), Math.min(options.rounds, TREES / Math.max(1, outcome.classes())))
                : options.rounds;
    }

    private static Task task(Lesson lesson, Binned x) {
        float[] y = new float[x.rows()];
        double[] values = lesson.learntValues();
        if (lesson.outcome().label()) {
            for (int i = 0; i < values.length; i++) {
                y[i] = (float) values[i];
            }
            int classes = lesson.outcome().classes();
            return classes <= 2 ? Task.logistic(x, y) : Task.softmax(x, y, classes);
        }
        double[] scale = lesson.meanAndDeviation();
        for (int i = 0; i < values.length; i++) {
            y[i] = (float) ((values[i] - scale[0]) / scale[1]);
        }
        return Task.squared(x, y);
    }

    /** Of the rows to predict, with predictors as given: those of the training or some changed. */
    static double[][] predict(Lesson lesson, Trained trained, Binned x) {
        Ensemble trees = trained.fit.trees();
        float[] margins = trees.margins(x, lesson.testRows());
        int rows = lesson.test().rows();
        int outputs = trees.outputs();
        if (!lesson.outcome().label()) {
            double[] scale = lesson.meanAndDeviation();
            return new double[][] {
                IntStream.range(0, rows)
                        .mapToDouble(i -> scale[0] + scale[1] * margins[i])
                        .toArray()
            };
        }
        double[][] chances = new double[Math.max(2, outputs)][rows];
        for (int i = 0; i < rows; i++) {
            if (outputs == 1) {
                chances[1][i] = Loss.probability(margins[i]);
                chances[0][i] = 1 - chances[1][i];
                continue;
            }
            Loss.softmax(margins, i * outputs, outputs);
            for (int k = 0; k < outputs; k++) {
                chances[k][i] = margins[i * outputs + k];
            }
        }
        return chances;
    }
}
